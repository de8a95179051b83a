package dev.ballast.alerttest;

import dev.ballast.alerts.AlertGroup;
import dev.ballast.alerts.AlertRule;
import dev.ballast.alerts.AlertRules;
import dev.ballast.manifest.YamlWriter;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rules of policies as plain files, and tests of them for {@code promtool test rules}. */
public final class AlertTests {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** What waits longer than this is told in days. */
    private static final Duration TEN_DAYS = Duration.ofDays(10);

    private final Cast cast;

    private AlertTests(Cast cast) {
        this.cast = cast;
    }

    /** Text by path, all under {@code tests/}; nothing for policies without alerts. */
    public static SortedMap<String, String> files(EnvironmentPlan environment) {
        var files = new TreeMap<String, String>();
        for (BackupPlan plan : environment.policies()) {
            AlertRules.of(environment, plan)
                    .ifPresent(group -> files.putAll(files(plan.name(), group, new Cast(environment, plan, group))));
        }
        return files;
    }

    private static SortedMap<String, String> files(String name, AlertGroup group, Cast cast) {
        var tests = new AlertTests(cast);
        var files = new TreeMap<String, String>();
        String rules = name + ".rules.yaml";
        files.put("tests/" + rules, YamlWriter.document(group.file()));
        put(files, name, rules, Cast.STEP, tests.inMinutes());
        put(files, name + ".hours", rules, HOUR, tests.inHours());
        put(files, name + ".days", rules, DAY, tests.inDays());
        return files;
    }

    private static void put(
            SortedMap<String, String> files, String name, String rules, Duration step, List<Scene> scenes) {
        if (!scenes.isEmpty()) {
            var tests = new RuleTests(
                    List.of(rules),
                    AlertRule.span(step),
                    scenes.stream().map(Scene::story).toList());
            files.put("tests/" + name + ".test.yaml", YamlWriter.document(tests));
        }
    }

    private List<Scene> inMinutes() {
        var scenes = new ArrayList<Scene>();
        if (!cast.isSuspended()) {
            cast.tiers().forEach(tier -> scenes.addAll(new TierStories(cast, tier).all()));
        }
        scenes.addAll(new PolicyStories(cast).all());
        return scenes;
    }

    private List<Scene> inHours() {
        var scenes = new ArrayList<Scene>();
        for (TierPlan tier : cast.tiers()) {
            var stories = new LongStories(cast, tier);
            if (!cast.isSuspended() && stories.patience().compareTo(TEN_DAYS) <= 0) {
                scenes.addAll(stories.neverSucceeded(HOUR));
            }
            scenes.add(stories.pausedTooLong(HOUR));
        }
        return scenes;
    }

    private List<Scene> inDays() {
        var scenes = new ArrayList<Scene>();
        for (TierPlan tier : cast.tiers()) {
            var stories = new LongStories(cast, tier);
            if (!cast.isSuspended() && stories.patience().compareTo(TEN_DAYS) > 0) {
                scenes.addAll(stories.neverSucceeded(DAY));
            }
        }
        return scenes;
    }
}
