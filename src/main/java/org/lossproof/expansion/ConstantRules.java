package org.lossproof.expansion;

import cc.redberry.rings.Rational;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Span;
import org.lossproof.loss.UndefinedAtOriginException;

/**
 * The normal form of log, exp and powers. A logarithm of a product splits into those of its irreducible factors, as far as
 * their signs are known; a root likewise; an exponential is a product of powers of exp(m/D), one for every monomial m of its
 * exponent, and exp(c m log u) = (u^m)^c; a power u^s with parameters in s is exp(s log u).
 */
final class ConstantRules {
    private static final int TRIAL_DIVISORS = 20_000;
    private static final int LARGEST_ROOT = 60;

    private final RationalFunctionField field;
    private final Indeterminates indeterminates;
    private final SignOnRange signs;

    /** A positive irreducible polynomial or a prime, and how often it occurs. */
    private record Part(Rational<MultivariatePolynomial<BigInteger>> base, int exponent) {}

    /**
     * A product.
     *
     * @param parts factors that are positive
     * @param rest the product of those of unknown sign, 1 or -1 if there is none
     */
    private record Parts(List<Part> parts, Rational<MultivariatePolynomial<BigInteger>> rest) {}

    ConstantRules(RationalFunctionField field, Indeterminates indeterminates, SignOnRange signs) {
        this.field = field;
        this.indeterminates = indeterminates;
        this.signs = signs;
    }

    /** The sign of an element for all admissible parameters, 0 if it is unknown. */
    int sign(Rational<MultivariatePolynomial<BigInteger>> a) {
        int known = signs.of(a.numerator()) * signs.of(a.denominator());
        if (known != 0) {
            return known;
        }
        Coefficient value = field.coefficient(a);
        return value.symbolic() ? 0 : value.enclosure(java.util.Map.of()).sign();
    }

    Rational<MultivariatePolynomial<BigInteger>> log(Rational<MultivariatePolynomial<BigInteger>> a, Span span) {
        Parts parts = parts(a, span);
        Rational<MultivariatePolynomial<BigInteger>> sum = field.zero();
        for (Part part : parts.parts()) {
            sum = field.add(sum, field.multiply(field.integer(part.exponent()), logOfPart(part.base(), span)));
        }
        if (!parts.rest().isOne()) {
            requirePositive(parts.rest(), a, "log", span);
            Generator rest = new Generator.Logarithm(field.coefficient(parts.rest()));
            sum = field.add(sum, joined(rest, BigFraction.ONE, Optional.empty(), span));
        }
        return sum;
    }

    private Rational<MultivariatePolynomial<BigInteger>> logOfPart(
            Rational<MultivariatePolynomial<BigInteger>> p, Span span) {
        int index = lone(p);
        if (index >= 0) {
            Rational<MultivariatePolynomial<BigInteger>> share =
                    field.rational(new BigFraction(1, indeterminates.root(index)));
            if (indeterminates.generator(index) instanceof Generator.Exponential e) {
                return field.multiply(share, field.of(e.exponent()));
            } else if (indeterminates.generator(index) instanceof Generator.Power power) {
                Rational<MultivariatePolynomial<BigInteger>> log = log(field.of(power.base()), span);
                return field.multiply(share, field.multiply(field.of(power.exponent()), log));
            }
        }
        return joined(new Generator.Logarithm(field.coefficient(p)), BigFraction.ONE, Optional.empty(), span);
    }

    Rational<MultivariatePolynomial<BigInteger>> exp(Rational<MultivariatePolynomial<BigInteger>> a, Span span) {
        Rational<MultivariatePolynomial<BigInteger>> product = field.one();
        for (Summand summand : summands(a)) {
            product = field.multiply(product, exp(summand, span));
        }
        return product;
    }

