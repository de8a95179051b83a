package dev.ballast.forecast;

import java.util.List;
import java.util.Random;

/** Random choices that are the same for the same seed. */
final class Draw {
    private final Random random;

    Draw(long seed) {
        random = new Random(seed);
    }

    /** From one whole number to another, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** From one whole number to another, both included. */
    long between(long least, long most) {
        return least + Math.floorMod(random.nextLong(), most - least + 1);
    }

    /** True so often. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A seed for choices of its own. */
    long seed() {
        return random.nextLong();
    }
}
