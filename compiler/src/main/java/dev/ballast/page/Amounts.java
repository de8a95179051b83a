package dev.ballast.page;

import dev.ballast.cost.EnvironmentCost;
import dev.ballast.cost.MoneyRange;
import dev.ballast.cost.PolicyCost;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Money in words that never let what is not known pass for nothing. */
final class Amounts {
    static final String UNKNOWN = "not known";

    private Amounts() {}

    static String of(@Nullable BigDecimal amount, @Nullable Currency currency) {
        return amount == null || currency == null ? UNKNOWN : Format.money(amount, currency);
    }

    /** The estimate of a policy; what lacks a part of the bill costs at least that much. */
    static String estimate(PolicyCost cost) {
        String words = of(cost.monthly().estimate(), cost.currency());
        return cost.complete() || cost.currency() == null ? words : "at least " + words;
    }

    /** The same for all policies of an environment and what they share. */
    static String estimate(EnvironmentCost cost) {
        String words = of(cost.total().estimate(), cost.currency());
        return isComplete(cost) || cost.currency() == null ? words : "at least " + words;
    }

    static boolean isComplete(EnvironmentCost cost) {
        return cost.policies().stream().allMatch(PolicyCost::complete);
    }

    /** Without the currency, which stands beside it; an amount alone where nothing is open. What is taken off a bill may turn it around. */
    static String range(MoneyRange money, @Nullable Currency currency) {
        if (currency == null) {
            return UNKNOWN;
        }
        String least = Format.cents(money.low().min(money.high()), currency);
        String most = Format.cents(money.low().max(money.high()), currency);
        return least.equals(most) ? least : "%s to %s".formatted(least, most);
    }
}
