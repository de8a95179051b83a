package dev.ballast.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Programs that a job may be given as Ballast. */
final class Executables {
    private Executables() {}

    /** Ballast itself, from the classes under test. */
    static Path real(Path folder) throws IOException {
        return script(folder.resolve("ballast"), """
                #!/bin/sh
                exec '%s/bin/java' -XX:TieredStopAtLevel=1 -cp '%s' dev.ballast.cli.Main "$@"
                """.formatted(
                        System.getProperty("java.home"), System.getProperty("java.class.path")));
    }

    /**
     * A program that finds nothing in any policy and plans what it is told to: the files {@code plan.md} and {@code plan.json} beside it, with
     * the exit code in {@code plan.exit}. It writes its arguments to {@code plan.arguments}.
     */
    static Path canned(Path folder) throws IOException {
        Files.createDirectories(folder);
        plans(folder, "changes", 0);
        return script(folder.resolve("canned"), """
                #!/bin/bash
                here=$(dirname "$0")
                command=$1
                [ "$command" != --version ] || exit 0
                printf '%s\\n' "$@" >"$here/$command.arguments"
                while [ $# -gt 0 ]; do
                  case $1 in
                    markdown=*) [ ! -f "$here/plan.md" ] || cp "$here/plan.md" "${1#*=}" ;;
                    json=*) [ ! -f "$here/plan.json" ] || cp "$here/plan.json" "${1#*=}" ;;
                    gitlab=*) echo '[]' >"${1#*=}" ;;
                    github=*) : >"${1#*=}" ;;
                    sarif=*) echo '{}' >"${1#*=}" ;;
                  esac
                  shift
                done
                echo "this is $command"
                echo "::error::a command of $command"
                echo "::set-output name=exit-code::0" >&2
                if [ "$command" = plan ]; then exit "$(cat "$here/plan.exit")"; fi
                """);
    }

    /** What the canned program plans from now on. */
    static void plans(Path folder, String decision, int exit) throws IOException {
        Files.writeString(
                folder.resolve("plan.md"),
                "<!-- ballast:plan tag=default valid-at=2020-01-01T00:00:00Z -->\nThe plan: %s\n".formatted(decision));
        Files.writeString(folder.resolve("plan.json"), "{\"decision\": \"%s\"}".formatted(decision));
        Files.writeString(folder.resolve("plan.exit"), exit + "\n");
    }

    private static Path script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
