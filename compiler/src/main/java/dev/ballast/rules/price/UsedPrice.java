package dev.ballast.rules.price;

import dev.ballast.diagnostic.Place;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.policy.Environment;
import dev.ballast.price.Price;
import dev.ballast.price.Prices;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A price key as a store or an environment uses it.
 *
 * @param regions those of which one decides: of the store; of snapshots the snapshot location's, else the stores'
 */
record UsedPrice(String key, Set<String> regions, Place.Field place) {

    /** Every key that is used in an environment. */
    static List<UsedPrice> in(EnvironmentPlan environment) {
        var used = new ArrayList<UsedPrice>();
        for (StorePlan store : environment.stores().values()) {
            String key = store.settings().objectsPrice();
            if (key != null) {
                String region = store.settings().region();
                Place.Field place = store.effective().place("/prices/objects");
                used.add(new UsedPrice(key, region == null ? Set.of() : Set.of(region), place));
            }
        }
        String key = environment.environment().snapshotPrice();
        if (key != null) {
            Place.Field place = environment.environment().meta().place("/spec/snapshotPrice");
            used.add(new UsedPrice(key, ofSnapshots(environment), place));
        }
        return used;
    }

    private static Set<String> ofSnapshots(EnvironmentPlan environment) {
        var regions = new LinkedHashSet<String>();
        for (Environment.SnapshotLocation location : environment.environment().snapshotLocations()) {
            add(regions, Optional.ofNullable(location.region()));
        }
        if (regions.isEmpty()) {
            environment
                    .stores()
                    .values()
                    .forEach(store ->
                            add(regions, Optional.ofNullable(store.settings().region())));
        }
        return regions;
    }

    private static void add(Set<String> regions, Optional<String> region) {
        region.ifPresent(regions::add);
    }

    /** The prices it can mean. */
    List<Price> prices(Prices prices) {
        if (regions.isEmpty()) {
            return prices.find(key, null).stream().toList();
        }
        return regions.stream()
                .flatMap(region -> prices.find(key, region).stream())
                .toList();
    }
}
