package dev.ballast.cli;

import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an instant as a person writes it, and says in words what is wrong with it. */
final class TimeConverter implements ITypeConverter<Instant> {
    private static final Instant FIRST = Instant.EPOCH;
    /** Forecasts reach a century further, and years of five digits are no RFC 3339. */
    private static final Instant END = Instant.parse("3000-01-01T00:00:00Z");

    @Override
    public Instant convert(String text) {
        try {
            Instant time = Instant.parse(text);
            if (!time.isBefore(FIRST) && time.isBefore(END)) {
                return time;
            }
        } catch (DateTimeException notATime) {
            throw new TypeConversionException(
                    "`%s` is no instant; write for example `2026-11-21T09:00:00Z`".formatted(text));
        }
        throw new TypeConversionException("`%s` is not from 1970 to 2999".formatted(text));
    }
}
