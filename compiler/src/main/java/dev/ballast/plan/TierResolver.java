package dev.ballast.plan;

import dev.ballast.calendar.CronDialect;
import dev.ballast.calendar.CronReading;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.DidYouMean;
import dev.ballast.diagnostic.Place;
import dev.ballast.policy.Environment;
import dev.ballast.policy.Keep;
import dev.ballast.policy.Terms;
import dev.ballast.policy.Tier;
import dev.ballast.policy.Volumes;
import dev.ballast.velero.VeleroRange;
import dev.ballast.velero.VeleroVersion;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tiers of policies: when each runs, what its Schedule is called, how long its backups live. */
final class TierResolver {
    private final List<Diagnostic> findings;
    private final Rhythm.Known rhythms = new Rhythm.Known();

    TierResolver(List<Diagnostic> findings) {
        this.findings = findings;
    }

    /** A policy in an environment, as far as it is resolved before its tiers. */
    record Subject(String policy, Environment environment, Terms terms, Effective effective, VeleroRange velero) {}

    List<TierPlan> of(Subject subject, Function<Tier, @Nullable StorePlan> stores, Function<Tier, Volumes> volumes) {
        ZoneId zone = zone(subject);
        var plans = new ArrayList<TierPlan>();
        subject.terms()
                .keep()
                .forEach((tier, keep) -> plan(subject, tier, keep, zone, stores.apply(tier), volumes.apply(tier))
                        .ifPresent(plans::add));
        return List.copyOf(plans);
    }

    private ZoneId zone(Subject subject) {
        String name = subject.terms().schedule().timezone();
        if (name == null || name.equals("UTC")) {
            return ZoneOffset.UTC;
        }
        if (ZoneId.getAvailableZoneIds().contains(name)) {
            return ZoneId.of(name);
        }
        finding(
                subject,
                "schedule.unknown-zone",
                "/schedule/timezone",
                "`%s` is not a time zone of the IANA database".formatted(name),
                DidYouMean.closest(name, ZoneId.getAvailableZoneIds())
                        .map("did you mean `%s`?"::formatted)
                        .orElse("write a name such as `Europe/Berlin`, or `UTC`"));
        return ZoneOffset.UTC;
    }

    private Optional<TierPlan> plan(
            Subject subject, Tier tier, Keep keep, ZoneId zone, @Nullable StorePlan store, Volumes volumes) {
        String pointer = "/schedule/" + tier.word();
        return PlannedTime.of(tier, subject, zone, rhythms.changes(zone), this::refuse)
                .flatMap(time -> {
                    Map<CronDialect, Rhythm> rhythms = rhythms(subject, pointer, time.cron());
                    if (rhythms.isEmpty()) {
                        return Optional.empty();
                    }
                    Rhythm first = rhythms.values().iterator().next();
                    databases(subject, tier, time);
                    Ttl ttl = Ttl.of(tier, keep, time.onePerPeriod(), rhythms.values(), grace(subject.terms(), tier));
                    return Optional.of(new TierPlan(
                            tier,
                            name(subject, tier),
                            time.cron(),
                            time.utcCron(),
                            first,
                            time.cron().contains("TZ=") ? first.schedule().zone() : zone,
                            keep,
                            ttl.duration(),
                            ttl.reason(),
                            store,
                            volumes));
                });
    }

    /** What each declared dialect makes of a cron; a text that any of them refuses is a finding. */
    private Map<CronDialect, Rhythm> rhythms(Subject subject, String pointer, String cron) {
        var read = new LinkedHashMap<CronDialect, Rhythm>();
        for (Map.Entry<CronDialect, VeleroVersion> dialect :
                subject.velero().dialects().entrySet()) {
            Object reading = rhythms.of(cron, dialect.getKey());
            if (reading instanceof Rhythm rhythm) {
                read.put(dialect.getKey(), rhythm);
            } else if (reading instanceof CronReading.Refused refused) {
                finding(
                        subject,
                        "schedule.invalid-cron",
                        pointer,
                        "Velero %s refuses `%s`: %s".formatted(dialect.getValue(), cron, refused.message()),
                        null);
                return Map.of();
            }
        }
        return read;
    }

    private static Optional<Duration> grace(Terms terms, Tier tier) {
        if (terms.guarantee() == Terms.Guarantee.NOMINAL) {
            return Optional.empty();
        }
        Terms.TierTerms ofTier = terms.tiers().get(tier);
        Duration own = ofTier == null ? null : ofTier.grace();
        return Optional.of(own == null ? terms.alerts().grace() : own);
    }

    private static String name(Subject subject, Tier tier) {
        String given = subject.terms().names().get(tier);
        return given == null ? ScheduleNames.of(subject.policy(), tier) : given;
    }

    /** CloudNativePG knows neither zones nor nicknames. */
    private void databases(Subject subject, Tier tier, PlannedTime time) {
        for (int i = 0; i < subject.terms().databases().size(); i++) {
            if (subject.terms().databases().get(i).tier() == tier && time.utcCron() == null) {
                finding(
                        subject,
                        "schedule.invalid-time",
                        "/databases/" + i,
                        "CloudNativePG runs on five fields in UTC, and `%s` cannot be said so".formatted(time.cron()),
                        "give the %s tier a time such as `02:00`, or move the database to another tier"
                                .formatted(tier.word()));
            }
        }
    }

    private void refuse(Subject subject, String pointer, String message) {
        finding(subject, "schedule.invalid-time", pointer, message, null);
    }

    private void finding(Subject subject, String rule, String pointer, String message, @Nullable String help) {
        Place.Field place = subject.effective().place(pointer);
        findings.add(Diagnostic.error(rule, place, message).help(help).about(subject.policy(), null));
    }
}
