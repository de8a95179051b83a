package dev.ballast.page;

/** For which screens a drawing is made. Each has its own, since letters that shrink with a drawing cannot be read. Units are pixels. */
enum Width {
    WIDE(960, 112, 16),
    NARROW(340, 12, 5);

    private final int pixels;
    private final int labels;
    private final int ticks;

    Width(int pixels, int labels, int ticks) {
        this.pixels = pixels;
        this.labels = labels;
        this.ticks = ticks;
    }

    int pixels() {
        return pixels;
    }

    /** Room on the right for the names of lines. */
    int labels() {
        return labels;
    }

    /** How many lines a time axis has at most. */
    int ticks() {
        return ticks;
    }

    boolean isWide() {
        return this == WIDE;
    }
}
