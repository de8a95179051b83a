package dev.ballast.invoice;

import dev.ballast.cost.ByteRange;
import dev.ballast.cost.Component;
import dev.ballast.cost.EnvironmentCost;
import dev.ballast.cost.MoneyRange;
import dev.ballast.cost.Quote;
import dev.ballast.report.Sizes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them. */
final class InvoiceWords {
    private InvoiceWords() {}

    /** {@code 790.0 GiB}; nothing for bytes that are not known. */
    static String bytes(@Nullable ByteRange bytes) {
        return bytes == null ? "" : Sizes.text(bytes.estimate());
    }

    /** One restore point, or a number of them. */
    static String points(int number) {
        return number == 1 ? "1 restore point" : "%d restore points".formatted(number);
    }

    /** Bytes, or a number of requests. */
    static String quantity(Component component) {
        BigDecimal quantity = component.quantity();
        return quantity == null
                ? bytes(component.bytes())
                : (quantity.longValue() == 1 ? "%s request" : "%s requests")
                        .formatted(String.format(Locale.ROOT, "%,d", quantity.longValue()));
    }

    static String money(BigDecimal amount) {
        return amount.setScale(EnvironmentCost.DIGITS, RoundingMode.HALF_UP).toPlainString();
    }

    /** Low, estimate as shown, high; three question marks for what is not known. */
    static List<String> money(@Nullable MoneyRange range, @Nullable BigDecimal shown) {
        return range == null || shown == null
                ? List.of("?", "?", "?")
                : List.of(
                        money(range.low().min(shown)),
                        money(shown),
                        money(range.high().max(shown)));
    }

    static List<String> money(MoneyRange range) {
        return List.of(money(range.low()), money(range.estimate()), money(range.high()));
    }

    /** Key and region of a price. */
    static String price(@Nullable Quote quote) {
        if (quote == null) {
            return "";
        }
        return quote.region() == null ? quote.key() : quote.key() + " " + quote.region();
    }
}
