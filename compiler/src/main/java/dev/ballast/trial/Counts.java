package dev.ballast.trial;

import dev.ballast.forecast.Backups;
import dev.ballast.forecast.TierForecast;
import dev.ballast.outlook.Moment;
import dev.ballast.policy.Bound;
import dev.ballast.report.Ages;
import java.time.Instant;

/** Statements about how many: restore points at the end, restore points at any time, runs. */
final class Counts {
    private Counts() {}

    static Judged points(Scene scene, Bound expected) {
        int points = scene.timeline().moments().get(scene.moment(scene.end())).points();
        return judged(scene, "points", expected, points, "restore points at the end");
    }

    static Judged runs(Scene scene, Bound expected) {
        int runs = 0;
        for (TierForecast tier : scene.forecast().tiers()) {
            Backups backups = tier.backups();
            for (int i = 0;
                    i < backups.size() && backups.start(i) <= scene.end().getEpochSecond();
                    i++) {
                runs++;
            }
        }
        return judged(scene, "runs", expected, runs, "runs until the end");
    }

    private static Judged judged(Scene scene, String statement, Bound expected, int found, String what) {
        return new Judged(
                statement,
                expected.toString(),
                Integer.toString(found),
                expected.admits(found)
                        ? null
                        : new Judged.Breach(
                                scene.end(),
                                "%d %s, expected %s".formatted(found, what, expected),
                                scene.around(scene.end())));
    }

    /** At every instant that is watched; what is found is the least and the most. */
    static Judged good(Scene scene, Bound expected) {
        Instant watched = scene.watched();
        int least = Integer.MAX_VALUE;
        int most = 0;
        Judged.Breach breach = null;
        for (int i = scene.moment(watched); i < scene.timeline().moments().size(); i++) {
            Moment moment = scene.timeline().moments().get(i);
            least = Math.min(least, moment.points());
            most = Math.max(most, moment.points());
            if (breach == null && !expected.admits(moment.points())) {
                Instant at = moment.time().isBefore(watched) ? watched : moment.time();
                breach = new Judged.Breach(
                        at,
                        "%d good restore points on %s UTC, expected %s at any time from %s on"
                                .formatted(moment.points(), Ages.clock(at), expected, Ages.clock(watched)),
                        scene.around(at));
            }
        }
        String found = least == most ? Integer.toString(least) : "%d to %d".formatted(least, most);
        return new Judged("good", expected.toString(), found, breach);
    }
}
