package dev.ballast.cli;

import dev.ballast.bucket.BucketLedger;
import dev.ballast.observed.Observed;
import dev.ballast.observed.ObservedLocation;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.s3.BucketAddress;
import dev.ballast.s3.BucketReader;
import dev.ballast.s3.Limits;
import dev.ballast.s3.Listing;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What lies in buckets: from files, and where that was asked for from the buckets themselves. */
final class ListedBuckets {
    @Mixin
    private BucketListings files = new BucketListings();

    @Option(
            names = "--list-buckets",
            description = "List the buckets of all stores that speak S3, over the network; those of '--listing' are "
                    + "taken from their files.")
    private boolean list;

    @Mixin
    private BucketCredentials credentials = new BucketCredentials();

    /**
     * Everything that was asked for, counted, by store. A bucket that cannot be listed is told of, and what is in it is reckoned as without.
     *
     * @throws CannotRun for a file that is no listing, and for credentials that nobody needs or that cannot be read
     */
    Map<String, BucketLedger> read(EnvironmentPlan environment, Observed observed, Console console) {
        if (credentials.isNamed() && !list) {
            throw new CannotRun(
                    "`--bucket-credentials` says who lists buckets, and nobody does without `--list-buckets`");
        }
        var ledgers = new TreeMap<>(files.read(environment, observed.at()));
        if (list) {
            var locations = new HashMap<String, ObservedLocation>();
            observed.locations().forEach(location -> locations.put(location.name(), location));
            var reader = new BucketReader(credentials.of(console), Limits.DEFAULT, console.clock());
            environment.stores().values().stream()
                    .filter(store -> !ledgers.containsKey(store.name()))
                    .flatMap(store -> BucketAddress.of(store, locations.get(store.name())).stream())
                    .toList()
                    .forEach(address -> read(address, reader, ledgers, console));
        }
        return ledgers;
    }

    private static void read(
            BucketAddress address, BucketReader reader, Map<String, BucketLedger> ledgers, Console console) {
        Listing listing = reader.read(address);
        if (listing instanceof Listing.Done done) {
            ledgers.put(address.store(), done.ledger());
            done.gaps().forEach(gap -> console.say("in the bucket of `%s` %s".formatted(address.store(), gap)));
        } else if (listing instanceof Listing.Failed failed) {
            console.say("the bucket of `%s` cannot be listed: %s".formatted(address.store(), failed.reason()));
        }
    }
}
