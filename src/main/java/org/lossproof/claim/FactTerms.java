package org.lossproof.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.kernel.Condition;
import org.lossproof.kernel.Condition.Sign;
import org.lossproof.kernel.Polynomial;
import org.lossproof.kernel.Rational;
import org.lossproof.loss.Arithmetic;
import org.lossproof.loss.Expr;
import org.lossproof.loss.RationalArithmetic;

/** The terms of a fact as quotients of polynomials in its variables and roots, with what must hold for them to be defined. */
final class FactTerms {
    private final Set<String> names;
    private final List<Requirement> requirements = new ArrayList<>();
    private final List<Root> roots = new ArrayList<>();
    private final Map<RootKey, String> known = new HashMap<>();

    /** p / q, where q does not vanish. */
    record Quotient(Polynomial numerator, Polynomial denominator) {
        static Quotient of(Polynomial p) {
            return new Quotient(p, Polynomial.ONE);
        }

        Quotient plus(Quotient that) {
            if (denominator.equals(that.denominator)) {
                return new Quotient(numerator.plus(that.numerator), denominator);
            }
            return new Quotient(
                    numerator.times(that.denominator).plus(that.numerator.times(denominator)),
                    denominator.times(that.denominator));
        }

        Quotient minus(Quotient that) {
            return plus(new Quotient(Polynomial.ZERO.minus(that.numerator), that.denominator));
        }

        Quotient inverse() {
            return new Quotient(/* numerator= */ denominator, /* denominator= */ numerator);
        }

        Quotient times(Quotient that) {
            return new Quotient(numerator.times(that.numerator), denominator.times(that.denominator));
        }
    }

    /**
     * What must hold for a part to have a value.
     *
     * @param notMet the opposite
     * @param met what holds if it has one: that, and what a root satisfies
     */
    record Requirement(Condition notMet, List<Condition> met) {
        Requirement {
            met = List.copyOf(met);
        }
    }

    /** A variable that stands for a root of a quotient. */
    record Root(String name, Quotient of, int degree) {}

    private record RootKey(Quotient of, int degree) {}

    FactTerms(List<String> variables) {
        this.names = new HashSet<>(variables);
    }

    /** In the order of evaluation. */
    List<Requirement> requirements() {
        return requirements;
    }

    List<Root> roots() {
        return roots;
    }

    Quotient of(Expr e) {
        return new Arithmetic<Quotient>() {
            @Override
            protected Quotient number(BigFraction value) {
                return Quotient.of(FactTerms.constant(value));
            }

            @Override
            protected Quotient named(String parameter) {
                return Quotient.of(Polynomial.variable(parameter));
            }

            @Override
            protected Quotient plus(Quotient a, Quotient b) {
                return a.plus(b);
            }

            @Override
            protected Quotient times(Quotient a, Quotient b) {
                return a.times(b);
            }

            @Override
            protected Quotient raised(Expr.Power e) {
                return FactTerms.this.power(of(e.base()), RationalArithmetic.exponent(e));
            }

            @Override
            protected Quotient applied(Expr.Apply e) {
                return FactTerms.this.power(of(e.argument()), BigFraction.ONE_HALF);
            }
        }.of(e);
    }

    private Quotient power(Quotient base, BigFraction exponent) {
        if (exponent.signum() < 0) {
            requireNonZero(base.numerator());
        }
        Quotient root = RationalArithmetic.isWhole(exponent) ? base : root(base, exponent.getDenominatorAsInt());
        Quotient factor = exponent.signum() < 0 ? root.inverse() : root;
        Quotient out = Quotient.of(Polynomial.ONE);
        for (int i = 0; i < Math.abs(exponent.getNumeratorAsInt()); i++) {
            out = out.times(factor);
        }
        return out;
    }

    private void requireNonZero(Polynomial p) {
        boolean constant = p.variables().isEmpty() && !p.isZero();
        if (!constant) {
            require(new Requirement(new Condition(p, Sign.ZERO), List.of(new Condition(p, Sign.NON_ZERO))));
        }
    }

    /** Once is enough: what was required before holds already. */
    private void require(Requirement requirement) {
        if (!requirements.contains(requirement)) {
            requirements.add(requirement);
        }
    }

    /** r >= 0 with r^k q = p, for p q >= 0. */
    private Quotient root(Quotient base, int degree) {
        RootKey key = new RootKey(base, degree);
        if (!known.containsKey(key)) {
            known.put(key, fresh());
            roots.add(new Root(known.get(key), base, degree));
        }
        Polynomial r = Polynomial.variable(known.get(key));
        Polynomial power = Polynomial.ONE;
        for (int i = 0; i < degree; i++) {
            power = power.times(r);
        }
        Polynomial sign = base.numerator().times(base.denominator());
        require(new Requirement(
                new Condition(Polynomial.ZERO.minus(sign), Sign.POSITIVE),
                List.of(
                        new Condition(sign, Sign.NON_NEGATIVE),
                        new Condition(power.times(base.denominator()).minus(base.numerator()), Sign.ZERO),
                        new Condition(r, Sign.NON_NEGATIVE))));
        return Quotient.of(r);
    }

    private String fresh() {
        for (int i = roots.size() + 1; ; i++) {
            if (names.add("root" + i)) {
                return "root" + i;
            }
        }
    }

    private static Polynomial constant(BigFraction value) {
        return Polynomial.constant(new Rational(value.getNumerator(), value.getDenominator()));
    }
}
