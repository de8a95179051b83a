package dev.ballast.change;

import dev.ballast.policy.Keep;
import dev.ballast.policy.Tier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far back each tier reaches, before and after, as bars on a scale that doubles with every two cells. */
final class Strip {
    private static final int CELLS = 26;
    /** Hours in the first cell; twenty-six cells then end beyond twenty years. */
    private static final double FIRST = 24;

    private Strip() {}

    /** Two lines for each tier that reaches elsewhere than before; of a policy that is new or gone one, for there is nothing to compare. */
    static List<String> of(PolicyChange policy) {
        var lines = new ArrayList<String>();
        for (Tier tier : Tier.values()) {
            Duration before = reach(policy.before(), tier);
            Duration after = reach(policy.after(), tier);
            if (before != null ? !before.equals(after) : after != null) {
                if (policy.change() != Change.ADDED) {
                    lines.add("%-8s before  %s  %s".formatted(tier.word(), bar(before), name(before)));
                }
                if (policy.change() != Change.REMOVED) {
                    String word = policy.change() == Change.ADDED ? tier.word() : "";
                    lines.add("%-8s after   %s  %s".formatted(word, bar(after), name(after)));
                }
            }
        }
        return lines;
    }

    private static @Nullable Duration reach(@Nullable PolicyState state, Tier tier) {
        if (state == null) {
            return null;
        }
        return state.tiers().stream()
                .filter(one -> one.tier() == tier)
                .map(TierState::ttl)
                .findFirst()
                .orElse(null);
    }

    private static String bar(@Nullable Duration reach) {
        int filled = reach == null ? 0 : cells(reach);
        return "█".repeat(filled) + "·".repeat(CELLS - filled);
    }

    private static int cells(Duration reach) {
        double doublings = Math.log(Math.max(1, reach.toHours() / FIRST)) / Math.log(2);
        return Math.max(1, Math.min(CELLS, 1 + (int) Math.round(2 * doublings)));
    }

    private static String name(@Nullable Duration reach) {
        if (reach == null) {
            return "–";
        }
        return reach.compareTo(Keep.Forever.DURATION) >= 0 ? "forever" : Phrases.span(reach);
    }
}
