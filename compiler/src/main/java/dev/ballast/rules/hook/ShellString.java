package dev.ballast.rules.hook;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.HookPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Shell syntax where no shell will read it. */
final class ShellString implements Rule.OfPolicy {
    private static final Pattern NO_PROGRAM = Pattern.compile("[\\s|&;<>()$`\"']");
    private static final Pattern SYNTAX =
            Pattern.compile("\\|\\|?|&&|;|[12]?>>?|<|2>&1|\\$[A-Z_][A-Z0-9_]*|\\$\\{[A-Z_][A-Z0-9_]*}");
    private static final Pattern SHELL = Pattern.compile("(.*/)?(ba|da|a|z|k)?sh|.*/cmd(\\.exe)?|powershell.*");

    @Override
    public String id() {
        return "hook.shell-string";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        var found = new ArrayList<Diagnostic>();
        for (HookPlan hook : policy.hooks()) {
            for (PlacedStep step : PlacedStep.all(hook, policy, context.set())) {
                finding(step).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Diagnostic> finding(PlacedStep step) {
        List<String> command = step.step().command();
        String program = command.get(0);
        if (NO_PROGRAM.matcher(program).find()) {
            return Optional.of(at(
                            place(step, 0),
                            "`%s` is taken as the name of one program: Velero starts commands without a shell"
                                    .formatted(shortened(program)))
                    .help("write `script: …`, or program and arguments as elements of their own"));
        }
        if (command.stream().anyMatch(word -> SHELL.matcher(word).matches())) {
            return Optional.empty();
        }
        for (int i = 1; i < command.size(); i++) {
            if (SYNTAX.matcher(command.get(i)).matches()) {
                return Optional.of(at(
                                place(step, i),
                                "`%s` is handed to `%s` as it is: Velero starts commands without a shell"
                                        .formatted(command.get(i), program))
                        .help("write `script: …` with the whole command line"));
            }
        }
        return Optional.empty();
    }

    private static dev.ballast.diagnostic.Place.Field place(PlacedStep step, int word) {
        return step.written() ? step.place().child("command").child(word) : step.place();
    }

    private static String shortened(String program) {
        return program.length() <= 40
                ? program.strip()
                : program.substring(0, 40).strip() + "…";
    }
}
