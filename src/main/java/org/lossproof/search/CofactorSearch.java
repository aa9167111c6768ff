package org.lossproof.search;

import cc.redberry.rings.Rational;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.multivar.Monomial;
import cc.redberry.rings.poly.multivar.MultivariateDivision;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Writes a polynomial as a combination of given ones with polynomial cofactors: Buchberger's algorithm (Cox, Little, O'Shea,
 * Ideals, Varieties, and Algorithms, Section 2.7) that carries along how each element of the basis is made of the given ones.
 */
final class CofactorSearch {
    private static final int MAX_ELEMENTS = 120;
    private static final int MAX_PAIRS = 3000;

    private final Ring ring;
    private final List<MultivariatePolynomial<Rational<BigInteger>>> given;
    private final List<Element> basis = new ArrayList<>();
    private final PriorityQueue<Pair> pairs = new PriorityQueue<>(Comparator.comparingInt(Pair::degree));

    /** An element of the ideal and how it is made of the given polynomials. */
    private record Element(
            MultivariatePolynomial<Rational<BigInteger>> value,
            List<MultivariatePolynomial<Rational<BigInteger>>> cofactors) {}

    private record Pair(int left, int right, int degree) {}

    CofactorSearch(Ring ring, List<MultivariatePolynomial<Rational<BigInteger>>> given) {
        this.ring = ring;
        this.given = List.copyOf(given);
        for (int i = 0; i < given.size(); i++) {
            List<MultivariatePolynomial<Rational<BigInteger>>> unit = new ArrayList<>();
            for (int j = 0; j < given.size(); j++) {
                unit.add(i == j ? ring.one() : ring.zero());
            }
            append(new Element(given.get(i), unit));
        }
    }

    /** q with p = sum q_i given_i; empty if none is found within the bounds. */
    Optional<List<MultivariatePolynomial<Rational<BigInteger>>>> of(MultivariatePolynomial<Rational<BigInteger>> p) {
        Element target = new Element(p.clone(), zeros());
        for (int done = 0; ; done++) {
            target = reduced(target);
            if (target.value().isZero()) {
                return Optional.of(target.cofactors().stream()
                        .map(MultivariatePolynomial::negate)
                        .toList());
            }
            Optional<Element> next = done < MAX_PAIRS ? nextElement() : Optional.empty();
            if (next.isEmpty() || basis.size() >= MAX_ELEMENTS) {
                return Optional.empty();
            }
            append(next.get());
        }
    }

    private Optional<Element> nextElement() {
        while (!pairs.isEmpty()) {
            Pair pair = pairs.poll();
            Element element = reduced(difference(basis.get(pair.left()), basis.get(pair.right())));
            if (!element.value().isZero()) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    private void append(Element element) {
        for (int i = 0; i < basis.size(); i++) {
            int[] a = basis.get(i).value().lt().exponents;
            int[] b = element.value().lt().exponents;
            int[] both = lcm(a, b);
            if (Arrays.stream(both).sum()
                    < Arrays.stream(a).sum() + Arrays.stream(b).sum()) {
                pairs.add(new Pair(i, basis.size(), Arrays.stream(both).sum()));
            }
        }
        basis.add(element);
    }

    /** The S-polynomial. */
    private Element difference(Element f, Element g) {
        int[] both = lcm(f.value().lt().exponents, g.value().lt().exponents);
        Element left = times(f, over(both, f));
        Element right = times(g, over(both, g).negate());
        return new Element(left.value().add(right.value()), sums(left.cofactors(), right.cofactors()));
    }

    private MultivariatePolynomial<Rational<BigInteger>> over(int[] both, Element f) {
        Monomial<Rational<BigInteger>> lead = f.value().lt();
        int[] rest = new int[both.length];
        for (int i = 0; i < both.length; i++) {
            rest[i] = both[i] - lead.exponents[i];
        }
        return ring.monomial(new Monomial<>(rest, lead.coefficient.reciprocal()));
    }

    private static int[] lcm(int[] a, int[] b) {
        int[] out = new int[a.length];
        for (int i = 0; i < a.length; i++) {
            out[i] = Math.max(a[i], b[i]);
        }
        return out;
    }

    private Element reduced(Element element) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        MultivariatePolynomial<Rational<BigInteger>>[] divisors =
                basis.stream().map(Element::value).toArray(MultivariatePolynomial[]::new);
        MultivariatePolynomial<Rational<BigInteger>>[] parts =
                MultivariateDivision.divideAndRemainder(element.value(), divisors);
        Element out = new Element(parts[divisors.length], element.cofactors());
        for (int i = 0; i < divisors.length; i++) {
            if (!parts[i].isZero()) {
                Element multiple = times(basis.get(i), parts[i].negate());
                out = new Element(out.value(), sums(out.cofactors(), multiple.cofactors()));
            }
        }
        return out;
    }

    private List<MultivariatePolynomial<Rational<BigInteger>>> zeros() {
        return given.stream().map(p -> ring.zero()).toList();
    }

    private static Element times(Element f, MultivariatePolynomial<Rational<BigInteger>> by) {
        return new Element(
                f.value().clone().multiply(by),
                f.cofactors().stream().map(q -> q.clone().multiply(by)).toList());
    }

    private static List<MultivariatePolynomial<Rational<BigInteger>>> sums(
            List<MultivariatePolynomial<Rational<BigInteger>>> p,
            List<MultivariatePolynomial<Rational<BigInteger>>> q) {
        return java.util.stream.IntStream.range(0, p.size())
                .mapToObj(i -> p.get(i).clone().add(q.get(i)))
                .toList();
    }
}
