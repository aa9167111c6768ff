package org.lossproof.expansion.symja;

import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.hipparchus.fraction.BigFraction;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/** The exact value of a rational function at a point, by arithmetic of our own: a check on what Symja calls equal. */
final class RationalValue {
    private static final int LARGEST_EXPONENT = 64;

    private RationalValue() {}

    /**
     * The value with the symbols replaced.
     *
     * @param point the value of a symbol; empty if it has no rational one
     * @return empty at a pole, and if the expression is no rational function (a logarithm, a root)
     */
    static Optional<BigFraction> of(IExpr e, Function<String, Optional<BigFraction>> point) {
        if (e instanceof IRational r) {
            return Optional.of(new BigFraction(r.toBigNumerator(), r.toBigDenominator()));
        } else if (e.isSymbol()) {
            return point.apply(e.toString());
        } else if (e instanceof IAST sum && sum.isPlus()) {
            return fold(sum, BigFraction.ZERO, BigFraction::add, point);
        } else if (e instanceof IAST product && product.isTimes()) {
            return fold(product, BigFraction.ONE, BigFraction::multiply, point);
        } else if (e.isPower() && e.exponent().isInteger()) {
            int exponent = e.exponent().toIntDefault(Integer.MIN_VALUE);
            return of(e.base(), point)
                    .filter(base -> Math.abs((long) exponent) <= LARGEST_EXPONENT)
                    .filter(base -> exponent > 0 || base.signum() != 0)
                    .map(base -> base.pow(exponent));
        }
        return Optional.empty();
    }

    /** The n-th of distinct fractions, so that no two symbols agree by chance; {@code trial} selects the sequence. */
    static BigFraction draw(int trial, int n) {
        return new BigFraction(7 + 13 * n + 29 * trial, 3 + 2 * n + 5 * trial);
    }

    private static Optional<BigFraction> fold(
            IAST ast,
            BigFraction start,
            BinaryOperator<BigFraction> step,
            Function<String, Optional<BigFraction>> point) {
        BigFraction out = start;
        for (int i = 1; i < ast.size(); i++) {
            Optional<BigFraction> next = of(ast.get(i), point);
            if (next.isEmpty()) {
                return next;
            }
            out = step.apply(out, next.get());
        }
        return Optional.of(out);
    }
}
