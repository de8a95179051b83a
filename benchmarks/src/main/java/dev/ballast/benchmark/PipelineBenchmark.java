package dev.ballast.benchmark;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.plan.Fleet;
import dev.ballast.policy.PolicySet;
import dev.ballast.rules.Judge;
import dev.ballast.source.Document;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Milliseconds of each step in a warm process, and of all together. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PipelineBenchmark {
    @Param({"1", "100", "10000"})
    int policies = 1;

    private final Pipeline pipeline = new Pipeline();
    private SortedMap<String, String> files = SamplePolicies.of(1);
    private List<Document> documents = List.of();
    private PolicySet set = pipeline.decode(documents).value().orElseThrow();
    private Fleet fleet = pipeline.resolve(set).value().orElseThrow();

    @Setup
    public void prepare() {
        files = SamplePolicies.of(policies);
        documents = pipeline.read(files);
        set = pipeline.decode(documents).value().orElseThrow();
        fleet = pipeline.resolve(set).value().orElseThrow();
    }

    @Benchmark
    public List<Document> read() {
        return pipeline.read(files);
    }

    @Benchmark
    public List<Diagnostic> validate() {
        return pipeline.validate(documents);
    }

    @Benchmark
    public Outcome<PolicySet> decode() {
        return pipeline.decode(documents);
    }

    @Benchmark
    public Outcome<Fleet> resolve() {
        return pipeline.resolve(set);
    }

    @Benchmark
    public Judge.Verdict rules() {
        return pipeline.rules(fleet);
    }

    @Benchmark
    public String compile() {
        return pipeline.compile(fleet);
    }

    @Benchmark
    public String everything() {
        List<Document> read = pipeline.read(files);
        if (!pipeline.validate(read).isEmpty()) {
            throw new IllegalStateException("the samples have mistakes");
        }
        Fleet resolved = pipeline.resolve(pipeline.decode(read).value().orElseThrow())
                .value()
                .orElseThrow();
        int findings = pipeline.rules(resolved).diagnostics().size();
        return findings + pipeline.compile(resolved);
    }
}
