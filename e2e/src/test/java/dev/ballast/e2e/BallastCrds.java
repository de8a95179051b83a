package dev.ballast.e2e;

import static java.util.stream.Collectors.joining;

import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.TestCluster;
import dev.ballast.schema.Kind;
import dev.ballast.schema.Schemas;
import dev.ballast.schema.crd.CustomResourceDefinitions;
import java.io.IOException;
import java.util.stream.Stream;

/** A cluster with Ballast's own kinds. */
final class BallastCrds {
    private BallastCrds() {}

    static TestCluster in(Clusters clusters) throws IOException, InterruptedException {
        CustomResourceDefinitions definitions = new CustomResourceDefinitions(new Schemas());
        return clusters.with(
                "ballast",
                Stream.of(Kind.values())
                        .map(kind -> "---\n" + definitions.yaml(kind))
                        .collect(joining("\n")));
    }
}
