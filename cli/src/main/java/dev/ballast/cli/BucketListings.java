package dev.ballast.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ballast.bucket.BucketLedger;
import dev.ballast.bucket.BucketTally;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** What lies in buckets, from what the AWS command line prints of them. */
final class BucketListings {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(
            names = "--listing",
            paramLabel = "STORE=FILE",
            description = "What lies in the bucket of a store, as 'aws s3api list-objects-v2' or "
                    + "'list-object-versions' prints it with '--output json'. May be repeated.")
    private List<String> listings = List.of();

    /**
     * Everything that was named, counted.
     *
     * @throws CannotRun for a store that there is not, or a file that is no listing
     */
    Map<String, BucketLedger> read(EnvironmentPlan environment, Instant at) {
        var ledgers = new TreeMap<String, BucketLedger>();
        for (String listing : listings) {
            int equals = listing.indexOf('=');
            StorePlan store = environment.stores().get(listing.substring(0, Math.max(0, equals)));
            if (store == null) {
                throw new CannotRun("`--listing %s` names no store of `%s`; write STORE=FILE, STORE one of %s"
                        .formatted(
                                listing,
                                environment.name(),
                                String.join(", ", environment.stores().keySet())));
            }
            String prefix = Objects.requireNonNullElse(store.settings().prefix(), "");
            ledgers.put(store.name(), read(Path.of(listing.substring(equals + 1)), new BucketTally(prefix), at));
        }
        return ledgers;
    }

    private static BucketLedger read(Path file, BucketTally tally, Instant at) {
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            if (!root.path("Contents").isArray() && !root.path("Versions").isArray()) {
                throw new CannotRun(
                        "`%s` is no listing of a bucket; make it with `aws s3api list-objects-v2 --output json`"
                                .formatted(file));
            }
            root.path("Contents").forEach(object -> current(object, tally));
            if (root.path("Versions").isArray()) {
                tally.withVersions();
            }
            for (JsonNode version : root.path("Versions")) {
                if (version.path("IsLatest").asBoolean()) {
                    current(version, tally);
                } else {
                    tally.noncurrent(
                            version.path("Key").asText(), version.path("Size").asLong());
                }
            }
            return tally.ledger(at);
        } catch (IOException e) {
            throw new CannotRun("`%s` cannot be read: %s".formatted(file, Reasons.of(e)), e);
        }
    }

    private static void current(JsonNode object, BucketTally tally) {
        tally.current(
                object.path("Key").asText(),
                object.path("Size").asLong(),
                object.path("StorageClass").asText());
    }
}
