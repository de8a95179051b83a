package dev.ballast.hooks;

import java.util.List;

/**
 * What is wrong with one use of a recipe. The message and the help are worded as those of a diagnostic: lower-case, no full stop,
 * names in backticks.
 */
public sealed interface HookProblem {
    String message();

    /** The edit to make. */
    String help();

    /** A value is given for a parameter that the recipe does not have. */
    record UnknownParam(String recipe, String param, List<String> known) implements HookProblem {
        public UnknownParam {
            known = List.copyOf(known);
        }

        @Override
        public String message() {
            return "`%s` is not a parameter of hook template `%s`".formatted(param, recipe);
        }

        @Override
        public String help() {
            return known.isEmpty()
                    ? "remove it: the template takes no parameters"
                    : "use one of `%s`, or remove it".formatted(String.join("`, `", known));
        }
    }

    /** A parameter without a default has no value. */
    record MissingParam(String recipe, String param, String description) implements HookProblem {
        @Override
        public String message() {
            return "hook template `%s` requires parameter `%s`, and none is given".formatted(recipe, param);
        }

        @Override
        public String help() {
            return "add `params: {%s: …}` (%s)".formatted(param, description);
        }
    }

    /**
     * A value, expanded, is not what its place takes.
     *
     * @param where the parameter {@code params/NAME}, or the pointer within the recipe's spec, for example {@code /pre/0/timeout}
     */
    record InvalidValue(String where, String value, String expected) implements HookProblem {
        @Override
        public String message() {
            return "`%s` is `%s`, expected %s".formatted(where, value.replace('\0', '␀'), expected);
        }

        @Override
        public String help() {
            return "give " + expected;
        }
    }

    /**
     * A recipe's text refers to a parameter that it does not declare.
     *
     * @param where pointer within the recipe's spec, for example {@code /pre/0/command/2}
     */
    record UndeclaredReference(String where, String param) implements HookProblem {
        @Override
        public String message() {
            return "`$(params.%s)` refers to a parameter that the template does not declare".formatted(param);
        }

        @Override
        public String help() {
            return "declare `%s` under `spec.params`".formatted(param);
        }
    }

    /**
     * A reference stands where no quoting is certain to hold.
     *
     * @param where pointer within the recipe's spec
     * @param line line of the script, from 1
     * @param construct what makes it uncertain, with its article, for example {@code a here-document}
     * @param constructLine line of the script where that begins
     */
    record UnsafePlace(String where, String param, int line, String construct, int constructLine)
            implements HookProblem {
        @Override
        public String message() {
            return "`$(params.%s)` in line %d of the script stands in or after %s (line %d), where its quoting cannot be followed"
                    .formatted(param, line, construct, constructLine);
        }

        @Override
        public String help() {
            return "assign it to a variable in the script's first lines, `%1$s=$(params.%2$s)`, and use `\"$%1$s\"` here"
                    .formatted(param.replaceAll("[^A-Za-z0-9_]", "_"), param);
        }
    }
}
