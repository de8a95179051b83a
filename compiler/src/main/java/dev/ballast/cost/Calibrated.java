package dev.ballast.cost;

import dev.ballast.policy.Terms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lays measured sizes and differences over declared ones. */
final class Calibrated {
    /** Days at which a declared curve is looked at beyond what was measured. */
    private static final int[] SPANS = {1, 2, 3, 5, 7, 14, 30, 60, 90, 180, 365, 730};

    /** Of slopes, shares a day: points on one line stay. */
    private static final double ROUNDING = 1e-12;

    private Calibrated() {}

    static Terms.Size size(Calibration.Measured measured, Terms.Size declared) {
        Long whole = data(measured, declared);
        Map<String, Long> byMethod = byMethod(measured, declared);
        long total = whole == null
                ? byMethod.values().stream().mapToLong(Long::longValue).sum()
                : whole;
        Map<Duration, Long> deltas = total == 0 ? Map.of() : deltas(measured, declared, total);
        boolean changed = !deltas.isEmpty();
        return new Terms.Size(
                whole,
                byMethod,
                changed ? null : declared.change(),
                changed ? null : declared.reach(),
                changed ? deltas : scaled(declared, total),
                declared.growth(),
                declared.objects(),
                declared.accounting(),
                declared.sharedWith());
    }

    private static @Nullable Long data(Calibration.Measured measured, Terms.Size declared) {
        return declared.byMethod().isEmpty() && measured.data() != null ? measured.data() : declared.data();
    }

    private static Map<String, Long> byMethod(Calibration.Measured measured, Terms.Size declared) {
        var all = new TreeMap<>(declared.byMethod());
        measured.byMethod().forEach((method, bytes) -> all.computeIfPresent(method, (m, before) -> bytes));
        return all;
    }

    private static long total(Terms.Size size) {
        Long data = size.data();
        return data == null
                ? size.byMethod().values().stream().mapToLong(Long::longValue).sum()
                : data;
    }

    /** Differences are a part of the data: where there is more of it, more of it differs. */
    private static Map<Duration, Long> scaled(Terms.Size declared, long total) {
        long before = total(declared);
        if (before == 0 || before == total) {
            return declared.deltas();
        }
        var scaled = new TreeMap<Duration, Long>();
        declared.deltas().forEach((span, bytes) -> scaled.put(span, Math.round((double) bytes * total / before)));
        return scaled;
    }

    private static Map<Duration, Long> deltas(Calibration.Measured measured, Terms.Size declared, long total) {
        if (measured.deltas().isEmpty()) {
            return Map.of();
        }
        var shares = new TreeMap<Double, Double>();
        measured.deltas()
                .forEach((span, sample) -> shares.put(days(span), Math.min(1, (double) sample.bytes() / total)));
        goOn(shares, new Workload(List.of(), List.of(), declared, NOWHERE, null, 0).curve());
        var deltas = new TreeMap<Duration, Long>();
        concave(shares)
                .forEach((days, share) ->
                        deltas.put(Duration.ofSeconds(Math.round(days * ChangeCurve.DAY)), Math.round(share * total)));
        return deltas;
    }

    private static final Workload.SnapshotPlace NOWHERE = new Workload.SnapshotPlace(null, null, false);

    private static double days(Duration span) {
        return (double) span.toSeconds() / ChangeCurve.DAY;
    }

    /** Beyond the last point as the declared curve goes, in proportion. */
    private static void goOn(SortedMap<Double, Double> shares, ChangeCurve declared) {
        double last = shares.lastKey();
        double known = shares.getOrDefault(last, 0.0);
        double said = declared.share(last);
        if (said > 0) {
            for (int days : SPANS) {
                if (days > last) {
                    shares.put((double) days, Math.min(1, known * declared.share(days) / said));
                }
            }
        }
    }

    /** The least line above some points that grows ever slower: points below it are left out. */
    private static SortedMap<Double, Double> concave(SortedMap<Double, Double> shares) {
        var hull = new ArrayList<ChangeCurve.Point>(List.of(new ChangeCurve.Point(0, 0)));
        double most = 0;
        for (var share : shares.entrySet()) {
            most = Math.max(most, share.getValue());
            var point = new ChangeCurve.Point(share.getKey(), most);
            while (hull.size() > 1 && isBelow(hull.get(hull.size() - 2), hull.get(hull.size() - 1), point)) {
                hull.remove(hull.size() - 1);
            }
            hull.add(point);
        }
        var line = new TreeMap<Double, Double>();
        hull.stream().skip(1).forEach(point -> line.put(point.days(), point.share()));
        return line;
    }

    private static boolean isBelow(ChangeCurve.Point left, ChangeCurve.Point middle, ChangeCurve.Point right) {
        return left.slopeTo(middle) < middle.slopeTo(right) - ROUNDING;
    }
}
