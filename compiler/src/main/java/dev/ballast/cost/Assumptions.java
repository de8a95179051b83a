package dev.ballast.cost;

import dev.ballast.forecast.Forecast;
import dev.ballast.plan.BackupPlan;
import dev.ballast.policy.Terms;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the bill of a policy rests on and nobody declared. */
final class Assumptions {
    private static final String BUILT_IN = "built-in";

    private Assumptions() {}

    static List<Assumption> of(
            Forecast forecast, Workload workload, Bill bill, Calibration.@Nullable Measured measured) {
        var all = new ArrayList<Assumption>();
        BackupPlan plan = forecast.plan();
        Terms.Size size = workload.size();
        measured(all, measured);
        if (workload.countedIn() != null) {
            all.add(new Assumption("sharedWith", "volumes are counted in `%s`".formatted(workload.countedIn())));
        } else if (workload.sized() && !workload.loads().isEmpty()) {
            addRate(all, plan, "change", size.change(), " of the data is rewritten in a day");
            addRate(all, plan, "reach", size.reach(), " of the data is ever rewritten");
        }
        if (builtIn(plan, "objects") && !workload.loads().isEmpty()) {
            all.add(new Assumption(
                    "objects",
                    "the Kubernetes objects of a backup take %d MiB"
                            .formatted(Objects.requireNonNullElse(size.objects(), 0L) >> 20)));
        }
        if (bill.lines().stream().anyMatch(Assumptions::uploaded)) {
            all.add(new Assumption(
                    "upload-overhead",
                    "an uploader's indexes and half-empty packs take %d %% more".formatted(Stocks.OVERHEAD_PERCENT)));
            all.add(new Assumption(
                    "upload-cleanup",
                    "an uploader frees space %d hours after a backup expires".formatted(Stocks.UPLOADED / 3600)));
        }
        if (forecast.restorePoints().steadyFrom() == null && !workload.loads().isEmpty()) {
            all.add(new Assumption("rest", "never at rest, so the first year is taken"));
        }
        return List.copyOf(all);
    }

    private static void measured(List<Assumption> all, Calibration.@Nullable Measured measured) {
        if (measured == null) {
            return;
        }
        String date = measured.at().atZone(ZoneOffset.UTC).toLocalDate().toString();
        if (measured.data() != null || !measured.byMethod().isEmpty()) {
            all.add(new Assumption("measured-data", "how much data there is was measured on " + date));
        }
        if (!measured.deltas().isEmpty()) {
            all.add(new Assumption(
                    "measured-deltas",
                    "what differs after up to %s was measured until %s; beyond that it goes on as declared"
                            .formatted(CalibrationFile.span(measured.deltas().lastKey()), date)));
        }
    }

    private static boolean uploaded(Line line) {
        boolean data = line.kind() == Component.Kind.MOVED_DATA || line.kind() == Component.Kind.FILE_SYSTEM;
        return data && line.bytes() != null && line.bytes().get(0).high() > 0;
    }

    private static void addRate(
            List<Assumption> all, BackupPlan plan, String member, @Nullable BigDecimal rate, String meaning) {
        if (rate != null && builtIn(plan, member)) {
            String percent = rate.movePointRight(2).stripTrailingZeros().toPlainString();
            all.add(new Assumption(member, percent + " %" + meaning));
        }
    }

    private static boolean builtIn(BackupPlan plan, String member) {
        String pointer = "/size/" + member;
        return plan.effective().has(pointer)
                && plan.effective().origin(pointer).layer().equals(BUILT_IN);
    }
}
