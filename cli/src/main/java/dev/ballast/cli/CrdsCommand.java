package dev.ballast.cli;

import dev.ballast.schema.Kind;
import dev.ballast.schema.Schemas;
import dev.ballast.schema.crd.CustomResourceDefinitions;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code ballast crds}. */
@Command(
        name = "crds",
        description = "Prints the CustomResourceDefinitions of all kinds.",
        footerHeading = "%nExamples:%n",
        footer = "  ballast crds | kubectl apply --server-side -f -")
final class CrdsCommand implements Callable<Integer> {
    private final Console console;

    CrdsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var crds = new CustomResourceDefinitions(new Schemas());
        console.out().print(Arrays.stream(Kind.values()).map(crds::yaml).collect(Collectors.joining("---\n")));
        return Exit.OK;
    }
}
