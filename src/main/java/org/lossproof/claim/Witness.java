package org.lossproof.claim;

import org.hipparchus.fraction.BigFraction;

/**
 * A point at which an assertion fails.
 *
 * @param text the point and what happens there
 */
public record Witness(String text) {
    /** {@code d0 = d1 = 1, W = 1, A0 = 1, C = 0: order 2 of the left side is -2, printed is 0}. */
    static Witness of(String point, int order, BigFraction left, BigFraction right) {
        return new Witness(
                point + ": order " + order + " of the left side is " + plain(left) + ", printed is " + plain(right));
    }

    private static String plain(BigFraction value) {
        return value.toString().replace(" ", "");
    }
}
