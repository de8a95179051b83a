package dev.ballast.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.policy.Quantities;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HookAnnotationsTest {
    private static final HookStep PRE = new HookStep(
            "postgres", List.of("/bin/sh", "-c", "echo \"<é>\"\n"), Duration.ofMinutes(10), OnError.CONTINUE);
    private static final HookStep POST = new HookStep(null, List.of("true"), Duration.ofSeconds(30), OnError.FAIL);

    @Test
    void everythingIsWrittenOut() {
        assertThat(HookAnnotations.of(List.of(PRE), List.of(POST)))
                .isEqualTo(new HookAnnotations.Result.Annotations(new TreeMap<>(Map.of(
                        "pre.hook.backup.velero.io/container", "postgres",
                        "pre.hook.backup.velero.io/command", "[\"/bin/sh\",\"-c\",\"echo \\\"<é>\\\"\\n\"]",
                        "pre.hook.backup.velero.io/on-error", "Continue",
                        "pre.hook.backup.velero.io/timeout", "10m0s",
                        "post.hook.backup.velero.io/command", "[\"true\"]",
                        "post.hook.backup.velero.io/on-error", "Fail",
                        "post.hook.backup.velero.io/timeout", "30s"))));
    }

    @Test
    void aPhaseWithoutAStepHasNoAnnotation() {
        assertThat(HookAnnotations.of(List.of(), List.of()))
                .isEqualTo(new HookAnnotations.Result.Annotations(new TreeMap<>()));
    }

    @Test
    void aPodTakesOneCommandPerPhase() {
        var result = HookAnnotations.of(List.of(PRE, PRE), List.of(POST, POST, POST));
        assertThat(result).isEqualTo(new HookAnnotations.Result.TooMany(Map.of("pre", 2, "post", 3)));
        assertThat(((HookAnnotations.Result.TooMany) result).message())
                .isEqualTo("2 pre hooks and 3 post hooks, expected at most one per phase: hooks of a `workload` become"
                        + " annotations, and a pod has one of each");
    }

    @Test
    void durationsAreGos() {
        assertThat(List.of(30L, 60L, 90L, 600L, 3600L, 5425L, 360000L))
                .extracting(seconds -> Quantities.goText(Duration.ofSeconds(seconds)))
                .containsExactly("30s", "1m0s", "1m30s", "10m0s", "1h0m0s", "1h30m25s", "100h0m0s");
    }
}
