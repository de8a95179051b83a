package dev.ballast.cli;

import dev.ballast.policy.Quantities;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how often something is done, in the words of the policy language: {@code 6h}, {@code 1h30m}. Not more than once a minute. */
final class DurationConverter implements ITypeConverter<Duration> {
    private static final Duration LEAST = Duration.ofMinutes(1);

    @Override
    public Duration convert(String text) {
        return Quantities.duration(text)
                .filter(duration -> duration.compareTo(LEAST) >= 0)
                .orElseThrow(() -> new TypeConversionException(
                        "`%s` is no time from a minute on; write for example `6h` or `30m`".formatted(text)));
    }
}
