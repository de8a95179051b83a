package dev.ballast.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a policy promises and how, decoded. The same record serves a single layer, where most is absent, and the effective terms.
 *
 * @param minGood newest good backups that are never let go, from 0
 * @param suspend true pauses, false keeps running against a pause by hand, absent leaves that to others
 */
public record Terms(
        Map<Tier, Keep> keep,
        Timing schedule,
        Map<Tier, TierTerms> tiers,
        Guarantee guarantee,
        Volumes volumes,
        @Nullable String store,
        List<Hook> hooks,
        List<Database> databases,
        Size size,
        Budget budget,
        int minGood,
        Alerts alerts,
        Map<Tier, String> names,
        @Nullable Boolean suspend) {

    /**
     * When tiers run.
     *
     * @param jitter below which all times are moved by one stable offset; zero for none
     * @param times per tier as written: a friendly time or a cron
     */
    public record Timing(@Nullable String timezone, Duration jitter, Map<Tier, String> times) {}

    /**
     * What a tier does differently.
     *
     * @param volumes as written, to be laid over the policy's own
     * @param grace how much longer than the promise a strict tier keeps, and how late a run may be
     */
    public record TierTerms(
            @Nullable String store,
            @Nullable JsonNode volumes,
            @Nullable Duration grace) {}

    /** Whether a count may dip by one when a run is late ({@code NOMINAL}) or never ({@code STRICT}). */
    public enum Guarantee {
        NOMINAL,
        STRICT
    }

    /**
     * What is assumed of the data, for forecasts and costs. Sizes in bytes, rates as fractions of the data a day.
     *
     * @param deltas bytes that change within a span; excludes change and reach
     */
    public record Size(
            @Nullable Long data,
            Map<String, Long> byMethod,
            @Nullable BigDecimal change,
            @Nullable BigDecimal reach,
            Map<Duration, Long> deltas,
            @Nullable Long growth,
            @Nullable Long objects,
            @Nullable String accounting,
            @Nullable String sharedWith) {}

    /**
     * What a policy may cost.
     *
     * @param monthly absent when there is none, or when {@code none} was written
     * @param warnAt fraction of the budget from which on to warn
     */
    public record Budget(@Nullable Money monthly, @Nullable BigDecimal warnAt, boolean block) {}

    /**
     * When to tell somebody.
     *
     * @param grace how late a run may be before somebody is told
     */
    public record Alerts(
            Duration grace, String severity, @Nullable String runbook, boolean enabled) {}

    /** A CloudNativePG cluster that is backed up by its own operator on one tier's time. */
    public record Database(String cluster, String namespace, Tier tier, String method) {}
}
