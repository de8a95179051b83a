package dev.ballast.trial;

import dev.ballast.outlook.Moment;
import dev.ballast.report.Ages;
import java.time.Duration;
import java.time.Instant;

/** Statements about how old: the oldest restore point at least, the newest at most. */
final class Spans {
    private Spans() {}

    /** At every instant once every tier has filled; at the end when that is later. */
    static Judged lookback(Scene scene, Duration expected) {
        Instant watched = scene.filled().orElse(scene.end());
        Duration least = null;
        Instant broken = null;
        for (int i = scene.moment(watched); i < scene.timeline().moments().size(); i++) {
            Moment moment = scene.timeline().moments().get(i);
            Instant at = moment.time().isBefore(watched) ? watched : moment.time();
            Duration age = moment.oldestAge(at).orElse(Duration.ZERO);
            if (least == null || age.compareTo(least) < 0) {
                least = age;
            }
            if (broken == null && age.compareTo(expected) < 0) {
                broken = at;
            }
        }
        String found = Ages.text(least == null ? Duration.ZERO : least);
        return new Judged(
                "lookback",
                Ages.text(expected),
                found,
                broken == null
                        ? null
                        : new Judged.Breach(
                                broken,
                                "the oldest restore point is younger than %s from %s UTC on; at its worst it is only %s old"
                                        .formatted(Ages.text(expected), Ages.clock(broken), found),
                                scene.around(broken)));
    }

    /** At every instant, beginning so long after the first that the first backup may be that old. */
    static Judged newest(Scene scene, Duration expected) {
        Instant watched = scene.test().from().plus(expected);
        Duration most = Duration.ZERO;
        boolean none = false;
        Instant broken = null;
        for (int i = 0; i < scene.timeline().moments().size(); i++) {
            Moment moment = scene.timeline().moments().get(i);
            Instant over = scene.over(i);
            if (over.isBefore(watched)) {
                continue;
            }
            Instant newest = moment.newest();
            Instant tooOld = newest == null ? watched : newest.plus(expected);
            Instant at = tooOld.isBefore(moment.time()) ? moment.time() : tooOld;
            if (newest == null) {
                none = true;
            } else {
                Duration age = Duration.between(newest, over);
                most = age.compareTo(most) > 0 ? age : most;
            }
            if (broken == null && (at.isBefore(over) || (newest == null && !at.isAfter(over)))) {
                broken = at;
            }
        }
        String found = none ? "none at times" : Ages.text(most);
        return new Judged(
                "newestGoodAge",
                Ages.text(expected),
                found,
                broken == null
                        ? null
                        : new Judged.Breach(
                                broken,
                                "the newest good restore point is older than %s from %s UTC on%s"
                                        .formatted(
                                                Ages.text(expected),
                                                Ages.clock(broken),
                                                none ? ", or there is none" : ", and gets %s old".formatted(found)),
                                scene.around(broken)));
    }
}
