package dev.ballast.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Region;
import dev.ballast.manifest.Emitted;
import dev.ballast.manifest.YamlWriter;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceFile;
import dev.ballast.source.SourceReader;
import dev.ballast.source.Sources;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Damaged policies through the whole pipeline: nothing is thrown, nothing hangs, every finding has a place inside the text, and what has no
 * error is emitted as YAML that reads back. {@code -Dballast.fuzz.count} says how many, {@code -Dballast.fuzz.seed} which ones.
 */
class PipelineFuzzTest {
    private static final int COUNT = Integer.getInteger("ballast.fuzz.count", 10_000);
    private static final long SEED = Long.getLong("ballast.fuzz.seed", 20_260_102L);
    private static final Limits LIMITS = new Limits(1 << 20, 64, 200, 5_000, 50);

    private static final Duration HANGS = Duration.ofSeconds(1);
    private static final Duration GIVES_UP = Duration.ofSeconds(20);

    private final PolicyMutations mutations = new PolicyMutations(SEED);
    private final Map<String, String> failures = new LinkedHashMap<>();
    private int emitted;
    private int refused;

    @Test
    void damagedPoliciesAreCompiledOrRefusedWithAPlace() {
        PolicyMutations.SETS.forEach(set -> pipeline(set.getBytes(StandardCharsets.UTF_8)));
        assertThat(emitted).as("undamaged").isEqualTo(PolicyMutations.SETS.size());
        for (int i = 0; i < COUNT; i++) {
            byte[] bytes = mutations.next();
            try {
                assertTimeoutPreemptively(GIVES_UP, () -> inTime(bytes));
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                failures.putIfAbsent(kind(e), "number %d, %s:%n%s".formatted(i, trace(e), text(bytes)));
            }
        }
        assertThat(String.join("\n\n", failures.values())).isEmpty();
        assertThat(emitted).isGreaterThan(COUNT / 10);
        assertThat(refused).isGreaterThan(COUNT / 10);
    }

    /** The processor's time counts, not the clock's: a busy machine is no failure. */
    private void inTime(byte[] bytes) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        pipeline(bytes);
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(HANGS);
    }

    /** One report is enough of failures that come from one line. */
    private static String kind(Throwable e) {
        Throwable cause = cause(e);
        StackTraceElement[] frames = cause.getStackTrace();
        String message = cause instanceof AssertionError
                ? String.valueOf(cause.getMessage()).replaceAll("\\d+|`[^`]*`", "")
                : "";
        return cause.getClass()
                + (frames.length == 0 ? "" : frames[0].toString())
                + message.lines().findFirst().orElse("");
    }

    private static Throwable cause(Throwable e) {
        return e.getCause() == null ? e : cause(e.getCause());
    }

    private static String trace(Throwable e) {
        var text = new StringWriter();
        cause(e).printStackTrace(new PrintWriter(text));
        return text.toString().lines().limit(12).collect(Collectors.joining("\n"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void pipeline(byte[] bytes) {
        Outcome<SourceFile> read = SourceReader.read("fuzz.yaml", bytes, LIMITS);
        SourceFile file = read.value().orElseThrow();
        var sources = Sources.of(List.of(file));
        var ours = file.documents().stream().filter(Checker::isOurs).toList();
        Checked checked = Checker.of(ours).check(environment -> true, Map.of(), CheckedText.AT);
        var findings = new ArrayList<>(read.diagnostics());
        findings.addAll(checked.diagnostics());
        for (Diagnostic finding : sources.inOrder(findings)) {
            assertPlaced(finding, sources);
        }
        if (read.hasErrors() || checked.hasErrors()) {
            refused++;
        } else {
            checked.fleet().environments().forEach(PipelineFuzzTest::emit);
            emitted++;
        }
    }

    private static void assertPlaced(Diagnostic finding, Sources sources) {
        var places = new ArrayList<Place>();
        places.add(finding.place());
        finding.related().forEach(related -> places.add(related.place()));
        for (Place place : places) {
            if (place instanceof Place.Whole
                    || sources.file(place.source()).orElseThrow().text().isEmpty()) {
                assertThat(place.source()).isEqualTo("fuzz.yaml");
                continue;
            }
            Region region = sources.region(place).orElseThrow(() -> new AssertionError("no region: " + finding));
            assertInside(region.line(), region.column(), finding, sources);
            assertInside(region.endLine(), region.endColumn(), finding, sources);
        }
        assertThat(finding.message()).isNotBlank();
    }

    private static void assertInside(int line, int column, Diagnostic finding, Sources sources) {
        String text = sources.line(finding.place().source(), line)
                .orElseThrow(() -> new AssertionError("no line: " + finding));
        assertThat(column)
                .as(() -> "column of " + finding)
                .isLessThanOrEqualTo(text.codePointCount(0, text.length()) + 1);
    }

    private static void emit(EnvironmentPlan environment) {
        Emitted emitted = Emitted.of(environment);
        String stream = YamlWriter.stream(emitted.manifests());
        Outcome<SourceFile> back = SourceReader.read("manifests.yaml", stream, Limits.DEFAULT);
        assertThat(back.diagnostics()).as(stream).isEmpty();
        assertThat(back.value().orElseThrow().documents()).hasSameSizeAs(emitted.manifests());
        emitted.files()
                .forEach((name, text) -> assertThat(
                                SourceReader.read(name, text, Limits.DEFAULT).diagnostics())
                        .as(text)
                        .isEmpty());
    }
}