    /**
     * c m/D.
     *
     * @param number c
     * @param unit m/D with D primitive, or its negative, whichever has a positive numerator in normal form
     * @param monomial the exponents of m
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Summand(BigFraction number, Rational<MultivariatePolynomial<BigInteger>> unit, int[] monomial) {}

    private List<Summand> summands(Rational<MultivariatePolynomial<BigInteger>> a) {
        List<Rationals.Term> under = Rationals.terms(a.denominator());
        java.math.BigInteger content = under.stream()
                .map(Rationals.Term::coefficient)
                .reduce(java.math.BigInteger.ZERO, java.math.BigInteger::gcd);
        Rational<MultivariatePolynomial<BigInteger>> primitive = new Rational<>(indeterminates.ring(), a.denominator())
                .multiply(field.rational(new BigFraction(java.math.BigInteger.ONE, content)));
        List<Summand> out = new ArrayList<>();
        for (Rationals.Term term : Rationals.terms(a.numerator())) {
            Rational<MultivariatePolynomial<BigInteger>> m =
                    indeterminates.monomial(java.math.BigInteger.ONE, term.exponents());
            Rational<MultivariatePolynomial<BigInteger>> unit = m.divide(primitive);
            boolean negative =
                    field.coefficient(unit).numerator().get(0).coefficient().signum() < 0;
            out.add(new Summand(
                    new BigFraction(negative ? term.coefficient().negate() : term.coefficient(), content),
                    negative ? unit.negate() : unit,
                    term.exponents()));
        }
        return out;
    }

    private Rational<MultivariatePolynomial<BigInteger>> exp(Summand summand, Span span) {
        int log = -1;
        for (int i = 0; i < indeterminates.size(); i++) {
            boolean candidate = summand.monomial()[i] > 0 && indeterminates.generator(i) instanceof Generator.Logarithm;
            if (candidate
                    && (log < 0
                            || indeterminates
                                            .generator(i)
                                            .text()
                                            .compareTo(indeterminates
                                                    .generator(log)
                                                    .text())
                                    < 0)) {
                log = i;
            }
        }
        if (log < 0) {
            Generator exponential = new Generator.Exponential(field.coefficient(summand.unit()));
            return joined(exponential, summand.number(), Optional.empty(), span);
        }
        Coefficient argument = ((Generator.Logarithm) indeterminates.generator(log)).argument();
        Rational<MultivariatePolynomial<BigInteger>> exponent = summand.unit().divide(indeterminates.variable(log));
        Optional<BigFraction> number = Rationals.number(exponent);
        return number.isPresent()
                ? rationalPower(field.of(argument), summand.number().multiply(number.get()), span)
                : joined(
                        new Generator.Power(argument, field.coefficient(exponent)),
                        summand.number(),
                        Optional.empty(),
                        span);
    }

    Rational<MultivariatePolynomial<BigInteger>> power(
            Rational<MultivariatePolynomial<BigInteger>> a,
            Rational<MultivariatePolynomial<BigInteger>> exponent,
            Span span) {
        Optional<BigFraction> number = Rationals.number(exponent);
        if (a.isZero()) {
            if (number.map(n -> n.signum() > 0).orElse(false)) {
                return a;
            } else if (exponent.isZero()) {
                return field.one();
            }
            throw new InputException(span, "a power of 0 that is no number");
        }
        return number.isPresent()
                ? rationalPower(a, number.get(), span)
                : exp(field.multiply(exponent, log(a, span)), span);
    }

    private Rational<MultivariatePolynomial<BigInteger>> rationalPower(
            Rational<MultivariatePolynomial<BigInteger>> a, BigFraction exponent, Span span) {
        if (exponent.getDenominator().equals(java.math.BigInteger.ONE)) {
            return wholePower(a, RationalField.smallExponent(exponent.getNumerator(), span));
        }
        Parts parts = parts(a, span);
        Rational<MultivariatePolynomial<BigInteger>> product = field.one();
        for (Part part : parts.parts()) {
            product = field.multiply(product, powerOfPart(part.base(), exponent.multiply(part.exponent()), span));
        }
        if (!parts.rest().isOne()) {
            requirePositive(parts.rest(), a, "root", span);
            product = field.multiply(product, root(parts.rest(), exponent, span));
        }
        return product;
    }

    private Rational<MultivariatePolynomial<BigInteger>> wholePower(
            Rational<MultivariatePolynomial<BigInteger>> a, int k) {
        Rational<MultivariatePolynomial<BigInteger>> base = k >= 0 ? a : field.divide(field.one(), a);
        Rational<MultivariatePolynomial<BigInteger>> out = field.one();
        for (int i = 0; i < Math.abs(k); i++) {
            out = field.multiply(out, base);
        }
        return out;
    }

    private Rational<MultivariatePolynomial<BigInteger>> powerOfPart(
            Rational<MultivariatePolynomial<BigInteger>> p, BigFraction exponent, Span span) {
        if (exponent.getDenominator().equals(java.math.BigInteger.ONE)) {
            return wholePower(p, RationalField.smallExponent(exponent.getNumerator(), span));
        }
        int index = lone(p);
        if (index >= 0) {
            Generator generator = indeterminates.generator(index);
            BigFraction share = exponent.divide(indeterminates.root(index));
            if (generator instanceof Generator.Exponential) {
                return joined(generator, share, Optional.empty(), span);
            } else if (generator instanceof Generator.Power power) {
                return joined(generator, share, algebraic(power), span);
            }
        }
        return root(p, exponent, span);
    }

    private Rational<MultivariatePolynomial<BigInteger>> root(
            Rational<MultivariatePolynomial<BigInteger>> base, BigFraction exponent, Span span) {
        Generator generator = new Generator.Power(field.coefficient(base), Coefficient.of(BigFraction.ONE));
        return joined(generator, exponent, Optional.of(base), span);
    }

    private Optional<Rational<MultivariatePolynomial<BigInteger>>> algebraic(Generator.Power power) {
        boolean root = power.exponent().equals(Coefficient.of(BigFraction.ONE));
        return root ? Optional.of(field.of(power.base())) : Optional.empty();
    }

    private Rational<MultivariatePolynomial<BigInteger>> joined(
            Generator generator,
            BigFraction power,
            Optional<Rational<MultivariatePolynomial<BigInteger>>> base,
            Span span) {
        boolean written = power.getDenominator().bitLength() <= 31
                && power.getDenominator().intValueExact() <= LARGEST_ROOT
                && power.getNumerator().bitLength() <= 12;
        if (!written) {
            throw new InputException(span, "the power " + power + " of " + generator.text() + " is too large");
        }
        try {
            return indeterminates.power(generator, power, base);
        } catch (TooManyConstantsException e) {
            throw new InputException(span, e.getMessage());
        }
    }

    /** The number of the indeterminate that a polynomial consists of; -1 if it is none. */
    private int lone(Rational<MultivariatePolynomial<BigInteger>> p) {
        for (int i = 0; i < indeterminates.size(); i++) {
            if (p.isIntegral() && p.equals(indeterminates.variable(i))) {
                return i;
            }
        }
        return -1;
    }

