package dev.ballast.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for fish, which picocli does not write. */
final class FishCompletion {
    private FishCompletion() {}

    static String of(CommandLine root) {
        var script = new StringBuilder("complete -c ballast -f\n");
        String names = String.join(" ", root.getSubcommands().keySet());
        for (Map.Entry<String, CommandLine> sub : root.getSubcommands().entrySet()) {
            CommandLine.Model.CommandSpec spec = sub.getValue().getCommandSpec();
            script.append("complete -c ballast -n 'not __fish_seen_subcommand_from %s' -a %s -d %s\n"
                    .formatted(
                            names,
                            sub.getKey(),
                            quoted(firstLine(spec.usageMessage().description()))));
            spec.options().forEach(option -> option(sub.getKey(), option, script));
        }
        script.append("complete -c ballast -n '__fish_seen_subcommand_from validate compile fmt explain' -F\n");
        return script.toString();
    }

    private static void option(String command, OptionSpec option, StringBuilder script) {
        script.append("complete -c ballast -n '__fish_seen_subcommand_from %s'".formatted(command));
        for (String name : option.names()) {
            script.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        script.append(option.arity().max() > 0 ? " -r" : "")
                .append(" -d ")
                .append(quoted(firstLine(option.description())))
                .append('\n');
    }

    private static String firstLine(String[] description) {
        return description.length == 0 ? "" : description[0].lines().findFirst().orElse("");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
