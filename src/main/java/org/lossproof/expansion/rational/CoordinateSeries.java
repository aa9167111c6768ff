package org.lossproof.expansion.rational;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.Budget;
import org.lossproof.expansion.ExactPowers;
import org.lossproof.loss.Expr;
import org.lossproof.loss.IrrationalConstantException;
import org.lossproof.loss.NotAnalyticException;
import org.lossproof.loss.NotAnalyticException.Kind;
import org.lossproof.loss.Notation;
import org.lossproof.loss.Span;
import org.lossproof.loss.UndefinedAtOriginException;

/**
 * A power series in t under W -> tW, truncated, with polynomials in coordinates as coefficients. Functions of a series
 * are sums of powers of its non-constant part (the definition of composition, where the other route uses recurrences).
 *
 * @param parts the coefficients of t^0, t^1, ..., t^K
 * @param unknownConstant whether an irrational constant, such as log 7, is to be added to the coefficient of t^0
 * @param budget what products are paid from
 */
record CoordinateSeries(List<CoordinatePolynomial> parts, boolean unknownConstant, Budget budget) {

    static CoordinateSeries homogeneous(CoordinatePolynomial polynomial, int order, int truncation, Budget budget) {
        List<CoordinatePolynomial> parts =
                new ArrayList<>(Collections.nCopies(truncation + 1, CoordinatePolynomial.ZERO));
        if (order <= truncation) {
            parts.set(order, polynomial);
        }
        return new CoordinateSeries(parts, false, budget);
    }

    static CoordinateSeries constant(BigFraction value, int truncation, Budget budget) {
        return homogeneous(CoordinatePolynomial.constant(value), 0, truncation, budget);
    }

    int truncation() {
        return parts.size() - 1;
    }

    CoordinateSeries map(UnaryOperator<CoordinatePolynomial> image) {
        return new CoordinateSeries(parts.stream().map(image).toList(), unknownConstant, budget);
    }

    CoordinateSeries plus(CoordinateSeries that) {
        List<CoordinatePolynomial> out = new ArrayList<>();
        for (int k = 0; k < parts.size(); k++) {
            out.add(parts.get(k).plus(that.parts.get(k)));
        }
        return new CoordinateSeries(out, unknownConstant || that.unknownConstant, budget);
    }

    CoordinateSeries times(BigFraction factor) {
        return map(p -> p.times(factor));
    }

    /** The product; throws {@link IrrationalConstantException} if an unknown constant would multiply something that varies. */
    CoordinateSeries times(CoordinateSeries that) {
        boolean unknown = unknownConstant || that.unknownConstant;
        if (unknown && (varies() || that.varies())) {
            boolean scaled = unknownConstant != that.unknownConstant && !(unknownConstant ? that : this).varies();
            if (!scaled) {
                throw new IrrationalConstantException("an irrational constant multiplies a quantity that depends on W");
            }
        }
        List<CoordinatePolynomial> out = new ArrayList<>();
        for (int k = 0; k < parts.size(); k++) {
            CoordinatePolynomial.Sum sum = new CoordinatePolynomial.Sum();
            for (int j = 0; j <= k; j++) {
                if (!parts.get(j).isZero() && !that.parts.get(k - j).isZero()) {
                    budget.spend(
                            (long) parts.get(j).size() * that.parts.get(k - j).size());
                    sum.add(parts.get(j).times(that.parts.get(k - j)), BigFraction.ONE);
                }
            }
            out.add(sum.total());
        }
        return new CoordinateSeries(out, unknown, budget);
    }

    /** Whether any positive order is present. */
    private boolean varies() {
        return parts.subList(1, parts.size()).stream().anyMatch(p -> !p.isZero());
    }

    /** The value at W = 0; what it is made of has no vectors there. */
    BigFraction atOrigin() {
        if (unknownConstant) {
            throw new IrrationalConstantException("an irrational constant inside a function");
        }
        return parts.get(0).constantTerm();
    }

    CoordinateSeries exp() {
        if (atOrigin().signum() != 0) {
            throw new IrrationalConstantException("exp of a constant that is not 0");
        }
        return compose(this, n -> n == 0 ? BigFraction.ONE : BigFraction.ONE.divide(n));
    }

    /** Unless u(0) = 1 the constant log u(0) is left unknown. */
    CoordinateSeries log(Span span, Expr e) {
        BigFraction value = positive(span, Kind.LOG, e);
        CoordinateSeries ratio = times(value.reciprocal());
        // Coefficients (-1)^(n+1) / n of log(1 + u), as ratios of successive ones.
        CoordinateSeries log = compose(
                        ratio.varying(),
                        n -> n == 0 ? BigFraction.ONE : n == 1 ? BigFraction.ONE : new BigFraction(-(n - 1), n))
                .plus(constant(BigFraction.MINUS_ONE, truncation(), budget));
        return new CoordinateSeries(log.parts, !value.equals(BigFraction.ONE), budget);
    }

    /** u^p for any rational p where u(0) is not 0, whole p >= 0 otherwise. */
    CoordinateSeries power(BigFraction p, Span span, Expr e) {
        boolean whole = p.getDenominator().equals(java.math.BigInteger.ONE);
        if (whole && p.signum() >= 0) {
            CoordinateSeries out = constant(BigFraction.ONE, truncation(), budget);
            for (int i = 0; i < p.getNumeratorAsInt(); i++) {
                out = out.times(this);
            }
            return out;
        }
        BigFraction value = whole ? nonzero(span, Kind.QUOTIENT, e) : positive(span, Kind.ROOT, e);
        CoordinateSeries ratio = times(value.reciprocal());
        CoordinateSeries series = compose(
                ratio.varying(),
                n -> n == 0 ? BigFraction.ONE : p.subtract(n - 1L).divide(n));
        return series.times(ExactPowers.power(value, p));
    }

    CoordinateSeries relu(Span span, Expr e) {
        return nonzero(span, Kind.RELU, e).signum() > 0 ? this : constant(BigFraction.ZERO, truncation(), budget);
    }

    private CoordinateSeries varying() {
        return plus(constant(parts.get(0).constantTerm().negate(), truncation(), budget));
    }

    /** sum_n c_n u^n with c_n = c_(n-1) ratio(n), for u with u(0) = 0. */
    private static CoordinateSeries compose(CoordinateSeries u, java.util.function.IntFunction<BigFraction> ratio) {
        CoordinateSeries sum = constant(ratio.apply(0), u.truncation(), u.budget);
        CoordinateSeries power = sum;
        for (int n = 1; n <= u.truncation(); n++) {
            power = power.times(u).times(ratio.apply(n));
            if (!power.varies()) {
                break;
            }
            sum = sum.plus(power);
        }
        return sum;
    }

    private BigFraction nonzero(Span span, Kind what, Expr e) {
        BigFraction value = atOrigin();
        if (value.signum() == 0) {
            throw new NotAnalyticException(span, what, e);
        }
        return value;
    }

    private BigFraction positive(Span span, Kind what, Expr e) {
        BigFraction value = nonzero(span, what, e);
        if (value.signum() < 0) {
            throw new UndefinedAtOriginException(
                    span, "a log, root or fractional power of a negative quantity, in " + Notation.plain(e));
        }
        return value;
    }
}
