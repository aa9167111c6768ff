package org.lossproof.page;

import org.lossproof.loss.Equation;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Span;

/** The degree in W of polynomial expressions: an identity between them is a finite statement. */
public final class Degree {
    private Degree() {}

    static int of(Equation equation, Span start) {
        try {
            return Math.max(
                    of(equation.left().expression()), of(equation.right().expression()));
        } catch (ArithmeticException e) {
            throw new InputException(
                    start, "a side is no polynomial in W; say up to which order the claim is meant, as in + O(6)");
        }
    }

    /** The degree of a polynomial in W (a bound, if terms cancel); empty if it is none. */
    public static java.util.Optional<Integer> atMost(Expr e) {
        try {
            return java.util.Optional.of(of(e));
        } catch (ArithmeticException notAPolynomial) {
            return java.util.Optional.empty();
        }
    }

    private static int of(Expr e) {
        if (Exprs.isDeterministic(e)) {
            return 0;
        } else if (e instanceof Expr.Inner) {
            return 2;
        } else if (e instanceof Expr.Coordinate) {
            return 1;
        } else if (e instanceof Expr.Trace trace) {
            return 2 * trace.word().size();
        } else if (e instanceof Expr.Sum sum) {
            return sum.terms().stream().mapToInt(Degree::of).max().orElse(0);
        } else if (e instanceof Expr.Product product) {
            return product.factors().stream().mapToInt(Degree::of).sum();
        } else if (e instanceof Expr.Mean mean) {
            return of(mean.body());
        } else if (e instanceof Expr.CopySum sum) {
            return of(sum.body());
        } else if (e instanceof Expr.IndexSum sum) {
            return of(sum.body());
        } else if (e instanceof Expr.Power power
                && power.exponent() instanceof Expr.Constant c
                && c.value().signum() >= 0
                && c.value().getDenominator().equals(java.math.BigInteger.ONE)) {
            return of(power.base()) * c.value().getNumeratorAsInt();
        }
        throw new ArithmeticException("not a polynomial");
    }
}
