package dev.ballast.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a step of the pipeline returns: a value, or none, and every finding made on the way. Mistakes of users travel here and are
 * never thrown.
 */
public final class Outcome<T> {
    private final @Nullable T value;
    private final List<Diagnostic> diagnostics;

    private Outcome(@Nullable T value, List<Diagnostic> diagnostics) {
        this.value = value;
        this.diagnostics = List.copyOf(diagnostics);
    }

    public static <T> Outcome<T> of(T value) {
        return new Outcome<>(value, List.of());
    }

    public static <T> Outcome<T> of(T value, List<Diagnostic> diagnostics) {
        return new Outcome<>(value, diagnostics);
    }

    /** No value; there must be a finding that says why. */
    public static <T> Outcome<T> failed(List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty()) {
            throw new IllegalArgumentException("a failure needs a diagnostic");
        }
        return new Outcome<>(null, diagnostics);
    }

    public static <T> Outcome<T> failed(Diagnostic diagnostic) {
        return failed(List.of(diagnostic));
    }

    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Whether any finding is an error. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    /** Hands the value on, and keeps the findings of both steps. */
    public <R> Outcome<R> then(Function<T, Outcome<R>> step) {
        if (value == null) {
            return new Outcome<>(null, diagnostics);
        }
        Outcome<R> next = step.apply(value);
        var all = new ArrayList<>(diagnostics);
        all.addAll(next.diagnostics);
        return new Outcome<>(next.value, all);
    }
}
