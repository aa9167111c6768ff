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
        return Exprs.isDeterministic(e) ? 0 : e.accept(new OfExpression());
    }

    private static final class OfExpression implements Expr.Visitor<Integer> {
        @Override
        public Integer constant(Expr.Constant c) {
            return 0;
        }

        @Override
        public Integer parameter(Expr.Parameter p) {
            return 0;
        }

        @Override
        public Integer inner(Expr.Inner inner) {
            return 2;
        }

        @Override
        public Integer coordinate(Expr.Coordinate c) {
            return 1;
        }

        @Override
        public Integer trace(Expr.Trace trace) {
            return 2 * trace.word().size();
        }

        @Override
        public Integer sum(Expr.Sum sum) {
            return sum.terms().stream().mapToInt(Degree::of).max().orElse(0);
        }

        @Override
        public Integer product(Expr.Product product) {
            return product.factors().stream().mapToInt(Degree::of).sum();
        }

        @Override
        public Integer power(Expr.Power power) {
            boolean whole = power.exponent() instanceof Expr.Constant c
                    && c.value().signum() >= 0
                    && c.value().getDenominator().equals(java.math.BigInteger.ONE);
            if (!whole) {
                throw new ArithmeticException("not a polynomial");
            }
            return Degree.of(power.base())
                    * ((Expr.Constant) power.exponent()).value().getNumeratorAsInt();
        }

        @Override
        public Integer apply(Expr.Apply apply) {
            throw new ArithmeticException("not a polynomial");
        }

        @Override
        public Integer mean(Expr.Mean mean) {
            return Degree.of(mean.body());
        }

        @Override
        public Integer copySum(Expr.CopySum sum) {
            return Degree.of(sum.body());
        }

        @Override
        public Integer indexSum(Expr.IndexSum sum) {
            return Degree.of(sum.body());
        }
    }
}
