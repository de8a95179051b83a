package dev.ballast.drift;

import dev.ballast.bucket.BucketLedger;
import dev.ballast.cost.Deposits;
import dev.ballast.cost.Site;
import dev.ballast.observed.LiveObject;
import dev.ballast.observed.ObservedLocation;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where things lie: as it is said, and as it is in the cluster. */
final class Sites {
    private final EnvironmentPlan environment;
    private final Deposits deposits;
    private final Map<String, Site> actual = new HashMap<>();
    private final Site snapshots;

    Sites(CostBasis basis, Deposits deposits) {
        this.environment = basis.environment();
        this.deposits = deposits;
        environment.stores().forEach((name, store) -> actual.put(name, Site.of(store)));
        basis.observed().locations().forEach(location -> site(location).ifPresent(s -> actual.put(location.name(), s)));
        basis.ledgers()
                .forEach((store, ledger) -> actual.computeIfPresent(store, (name, site) -> classed(site, ledger)));
        this.snapshots = snapshots(basis.observed().snapshotLocations());
    }

    /** Where a store is said to be. */
    static @Nullable Site home(@Nullable StorePlan store) {
        return store == null ? null : Site.of(store);
    }

    /** Where snapshots are said to stay. */
    Site homeOfSnapshots() {
        return deposits.snapshots();
    }

    /** Where snapshots stay. */
    Site snapshots() {
        return snapshots;
    }

    /** Where a location is; nothing for one that has no price here. */
    Optional<Site> of(@Nullable String location) {
        return Optional.ofNullable(location == null ? null : actual.get(location));
    }

    /** A location is the store of its bucket, whatever both are called. */
    private Optional<Site> site(ObservedLocation location) {
        var spec = location.live().root().path("spec");
        String bucket = spec.path("objectStorage").path("bucket").asText();
        String region = spec.path("config").path("region").asText("");
        StorePlan named = environment.stores().get(location.name());
        StorePlan store =
                named != null && (bucket.isEmpty() || named.settings().bucket().equals(bucket))
                        ? named
                        : environment.stores().values().stream()
                                .filter(other -> other.settings().bucket().equals(bucket))
                                .findFirst()
                                .orElse(named);
        return Optional.ofNullable(store)
                .map(Site::of)
                .map(site -> region.isEmpty() ? site : new Site(site.store(), region, site.storageClass()));
    }

    /** A store whose class was not said has the class that its price names. */
    private static Site classed(Site site, BucketLedger ledger) {
        String name = ledger.mainClass().orElse(null);
        boolean usual = site.storageClass() == null && "STANDARD".equals(name);
        return name == null || usual ? site : new Site(site.store(), site.region(), name);
    }

    private Site snapshots(Iterable<LiveObject> locations) {
        Site home = deposits.snapshots();
        String name = environment.environment().snapshotLocations().stream()
                .findFirst()
                .map(location -> location.name())
                .orElse("");
        for (LiveObject location : locations) {
            String region =
                    location.root().path("spec").path("config").path("region").asText("");
            if (location.name().equals(name) && !region.isEmpty() && !Objects.equals(region, home.region())) {
                return new Site(null, region, home.storageClass());
            }
        }
        return home;
    }
}
