package dev.ballast.price;

import java.math.BigDecimal;

/** How decimals are kept and shown. */
final class Decimals {
    private Decimals() {}

    /** Without zeros at its end, and never with an exponent. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
