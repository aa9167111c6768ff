package org.lossproof.claim;

import org.hipparchus.fraction.BigFraction;

/**
 * A positive multiple of a power of t.
 *
 * @param degree of the power
 * @param factor what it is multiplied by, positive
 * @param exact whether that is all of it; otherwise a factor 1 + O(t) is not known
 */
record Lead(BigFraction degree, RayFactor factor, boolean exact) {
    Lead power(BigFraction q) {
        return new Lead(degree.multiply(q), factor.power(q), exact);
    }

    Lead times(Lead that) {
        return new Lead(degree.add(that.degree), factor.times(that.factor), exact && that.exact);
    }

    /** Of a sum of the two: the lower degree leads. */
    Lead plus(Lead that) {
        int order = degree.compareTo(that.degree);
        return order == 0
                ? new Lead(degree, factor.plus(that.factor).orElse(RayFactor.some(1)), exact && that.exact)
                : new Lead(order < 0 ? degree : that.degree, order < 0 ? factor : that.factor, false);
    }
}
