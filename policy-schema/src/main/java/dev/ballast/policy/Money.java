package dev.ballast.policy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount in one currency, never converted silently; zero or more. */
public record Money(BigDecimal amount, Currency currency) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,4})?) ([A-Z]{3})");

    public Money {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("an amount is not negative: " + amount);
        }
    }

    /** Reads {@code 50 USD}: a decimal, a space, an ISO 4217 code. */
    public static Optional<Money> parse(String text) {
        Matcher money = TEXT.matcher(text);
        if (!money.matches()) {
            return Optional.empty();
        }
        return Currency.getAvailableCurrencies().stream()
                .filter(c -> c.getCurrencyCode().equals(money.group(2)))
                .findFirst()
                .map(currency -> new Money(new BigDecimal(money.group(1)), currency));
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }
}
