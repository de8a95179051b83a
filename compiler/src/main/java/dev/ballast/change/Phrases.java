package dev.ballast.change;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.calendar.CronComparison;
import dev.ballast.cost.Cause;
import dev.ballast.cost.EnvironmentCost;
import dev.ballast.policy.Quantities;
import dev.ballast.report.Cells;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What text and Markdown say alike. */
final class Phrases {
    /** How many names a sentence may hold. */
    private static final int NAMED = 5;

    private Phrases() {}

    /** {@code 365d}, {@code 36h}, {@code 11d 2h}, and Go's text for what is no whole number of hours. */
    static String span(Duration duration) {
        long hours = duration.toHours();
        if (!duration.equals(Duration.ofHours(hours))) {
            return Quantities.goText(duration);
        }
        if (hours < 48) {
            return hours + "h";
        }
        return hours % 24 == 0 ? hours / 24 + "d" : "%dd %dh".formatted(hours / 24, hours % 24);
    }

    /** The guaranteed look-back; empty where there is none. */
    static String lookback(@Nullable Outlook outlook) {
        if (outlook == null) {
            return "";
        }
        if (outlook.forever()) {
            return "forever";
        }
        Duration lookback = outlook.lookback();
        return lookback == null ? "" : span(lookback);
    }

    /** The longest interval between due times; empty where nothing runs. */
    static String rpo(@Nullable Outlook outlook) {
        Duration rpo = outlook == null ? null : outlook.rpo();
        return rpo == null ? "" : span(rpo);
    }

    static String points(@Nullable Outlook outlook) {
        return outlook == null ? "" : Integer.toString(outlook.restorePoints());
    }

    /** {@code before → after}, one value where they are the same, a dash for nothing. */
    static String move(String before, String after) {
        if (before.equals(after)) {
            return orDash(before);
        }
        return orDash(before) + " → " + orDash(after);
    }

    /** An object by its id, and of a Schedule when it runs and how long its backups live. */
    static String object(Applied object) {
        JsonNode spec = object.tree().path("spec");
        JsonNode ttl = spec.path("template").path("ttl");
        return ttl.isTextual()
                ? "%s: %s, kept %s".formatted(object.id(), spec.path("schedule").asText(), ttl.asText())
                : object.id();
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "–" : text;
    }

    static String mark(Change change) {
        return switch (change) {
            case ADDED -> "+";
            case CHANGED -> "~";
            case REMOVED -> "-";
            case SAME -> " ";
        };
    }

    /** {@code bookstore in prod}. */
    static String scope(String policy, @Nullable String environment) {
        return environment == null ? policy : policy + " in " + environment;
    }

    /** {@code 1 policy}, {@code 2 policies}. */
    static String policies(long number) {
        return number == 1 ? "1 policy" : number + " policies";
    }

    /** {@code 1 policy added, 2 changed}; nothing for what there is none of. */
    static String sum(ChangeSet changes) {
        var sum = new StringJoiner(", ");
        for (Change change : List.of(Change.ADDED, Change.CHANGED, Change.REMOVED)) {
            long number = changes.count(change);
            if (number > 0) {
                sum.add((sum.length() == 0 ? policies(number) : number) + " " + change.word());
            }
        }
        return sum.length() == 0 ? "no policy changes" : sum.toString();
    }

    /** What becomes of backups that are there; empty when none are known. */
    static String existing(List<Existing> groups) {
        if (groups.isEmpty()) {
            return "";
        }
        int count = groups.stream().mapToInt(Existing::count).sum();
        Instant last = groups.stream()
                .map(Existing::expires)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return "%s, kept until %s as stamped; none expires earlier or later"
                .formatted(count == 1 ? "1 backup exists" : count + " backups exist", last);
    }

    /** What giving up a location means, with the names of policies as far as they are few. */
    static String abandoned(Abandoned location) {
        List<String> names = location.policies();
        String whose = names.isEmpty()
                ? "backups made there"
                : "backups of %s%s"
                        .formatted(
                                String.join(
                                        ", ",
                                        names.subList(0, Math.min(NAMED, names.size())).stream()
                                                .map(name -> "`" + name + "`")
                                                .toList()),
                                names.size() > NAMED ? " and %d more".formatted(names.size() - NAMED) : "");
        return location.removed()
                ? "location `%s` goes: %s can no longer be restored, and their bytes never expire"
                        .formatted(location.location(), whose)
                : "location `%s` points elsewhere: Velero drops the %s from the cluster, and their bytes never expire"
                        .formatted(location.location(), whose);
    }

    /** {@code schedule +2.00, price -0.10}. */
    static String causes(List<Cause> causes) {
        return causes.stream()
                .map(cause -> "%s %s".formatted(cause.kind().word(), Spending.signed(cause.amount())))
                .collect(Collectors.joining(", "));
    }

    /** The price books, and how much is assumed; empty when there is no money. */
    static String basis(Comparison comparison) {
        List<EnvironmentCost.BookUse> books = comparison.basis().books();
        if (books.isEmpty()) {
            return "";
        }
        String named = books.stream()
                .map(book ->
                        "%s %s as of %s".formatted(Cells.line(book.name()), Cells.line(book.version()), book.asOf()))
                .collect(Collectors.joining(", "));
        int assumptions = 0;
        int unknowns = 0;
        for (PolicyChange policy : comparison.changes().policies().toList()) {
            Bill bill = PlanText.bill(policy.after());
            assumptions += bill == null ? 0 : bill.assumptions();
            unknowns += bill == null ? 0 : bill.unknowns();
        }
        int stale = comparison.basis().stale();
        return "Prices: %s%s; assumed values: %d%s"
                .formatted(
                        named,
                        stale == 0 ? "" : " (%d older than 180 days)".formatted(stale),
                        assumptions,
                        unknowns == 0 ? "" : ", parts without a number: %d".formatted(unknowns));
    }

    static String meaning(CronComparison.Meaning meaning) {
        if (meaning instanceof CronComparison.Meaning.Refusal refusal) {
            return "refused: " + refusal.refused().message();
        }
        List<Instant> dates = ((CronComparison.Meaning.Runs) meaning).dates();
        return dates.isEmpty()
                ? "never due, which Velero takes as always due"
                : dates.stream().map(Instant::toString).collect(Collectors.joining(", "));
    }

    static String side(Side side) {
        String commit = side.commit();
        return commit == null || commit.startsWith(side.name())
                ? side.name()
                : "%s (%s)".formatted(side.name(), commit.substring(0, Math.min(10, commit.length())));
    }
}
