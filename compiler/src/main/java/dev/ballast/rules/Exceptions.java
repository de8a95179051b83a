package dev.ballast.rules;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.PolicyException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets findings pass that a PolicyException covers, and says which exceptions cover nothing (any more). */
final class Exceptions {
    /** An exception that ends within so many days is worth a note. */
    static final int SOON_DAYS = 14;

    private final Context context;
    private final LocalDate today;
    private final Set<PolicyException> used = new HashSet<>();

    Exceptions(Context context) {
        this.context = context;
        this.today = context.at().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Whether some exception lets a finding pass, one of one policy in one environment where it is about such. */
    boolean excuse(Diagnostic finding) {
        boolean excused = false;
        for (PolicyException exception : context.set().exceptions()) {
            if (holds(exception) && covers(exception, finding)) {
                used.add(exception);
                excused = true;
            }
        }
        return excused;
    }

    /** What is to be said of the exceptions themselves, once every finding has been asked about. */
    List<Diagnostic> states() {
        return context.set().exceptions().stream()
                .flatMap(exception -> state(exception).stream())
                .toList();
    }

    private boolean holds(PolicyException exception) {
        return !exception.expires().isBefore(today) && Catalogue.excusable(exception.rule());
    }

    private boolean covers(PolicyException exception, Diagnostic finding) {
        return exception.rule().equals(finding.rule())
                && targets(exception, finding)
                && (exception.environments().isEmpty()
                        || finding.environment() == null
                        || context.fleet().environments().stream()
                                .filter(e -> e.name().equals(finding.environment()))
                                .anyMatch(e -> exception.environments().stream().anyMatch(e.environment()::isCalled)));
    }

    private boolean targets(PolicyException exception, Diagnostic finding) {
        if (exception.targetKind().equals("BackupPolicy")
                && exception.targetName().equals(finding.policy())) {
            return true;
        }
        Place.Field target = context.set()
                .declared()
                .getOrDefault(exception.targetKind(), Map.of())
                .get(exception.targetName());
        return target != null
                && finding.place() instanceof Place.Field place
                && place.source().equals(target.source())
                && place.document() == target.document();
    }

    private List<Diagnostic> state(PolicyException exception) {
        Place.Field expires = exception.meta().place("/spec/expires");
        if (exception.expires().isBefore(today)) {
            return List.of(Diagnostic.warning(
                            "exception.expired",
                            expires,
                            "the exception `%s` ended on %s and lets nothing pass any more"
                                    .formatted(exception.name(), exception.expires()))
                    .help("mend what it excused, then remove it"));
        }
        var found = new ArrayList<Diagnostic>();
        if (!Catalogue.excusable(exception.rule())) {
            found.add(unknownRule(exception));
        } else if (!used.contains(exception) && judgedEverywhere(exception)) {
            found.add(Diagnostic.warning(
                            "exception.unused",
                            exception.meta().namePlace(),
                            "the exception `%s` lets nothing pass: no finding of `%s` on %s `%s`"
                                    .formatted(
                                            exception.name(),
                                            exception.rule(),
                                            exception.targetKind(),
                                            exception.targetName()))
                    .help("remove it"));
        }
        if (exception.expires().isAfter(today.plusDays(180))) {
            found.add(Diagnostic.error(
                    "exception.too-long",
                    expires,
                    "the exception `%s` ends on %s; at most 180 days ahead is allowed, which is %s"
                            .formatted(exception.name(), exception.expires(), today.plusDays(180))));
        } else if (!exception.expires().isAfter(today.plusDays(SOON_DAYS))) {
            found.add(Diagnostic.note(
                    "exception.expires-soon",
                    expires,
                    "the exception `%s` ends on %s".formatted(exception.name(), exception.expires())));
        }
        return found;
    }

    /** Whether every environment was looked at in which the exception may be of use. */
    private boolean judgedEverywhere(PolicyException exception) {
        Set<String> judged = context.fleet().environments().stream()
                .map(EnvironmentPlan::name)
                .collect(Collectors.toSet());
        return context.set().names("Environment").stream()
                .filter(name -> !judged.contains(name))
                .noneMatch(name -> mayHoldIn(exception, name));
    }

    /** An environment that could not be read may be called anything. */
    private boolean mayHoldIn(PolicyException exception, String environment) {
        return exception.environments().isEmpty()
                || context.set().environments().stream()
                        .filter(known -> known.name().equals(environment))
                        .allMatch(known -> exception.environments().stream().anyMatch(known::isCalled));
    }

    private static Diagnostic unknownRule(PolicyException exception) {
        Place.Field place = exception.meta().place("/spec/rule");
        if (Catalogue.knows(exception.rule())) {
            return Diagnostic.error(
                    "exception.not-allowed",
                    place,
                    "`%s` cannot be excused: nothing can be compiled while it holds".formatted(exception.rule()));
        }
        return Diagnostic.error("exception.unknown-rule", place, "there is no rule `%s`".formatted(exception.rule()))
                .help(dev.ballast.diagnostic.DidYouMean.closest(
                                exception.rule(), Catalogue.pagesById().keySet())
                        .map("did you mean `%s`?"::formatted)
                        .orElse("`ballast explain rule` lists them"));
    }
}