    private void requirePositive(
            Rational<MultivariatePolynomial<BigInteger>> rest,
            Rational<MultivariatePolynomial<BigInteger>> whole,
            String what,
            Span span) {
        if (sign(rest) < 0) {
            throw new UndefinedAtOriginException(
                    span, what + " of " + field.coefficient(whole).text() + ", which is negative there");
        }
    }

    private Parts parts(Rational<MultivariatePolynomial<BigInteger>> a, Span span) {
        List<Part> parts = new ArrayList<>();
        Rational<MultivariatePolynomial<BigInteger>> rest = collect(a.numerator(), 1, parts, field.one());
        rest = collect(a.denominator(), -1, parts, rest);
        if (rest.equals(field.integer(-1))) {
            throw new UndefinedAtOriginException(
                    span,
                    "a log, root or fractional power of the negative number "
                            + field.coefficient(a).text());
        }
        return new Parts(parts, rest);
    }

    private Rational<MultivariatePolynomial<BigInteger>> collect(
            MultivariatePolynomial<BigInteger> p,
            int side,
            List<Part> parts,
            Rational<MultivariatePolynomial<BigInteger>> start) {
        field.spend(p.size());
        Rationals.Factored all = Rationals.factor(indeterminates.ring(), p);
        java.math.BigInteger number = all.number();
        Rational<MultivariatePolynomial<BigInteger>> rest = start;
        for (Rationals.Factor each : all.factors()) {
            MultivariatePolynomial<BigInteger> factor = each.polynomial();
            int exponent = each.exponent();
            int sign = sign(new Rational<>(indeterminates.ring(), factor));
            if (sign < 0) {
                factor = factor.clone().negate();
                number = exponent % 2 == 0 ? number : number.negate();
            }
            Rational<MultivariatePolynomial<BigInteger>> base = new Rational<>(indeterminates.ring(), factor);
            if (sign != 0) {
                parts.add(new Part(base, side * exponent));
            } else {
                rest = field.multiply(rest, wholePower(base, side * exponent));
            }
        }
        primes(number.abs()).forEach(q -> parts.add(new Part(field.rational(new BigFraction(q)), side)));
        return number.signum() < 0 ? field.multiply(rest, field.integer(-1)) : rest;
    }

    /** The prime factors, each as often as it occurs; a large cofactor is left as it is. */
    private static List<java.math.BigInteger> primes(java.math.BigInteger n) {
        List<java.math.BigInteger> out = new ArrayList<>();
        java.math.BigInteger rest = n;
        for (int d = 2; d < TRIAL_DIVISORS && !rest.equals(java.math.BigInteger.ONE); d++) {
            java.math.BigInteger divisor = java.math.BigInteger.valueOf(d);
            if (divisor.multiply(divisor).compareTo(rest) > 0) {
                break;
            }
            while (rest.mod(divisor).signum() == 0) {
                out.add(divisor);
                rest = rest.divide(divisor);
            }
        }
        if (!rest.equals(java.math.BigInteger.ONE)) {
            out.add(rest);
        }
        return out;
    }
}
