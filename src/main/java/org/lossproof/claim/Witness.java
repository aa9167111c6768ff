package org.lossproof.claim;

import org.hipparchus.fraction.BigFraction;

/**
 * A point at which the two sides of a statement differ.
 *
 * @param point the values, in words
 * @param order the order in W at which they differ
 * @param left the coefficient of t^order of the left side along W -> tW
 * @param right the one of the right side
 */
public record Witness(String point, int order, BigFraction left, BigFraction right) {
    /** {@code d0 = d1 = 1, W = 1, A0 = 1, C = 0: order 2 is -1, printed 0}. */
    public String text() {
        return point + ": order " + order + " of the left side is " + plain(left) + ", printed is " + plain(right);
    }

    private static String plain(BigFraction value) {
        return value.toString().replace(" ", "");
    }
}
