package org.lossproof.expansion;

import cc.redberry.rings.Rational;
import cc.redberry.rings.Rings;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.MultivariateRing;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Function;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Span;

/**
 * Rational functions of the parameters with integer coefficients, in lowest terms (the Rings library). Constants that
 * are no rational function of them, such as log(N - 1 + alpha) or exp(b), join as further indeterminates.
 */
final class RationalFunctionField implements Field<Rational<MultivariatePolynomial<BigInteger>>> {
    /** How many irrational constants a definition may have. */
    private static final int MAX_CONSTANTS = 8;

    private final MultivariateRing<MultivariatePolynomial<BigInteger>> ring;
    private final Map<String, BigFraction> values;
    private final RationalFunctionText text;

    /**
     * @param symbols the parameters that stay symbols
     * @param values the values of the others
     */
    RationalFunctionField(List<String> symbols, Map<String, BigFraction> values) {
        this.values = Map.copyOf(values);
        this.ring = Rings.MultivariateRing(symbols.size() + MAX_CONSTANTS, Rings.Z);
        this.text = new RationalFunctionText(symbols);
    }

    @Override
    public Rational<MultivariatePolynomial<BigInteger>> rational(BigFraction value) {
        return new Rational<>(ring, integer(value.getNumerator()), integer(value.getDenominator()));
    }

    @Override
    public Rational<MultivariatePolynomial<BigInteger>> parameter(String name) {
        return values.containsKey(name)
                ? rational(values.get(name))
                : variable(text.symbols().indexOf(name));
    }

    @Override
    public Rational<MultivariatePolynomial<BigInteger>> add(
            Rational<MultivariatePolynomial<BigInteger>> a, Rational<MultivariatePolynomial<BigInteger>> b) {
        return a.add(b);
    }

    @Override
    public Rational<MultivariatePolynomial<BigInteger>> multiply(
            Rational<MultivariatePolynomial<BigInteger>> a, Rational<MultivariatePolynomial<BigInteger>> b) {
        return a.multiply(b);
    }

    @Override
    public Rational<MultivariatePolynomial<BigInteger>> divide(
            Rational<MultivariatePolynomial<BigInteger>> a, Rational<MultivariatePolynomial<BigInteger>> b) {
        return a.divide(b);
    }

    @Override
    public boolean isZero(Rational<MultivariatePolynomial<BigInteger>> a) {
        return a.isZero();
    }

    @Override
    public Rational<MultivariatePolynomial<BigInteger>> constant(
            Function function, Rational<MultivariatePolynomial<BigInteger>> a, Span span) {
        if (function == Function.EXP && a.isZero()) {
            return one();
        } else if (function == Function.LOG && a.isOne()) {
            return zero();
        } else if (function == Function.SQRT) {
            return power(a, rational(BigFraction.ONE_HALF), span);
        }
        Coefficient argument = text.coefficient(a);
        return named(
                function.spelling() + "(" + argument.text() + ")",
                "\\" + function.spelling() + "(" + argument.tex() + ")",
                p -> function.apply(argument.value().at(p)),
                !text.dependsOnConstantsOnly(a),
                span);
    }

    @Override
    public Rational<MultivariatePolynomial<BigInteger>> power(
            Rational<MultivariatePolynomial<BigInteger>> a,
            Rational<MultivariatePolynomial<BigInteger>> exponent,
            Span span) {
        Optional<java.math.BigInteger> whole = wholeNumber(exponent);
        if (whole.isPresent()) {
            int k = whole.get().intValueExact();
            return k >= 0 ? a.pow(k) : a.reciprocal().pow(-k);
        } else if (a.isOne()) {
            return one();
        }
        Optional<BigFraction> number = number(a);
        Optional<BigFraction> fraction = number(exponent);
        if (number.isPresent() && fraction.isPresent()) {
            try {
                return rational(new RationalField(values).power(number.get(), fraction.get(), span));
            } catch (IrrationalConstantException e) {
                // Not a perfect power: a symbol of its own.
            }
        }
        Coefficient base = text.coefficient(a);
        Coefficient top = text.coefficient(exponent);
        return named(
                "(" + base.text() + ")^(" + top.text() + ")",
                "(" + base.tex() + ")^{" + top.tex() + "}",
                p -> Math.pow(base.value().at(p), top.value().at(p)),
                !text.dependsOnConstantsOnly(a) || !text.dependsOnConstantsOnly(exponent),
                span);
    }

    private static Optional<BigFraction> number(Rational<MultivariatePolynomial<BigInteger>> a) {
        if (!a.numerator().isConstant() || !a.denominator().isConstant()) {
            return Optional.empty();
        }
        return Optional.of(new BigFraction(
                new java.math.BigInteger(a.numerator().cc().toString()),
                new java.math.BigInteger(a.denominator().cc().toString())));
    }

    @Override
    public int sign(Rational<MultivariatePolynomial<BigInteger>> a, Span span) {
        Coefficient value = text.coefficient(a);
        if (value.symbolic() && !text.dependsOnConstantsOnly(a)) {
            throw new InputException(
                    span,
                    "the sign of " + value.text() + " decides which branch of relu is taken; give values with --set");
        }
        return (int) Math.signum(value.value().at(Map.of()));
    }

    @Override
    public Optional<java.math.BigInteger> wholeNumber(Rational<MultivariatePolynomial<BigInteger>> a) {
        if (!a.isIntegral() || !a.numerator().isConstant()) {
            return Optional.empty();
        }
        MultivariatePolynomial<BigInteger> numerator = a.numeratorExact();
        return Optional.of(new java.math.BigInteger(numerator.cc().toString()));
    }

    @Override
    public Coefficient coefficient(Rational<MultivariatePolynomial<BigInteger>> a) {
        return text.coefficient(a);
    }

    private Rational<MultivariatePolynomial<BigInteger>> named(
            String name, String tex, Coefficient.Value value, boolean symbolic, Span span) {
        int index = text.constant(name, tex, value, symbolic);
        if (index >= ring.nVariables()) {
            throw new InputException(span, "more than " + MAX_CONSTANTS + " irrational constants at W = 0");
        }
        return variable(index);
    }

    private Rational<MultivariatePolynomial<BigInteger>> variable(int index) {
        return new Rational<>(ring, ring.variable(index));
    }

    private MultivariatePolynomial<BigInteger> integer(java.math.BigInteger value) {
        return ring.factory().createConstant(new BigInteger(value.toString()));
    }

    /** The coefficients of the monomials of a polynomial, for those who write it out. */
    static List<Term> terms(MultivariatePolynomial<BigInteger> polynomial) {
        List<Term> out = new ArrayList<>();
        polynomial.forEach(
                m -> out.add(new Term(new java.math.BigInteger(m.coefficient.toString()), m.exponents.clone())));
        return out;
    }

    /** An integer times a product of powers of the indeterminates. */
    @SuppressWarnings("ArrayRecordComponent")
    record Term(java.math.BigInteger coefficient, int[] exponents) {}
}
