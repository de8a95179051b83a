package dev.ballast.page;

import dev.ballast.policy.Tier;
import java.util.Locale;

/** How tiers look: a colour that stays apart for every kind of eye, and a letter for where there is none. */
final class TierStyle {
    /** Of backups that no tier of the policy made. */
    static final String OTHER = "tier-other";

    private TierStyle() {}

    static String of(Tier tier) {
        return "tier-" + tier.word();
    }

    /** {@code D} for daily. */
    static String letter(Tier tier) {
        return tier.word().substring(0, 1).toUpperCase(Locale.ROOT);
    }
}
