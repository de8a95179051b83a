package dev.ballast.policy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What policies may not go beyond. Absent or empty means no limit.
 *
 * @param lookback the least guaranteed look-back
 * @param rpo the longest interval between due times
 * @param retentionMax the longest time a backup may live
 * @param methods volume methods that may be used
 * @param stores stores that may be used
 * @param hooks templates that must be used
 * @param offsite whether bytes must leave the storage system of the cluster
 * @param secretsForbidden whether Secrets must stay out of backups
 * @param allNamespaces policies that may select every namespace; absent means any
 * @param budget money a month per policy
 * @param present names of the limits that were written
 */
public record Limits(
        @Nullable Duration lookback,
        @Nullable Duration rpo,
        @Nullable Duration retentionMax,
        List<String> methods,
        List<String> stores,
        List<String> hooks,
        boolean offsite,
        boolean secretsForbidden,
        @Nullable List<String> allNamespaces,
        @Nullable Money budget,
        Set<String> present) {
    static Limits decode(Fields fields) {
        return new Limits(
                fields.value("lookback", Quantities::span, TermsDecoder.SPAN),
                fields.value("rpo", Quantities::span, TermsDecoder.SPAN),
                fields.value("retentionMax", Quantities::span, TermsDecoder.SPAN),
                fields.texts("methods"),
                fields.texts("stores"),
                fields.texts("hooks"),
                fields.has("offsite"),
                fields.has("secrets"),
                fields.has("allNamespaces") ? fields.texts("allNamespaces") : null,
                fields.value("budget", Money::parse, TermsDecoder.MONEY),
                Set.copyOf(fields.names()));
    }
}
