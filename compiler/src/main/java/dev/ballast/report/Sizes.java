package dev.ballast.report;

import java.util.List;
import java.util.Locale;

/** Bytes, for people. */
public final class Sizes {
    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");
    private static final int STEP = 1024;

    private Sizes() {}

    /** In the greatest binary unit that leaves at least one, with one decimal: {@code 790.0 GiB}; {@code 512 B} below. */
    public static String text(long bytes) {
        double number = bytes;
        int unit = 0;
        while (number >= STEP && unit + 1 < UNITS.size()) {
            number /= STEP;
            unit++;
        }
        return unit == 0
                ? bytes + " B"
                : "%s %s".formatted(String.format(Locale.ROOT, "%,.1f", number), UNITS.get(unit));
    }
}
