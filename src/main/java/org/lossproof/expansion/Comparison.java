package org.lossproof.expansion;

import cc.redberry.rings.Rational;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.LossDefinition;

/**
 * Compares coefficients: equal by normal form, different if a rational function remains or an enclosure of the difference at an
 * admissible exact point excludes 0, else not decided.
 */
public final class Comparison {
    private final RationalFunctionField field;

    /** What is known of two coefficients. */
    public enum Outcome {
        EQUAL,
        DIFFERENT,
        NOT_DECIDED
    }

    /**
     * @param loss whose parameters occur
     * @param values those that have a value
     * @param budget of the comparisons
     */
    public Comparison(LossDefinition loss, Map<String, BigFraction> values, Budget budget) {
        this.field = new RationalFunctionField(loss, values, budget);
    }

    /** Compares two values. */
    public Outcome of(Coefficient a, Coefficient b) {
        if (a.equals(b)) {
            return Outcome.EQUAL;
        }
        Rational<MultivariatePolynomial<BigInteger>> difference = field.subtract(field.of(a), field.of(b));
        if (difference.isZero()) {
            return Outcome.EQUAL;
        }
        Coefficient value = field.coefficient(difference);
        boolean different = value.isRational()
                || field.points().stream().anyMatch(p -> value.enclosure(p).sign() != 0);
        return different ? Outcome.DIFFERENT : Outcome.NOT_DECIDED;
    }
}
