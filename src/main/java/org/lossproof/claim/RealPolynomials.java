package org.lossproof.claim;

import cc.redberry.rings.Rational;
import cc.redberry.rings.Rings;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.MultivariateRing;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Expr;

/** Rational expressions in real variables as quotients of polynomials with rational coefficients (the Rings library). */
final class RealPolynomials {
    private final List<String> variables;
    private final MultivariateRing<MultivariatePolynomial<Rational<BigInteger>>> ring;
    private final List<MultivariatePolynomial<Rational<BigInteger>>> divisors = new ArrayList<>();

    /** @param variables the variables; one more, unnamed, is kept for inverses */
    RealPolynomials(List<String> variables) {
        this.variables = List.copyOf(variables);
        this.ring = Rings.MultivariateRing(variables.size() + 1, Rings.Q);
    }

    /** What has been divided by so far. */
    List<MultivariatePolynomial<Rational<BigInteger>>> divisors() {
        return List.copyOf(divisors);
    }

    MultivariatePolynomial<Rational<BigInteger>> one() {
        return ring.getOne();
    }

    /** The unnamed variable. */
    MultivariatePolynomial<Rational<BigInteger>> inverse() {
        return ring.variable(variables.size());
    }

    MultivariatePolynomial<Rational<BigInteger>> variable(int index) {
        return ring.variable(index);
    }

    /** A quotient in lowest terms; its divisors are noted. */
    Rational<MultivariatePolynomial<Rational<BigInteger>>> quotient(Expr e) {
        if (e instanceof Expr.Constant c) {
            return new Rational<>(ring, ring.getOne().multiply(rational(c.value())));
        } else if (e instanceof Expr.Parameter p) {
            return new Rational<>(ring, ring.variable(variables.indexOf(p.name())));
        } else if (e instanceof Expr.Sum sum) {
            return sum.terms().stream().map(this::quotient).reduce(Rational.zero(ring), Rational::add);
        } else if (e instanceof Expr.Product product) {
            return product.factors().stream().map(this::quotient).reduce(Rational.one(ring), Rational::multiply);
        } else if (e instanceof Expr.Power power) {
            Rational<MultivariatePolynomial<Rational<BigInteger>>> base = quotient(power.base());
            int exponent = RationalArithmetic.exponent(power);
            if (exponent < 0) {
                divisors.add(base.numerator());
            }
            return base.pow(exponent);
        }
        throw new AssertionError("no rational expression: " + e);
    }

    /** The product of the factors of odd multiplicity: the same sign wherever the polynomial does not vanish. */
    MultivariatePolynomial<Rational<BigInteger>> oddPart(MultivariatePolynomial<Rational<BigInteger>> polynomial) {
        var factors = ring.factorSquareFree(polynomial.clone());
        MultivariatePolynomial<Rational<BigInteger>> out = factors.unit.clone();
        for (int i = 0; i < factors.size(); i++) {
            if (factors.getExponent(i) % 2 != 0) {
                out = out.multiply(factors.get(i));
            }
        }
        return out;
    }

    /** A polynomial divided by those of the positive ones that divide it, itself apart: the same sign. */
    MultivariatePolynomial<Rational<BigInteger>> without(
            List<MultivariatePolynomial<Rational<BigInteger>>> positive,
            MultivariatePolynomial<Rational<BigInteger>> polynomial) {
        MultivariatePolynomial<Rational<BigInteger>> out = polynomial;
        for (var factor : positive) {
            for (boolean divides = !factor.isConstant() && !factor.equals(polynomial); divides; ) {
                var quotient = ring.divideOrNull(out.clone(), factor);
                divides = quotient != null && !out.isZero();
                out = divides ? quotient : out;
            }
        }
        return out;
    }

    /** As text, in the names of the variables. */
    String text(MultivariatePolynomial<Rational<BigInteger>> polynomial) {
        List<String> names = new ArrayList<>(variables);
        names.add("inverse");
        return polynomial.toString(names.toArray(String[]::new));
    }

    private static Rational<BigInteger> rational(BigFraction value) {
        return new Rational<>(Rings.Z, new BigInteger(value.getNumerator()), new BigInteger(value.getDenominator()));
    }
}
