package dev.ballast.forecast;

import dev.ballast.compile.Checker;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.Fleet;
import dev.ballast.plan.Resolver;
import dev.ballast.policy.Tier;
import dev.ballast.source.Document;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Policies of all kinds of tiers, times, zones and spans, written as text and put through the whole pipeline. The times come from short lists:
 * what is random is how they meet.
 */
final class RandomPolicies {
    /** Dialects by the release that speaks them; the first reads no zones. */
    private static final List<String> RELEASES = List.of("1.14.1", "1.17.2", "1.18.3");

    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "America/Sao_Paulo",
            "America/Santiago",
            "Australia/Lord_Howe",
            "Africa/Casablanca",
            "Africa/Cairo",
            "Antarctica/Troll",
            "Asia/Kathmandu");

    private final Draw draw;

    RandomPolicies(long seed) {
        draw = new Draw(seed);
    }

    /** So many plans at most: a policy of which no tier can be read is left out. The same for the same seed. */
    List<BackupPlan> plans(int count) {
        var text = new StringBuilder(platform());
        for (int i = 0; i < count; i++) {
            text.append(policy(i));
        }
        return planned(text.toString());
    }

    /** The plans of a text, all environments; rules are not asked. */
    static List<BackupPlan> planned(String text) {
        List<Document> documents = SourceReader.read("case.yaml", text, Limits.DEFAULT)
                .value()
                .orElseThrow()
                .documents();
        Fleet fleet = Resolver.resolve(Checker.of(documents).set(), environment -> true, Map.of())
                .value()
                .orElseThrow();
        return fleet.environments().stream()
                .flatMap(environment -> environment.policies().stream())
                .filter(plan -> !plan.tiers().isEmpty())
                .toList();
    }

    private static String platform() {
        var text = new StringBuilder("""
                apiVersion: ballast.dev/v1alpha1
                kind: BackupStore
                metadata: {name: primary}
                spec: {provider: aws, bucket: b, region: us-east-1, default: true}
                """);
        for (String release : RELEASES) {
            text.append("""
                    ---
                    apiVersion: ballast.dev/v1alpha1
                    kind: Environment
                    metadata: {name: v%s}
                    spec:
                      velero: {version: "%s"}
                      snapshotLocations: [{name: ebs, provider: aws, region: us-east-1}]
                      defaults: {volumes: {method: snapshot}}
                    """.formatted(release.replace('.', '-'), release));
        }
        return text.toString();
    }

    private String policy(int number) {
        var keep = new StringJoiner(", ", "{", "}");
        var schedule = new StringJoiner(", ", "{", "}");
        var tiers = new StringJoiner(", ", "{", "}");
        boolean strict = draw.oneIn(4);
        schedule.add("timezone: " + draw.of(ZONES));
        if (draw.oneIn(20)) {
            schedule.add("jitter: " + draw.of(List.of("30m", "2h")));
        }
        for (Tier tier : tiers()) {
            keep.add(tier.word() + ": " + keep(tier));
            if (tier == Tier.HOURLY || !draw.oneIn(3)) {
                schedule.add("%s: \"%s\"".formatted(tier.word(), time(tier)));
            }
            if (strict && draw.oneIn(2)) {
                tiers.add("%s: {grace: %s}".formatted(tier.word(), draw.of(List.of("30m", "5h", "30h"))));
            }
        }
        return """
                ---
                apiVersion: ballast.dev/v1alpha1
                kind: BackupPolicy
                metadata: {name: p%d}
                spec:
                  environments: [v%s]
                  select: {namespaces: [n%d]}
                  keep: %s
                  schedule: %s
                  tiers: %s
                  guarantee: %s
                  suspend: %s
                """.formatted(
                        number,
                        draw.of(RELEASES).replace('.', '-'),
                        number,
                        keep,
                        schedule,
                        tiers,
                        strict ? "strict" : "nominal",
                        draw.oneIn(200));
    }

    /** One to four tiers; the yearly one, which makes the forecast long, seldom. */
    private List<Tier> tiers() {
        var tiers = new ArrayList<Tier>();
        while (tiers.isEmpty()) {
            for (Tier tier : Tier.values()) {
                int times = tier == Tier.HOURLY ? 10 : tier == Tier.YEARLY ? 20 : 2;
                if (draw.oneIn(times)) {
                    tiers.add(tier);
                }
            }
        }
        return tiers;
    }

    private String keep(Tier tier) {
        if (tier != Tier.HOURLY && draw.oneIn(15)) {
            return "forever";
        }
        TierChoices choices = TierChoices.of(tier);
        return draw.oneIn(3)
                ? draw.of(choices.spans())
                : draw.of(choices.counts()).toString();
    }

    private String time(Tier tier) {
        boolean dense = tier == Tier.HOURLY && draw.oneIn(20);
        return draw.of(dense ? TierChoices.DENSE : TierChoices.of(tier).times());
    }
}
