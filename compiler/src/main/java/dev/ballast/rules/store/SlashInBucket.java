package dev.ballast.rules.store;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** A folder written into the name of a bucket. */
final class SlashInBucket implements Rule.OfStore {
    @Override
    public String id() {
        return "store.slash-in-bucket";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(StorePlan store, EnvironmentPlan environment, Context context) {
        String bucket = Locations.trimmed(store.settings().bucket());
        int slash = bucket.indexOf('/');
        // The name of an access point of S3 has a slash.
        if (slash < 0 || bucket.startsWith("arn:")) {
            return List.of();
        }
        return List.of(at(
                        store.effective().place("/bucket"),
                        "`%s` holds a slash, which no bucket's name does".formatted(bucket))
                .help("write `bucket: %s` and `prefix: %s`"
                        .formatted(bucket.substring(0, slash), bucket.substring(slash + 1))));
    }
}
