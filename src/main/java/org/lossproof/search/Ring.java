package org.lossproof.search;

import cc.redberry.rings.Rational;
import cc.redberry.rings.Rings;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.MultivariateRing;
import cc.redberry.rings.poly.PolynomialFactorDecomposition;
import cc.redberry.rings.poly.multivar.Monomial;
import cc.redberry.rings.poly.multivar.MonomialOrder;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lossproof.kernel.Polynomial;

/** Polynomials of the kernel as those of the Rings library, in a fixed list of variables, and back. */
final class Ring {
    private static final int DRAWS = 5;

    private final List<String> names;
    private final MultivariateRing<MultivariatePolynomial<Rational<BigInteger>>> ring;

    Ring(List<String> names) {
        this.names = List.copyOf(names);
        this.ring = Rings.MultivariateRing(Math.max(1, names.size()), Rings.Q, MonomialOrder.GREVLEX);
    }

    List<String> names() {
        return names;
    }

    MultivariatePolynomial<Rational<BigInteger>> one() {
        return ring.getOne();
    }

    MultivariatePolynomial<Rational<BigInteger>> zero() {
        return ring.getZero();
    }

    MultivariatePolynomial<Rational<BigInteger>> variable(String name) {
        return ring.variable(names.indexOf(name));
    }

    MultivariatePolynomial<Rational<BigInteger>> monomial(Monomial<Rational<BigInteger>> term) {
        return ring.getZero().create(term);
    }

    MultivariatePolynomial<Rational<BigInteger>> of(Polynomial p) {
        MultivariatePolynomial<Rational<BigInteger>> sum = ring.getZero();
        p.terms().forEach((monomial, c) -> {
            int[] exponents = new int[ring.nVariables()];
            monomial.powers().forEach((name, k) -> exponents[names.indexOf(name)] = k);
            sum.add(new Monomial<>(exponents, rational(c)));
        });
        return sum;
    }

    Polynomial kernel(MultivariatePolynomial<Rational<BigInteger>> p) {
        SortedMap<Polynomial.Monomial, org.lossproof.kernel.Rational> terms = new TreeMap<>();
        p.forEach(t -> {
            SortedMap<String, Integer> powers = new TreeMap<>();
            for (int i = 0; i < t.exponents.length; i++) {
                if (t.exponents[i] > 0) {
                    powers.put(names.get(i), t.exponents[i]);
                }
            }
            terms.put(new Polynomial.Monomial(powers), kernel(t.coefficient));
        });
        return new Polynomial(terms);
    }

    /** The irreducible factors that are no constants, each once. */
    List<MultivariatePolynomial<Rational<BigInteger>>> factors(MultivariatePolynomial<Rational<BigInteger>> p) {
        List<MultivariatePolynomial<Rational<BigInteger>>> out = new ArrayList<>();
        PolynomialFactorDecomposition<MultivariatePolynomial<Rational<BigInteger>>> all = factored(p);
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).isConstant()) {
                out.add(all.get(i));
            }
        }
        return out;
    }

    /**
     * Rings 2.5.8 draws evaluation points at random and fails, rarely, with an ArithmeticException; another draw does. A polynomial
     * that is left whole costs a certificate at most, no truth.
     */
    private PolynomialFactorDecomposition<MultivariatePolynomial<Rational<BigInteger>>> factored(
            MultivariatePolynomial<Rational<BigInteger>> p) {
        for (int draw = 0; draw < DRAWS; draw++) {
            try {
                return ring.factor(p.clone());
            } catch (ArithmeticException | IllegalStateException | NullPointerException e) {
                // Another draw takes other points.
            }
        }
        return PolynomialFactorDecomposition.of(p.clone());
    }

    /** p / q if that is a polynomial. */
    Optional<MultivariatePolynomial<Rational<BigInteger>>> quotient(
            MultivariatePolynomial<Rational<BigInteger>> p, MultivariatePolynomial<Rational<BigInteger>> q) {
        return Optional.ofNullable(ring.divideOrNull(p.clone(), q));
    }

    static org.lossproof.kernel.Rational kernel(Rational<BigInteger> value) {
        return new org.lossproof.kernel.Rational(
                new java.math.BigInteger(value.numerator().toString()),
                new java.math.BigInteger(value.denominator().toString()));
    }

    private static Rational<BigInteger> rational(org.lossproof.kernel.Rational value) {
        return new Rational<>(
                Rings.Z,
                new BigInteger(value.numerator().toString()),
                new BigInteger(value.denominator().toString()));
    }
}
