package dev.ballast.rules.size;

import dev.ballast.cost.Concavity;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Quantities;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.time.Duration;
import java.util.List;

/** Differences that grow faster the longer one waits, which no data does. */
final class NotConcave implements Rule.OfPolicy {
    private static final long MEBIBYTE = 1L << 20;

    @Override
    public String id() {
        return "size.not-concave";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        return Concavity.dent(policy.terms().size().deltas()).map(dent -> finding(policy, dent)).stream()
                .toList();
    }

    private Diagnostic finding(BackupPlan policy, Concavity.Dent dent) {
        String found = dent.most()
                .map(most -> "at most `%s` can differ after `%s`, by the differences before it; found `%s`"
                        .formatted(size(most), span(dent.span()), size(dent.bytes())))
                .orElse("at least `%s` differ after `%s`, since as many do before; found `%s`"
                        .formatted(size(dent.least()), span(dent.span()), size(dent.bytes())));
        return at(policy.place("/size/deltas"), found)
                .help(
                        "measure again; each further day changes no more than the one before, since some of it is changed already");
    }

    private static String size(long bytes) {
        return bytes % MEBIBYTE == 0 && bytes >= MEBIBYTE
                ? (bytes % (MEBIBYTE << 10) == 0 ? (bytes >> 30) + "GiB" : (bytes >> 20) + "MiB")
                : bytes + "B";
    }

    private static String span(Duration span) {
        return span.toHours() % 24 == 0 ? span.toDays() + "d" : Quantities.goText(span);
    }
}
