package dev.ballast.hooks;

import java.util.List;
import java.util.Map;

/** What a step of a recipe runs, before its parameters are known. */
public sealed interface Action {
    /**
     * An argument vector; {@code $(params.NAME)} is replaced by the value as it is, since no shell will read it.
     *
     * @param leaveOutEmpty whether an argument that refers to parameters is left out where all of them are empty: how a vector without a
     *     shell has options
     */
    record Argv(List<String> command, boolean leaveOutEmpty) implements Action {
        public Argv {
            command = List.copyOf(command);
            if (command.isEmpty()) {
                throw new IllegalArgumentException("a hook needs a command");
            }
        }

        /** A vector of exactly these arguments. */
        public Argv(List<String> command) {
            this(command, false);
        }
    }

    /** A script for {@code /bin/sh -c}; {@code $(params.NAME)} is replaced by the quoted value, every other {@code $(…)} is the shell's. */
    record Script(String text) implements Action {}

    /**
     * A script that ships with Ballast; the parameters are the template's model.
     *
     * @param file file name among Ballast's own resources; users cannot add to them
     * @param constants what this recipe adds to the model, where recipes share a template
     */
    record Template(String file, Map<String, String> constants) implements Action {
        public Template {
            constants = Map.copyOf(constants);
        }
    }
}
