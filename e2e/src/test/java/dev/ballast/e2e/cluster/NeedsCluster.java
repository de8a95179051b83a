package dev.ballast.e2e.cluster;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * On a test class whose methods take {@link Clusters}. Where those cannot be had the class is skipped with the reason, or fails with it if
 * {@code BALLAST_REQUIRE_E2E} (environment variable or system property) is {@code true}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ClusterExtension.class)
public @interface NeedsCluster {
    /** Whether CRDs from Go modules are needed as well, which only Go can fetch. */
    boolean crdsFromGo() default false;

    /** Whether a Velero that runs is needed, with an S3 server and a controller manager, which only Go can build. */
    boolean velero() default false;

    /** Whether a running Argo CD is needed, with the programs it calls; as {@link #velero()} and more. */
    boolean argoCd() default false;
}
