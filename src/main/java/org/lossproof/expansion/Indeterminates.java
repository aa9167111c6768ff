package org.lossproof.expansion;

import cc.redberry.rings.Rational;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.MultivariateRing;
import cc.redberry.rings.poly.multivar.Monomial;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.ArithmeticUtils;

/**
 * What the indeterminates of a ring stand for, and the relations between them. Each stands for a root g^(1/k) of a {@link
 * Generator}; a root r of a base b that is a rational function itself satisfies r^k = b, and when a finer root of the same
 * generator joins, the coarser one is a power of it. An element is reduced by these relations, its denominator freed of roots.
 */
final class Indeterminates {
    /** How many irrational constants a definition may have. */
    static final int MAX_CONSTANTS = 12;

    private record Slot(Generator generator, int root) {}

    /** variable^degree = value; degree 1 for a variable that a finer root has replaced. */
    private record Relation(int degree, Rational<MultivariatePolynomial<BigInteger>> value) {}

    private final MultivariateRing<MultivariatePolynomial<BigInteger>> ring;
    private final List<String> symbols;
    private final Budget budget;
    private final List<Slot> slots = new ArrayList<>();
    private final SortedMap<Integer, Relation> relations = new TreeMap<>();

    /** @param budget for what the relations cost */
    Indeterminates(MultivariateRing<MultivariatePolynomial<BigInteger>> ring, List<String> symbols, Budget budget) {
        this.ring = ring;
        this.budget = budget;
        this.symbols = List.copyOf(symbols);
        symbols.forEach(s -> slots.add(new Slot(new Generator.Parameter(s), 1)));
    }

    Rational<MultivariatePolynomial<BigInteger>> number(BigFraction value) {
        return new Rational<>(ring, integer(value.getNumerator()), integer(value.getDenominator()));
    }

    Rational<MultivariatePolynomial<BigInteger>> parameter(String name) {
        int index = symbols.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return variable(index);
    }

    MultivariateRing<MultivariatePolynomial<BigInteger>> ring() {
        return ring;
    }

    int size() {
        return slots.size();
    }

    /** What the indeterminate is a root of. */
    Generator generator(int index) {
        return slots.get(index).generator();
    }

    /** Which root of {@link #generator} the indeterminate is. */
    int root(int index) {
        return slots.get(index).root();
    }

    /**
     * generator^power.
     *
     * @param base the value of the generator, if it is one of this ring
     * @throws TooManyConstantsException if there is no indeterminate left
     */
    Rational<MultivariatePolynomial<BigInteger>> power(
            Generator generator, BigFraction power, Optional<Rational<MultivariatePolynomial<BigInteger>>> base) {
        int root = power.getDenominator().intValueExact();
        int index = finest(generator);
        if (index < 0 || slots.get(index).root() % root != 0) {
            index = add(generator, index < 0 ? root : lcm(root, slots.get(index).root()), base);
        }
        BigFraction exponent = power.multiply(slots.get(index).root());
        int k = exponent.getNumerator().intValueExact();
        Rational<MultivariatePolynomial<BigInteger>> r = variable(index);
        return reduced(k >= 0 ? r.pow(k) : r.reciprocal().pow(-k));
    }

    private int finest(Generator generator) {
        for (int i = slots.size() - 1; i >= symbols.size(); i--) {
            if (slots.get(i).generator().text().equals(generator.text())) {
                return i;
            }
        }
        return -1;
    }

    private int add(Generator generator, int root, Optional<Rational<MultivariatePolynomial<BigInteger>>> base) {
        int index = slots.size();
        if (index >= ring.nVariables()) {
            throw new TooManyConstantsException();
        }
        for (int i = symbols.size(); i < index; i++) {
            if (slots.get(i).generator().text().equals(generator.text())) {
                relations.put(
                        i,
                        new Relation(1, variable(index).pow(root / slots.get(i).root())));
            }
        }
        slots.add(new Slot(generator, root));
        base.ifPresent(b -> relations.put(index, new Relation(root, b)));
        return index;
    }

    /** The sum, if it is not too large to be formed; relations are not applied. */
    Rational<MultivariatePolynomial<BigInteger>> sum(
            Rational<MultivariatePolynomial<BigInteger>> a, Rational<MultivariatePolynomial<BigInteger>> b) {
        if (!a.denominator().equals(b.denominator())) {
            budget.allowProduct(a.numerator().size(), b.denominator().size());
            budget.allowProduct(b.numerator().size(), a.denominator().size());
        }
        budget.spend(1);
        return held(a.add(b));
    }

    /** The product, if it is not too large to be formed; relations are not applied. */
    Rational<MultivariatePolynomial<BigInteger>> product(
            Rational<MultivariatePolynomial<BigInteger>> a, Rational<MultivariatePolynomial<BigInteger>> b) {
        budget.allowProduct(a.numerator().size(), b.numerator().size());
        budget.allowProduct(a.denominator().size(), b.denominator().size());
        return held(a.multiply(b));
    }

    private Rational<MultivariatePolynomial<BigInteger>> held(Rational<MultivariatePolynomial<BigInteger>> a) {
        budget.hold(Math.max(a.numerator().size(), a.denominator().size()));
        return a;
    }

    private Rational<MultivariatePolynomial<BigInteger>> power(Rational<MultivariatePolynomial<BigInteger>> a, int k) {
        Rational<MultivariatePolynomial<BigInteger>> out = number(BigFraction.ONE);
        for (int i = 0; i < k; i++) {
            out = product(out, a);
        }
        return out;
    }

    /** The element with every relation applied. */
    Rational<MultivariatePolynomial<BigInteger>> reduced(Rational<MultivariatePolynomial<BigInteger>> a) {
        if (relations.isEmpty() || (isReduced(a.numerator()) && isFree(a.denominator()))) {
            return a;
        }
        Rational<MultivariatePolynomial<BigInteger>> over = reduced(a.numerator());
        Rational<MultivariatePolynomial<BigInteger>> under = reduced(a.denominator());
        Rational<MultivariatePolynomial<BigInteger>> quotient =
                product(over, new Rational<>(ring, under.denominator()));
        MultivariatePolynomial<BigInteger> divisor = under.numerator();
        for (int i :
                relations.keySet().stream().sorted(Collections.reverseOrder()).toList()) {
            if (divisor.degree(i) > 0) {
                Optional<Rational<MultivariatePolynomial<BigInteger>>> inverse = inverse(divisor, i);
                if (inverse.isPresent()) {
                    return reduced(product(quotient, inverse.get()));
                }
            }
        }
        return product(quotient, new Rational<>(ring, divisor).reciprocal());
    }

    private boolean isReduced(MultivariatePolynomial<BigInteger> p) {
        return relations.entrySet().stream()
                .allMatch(r -> p.degree(r.getKey()) < r.getValue().degree());
    }

    private boolean isFree(MultivariatePolynomial<BigInteger> p) {
        return relations.keySet().stream().allMatch(i -> p.degree(i) == 0);
    }

    /** Terms that take the same powers of the relations are added first, so that each product is formed once. */
    private Rational<MultivariatePolynomial<BigInteger>> reduced(MultivariatePolynomial<BigInteger> p) {
        budget.spend(p.size());
        if (isReduced(p)) {
            return new Rational<>(ring, p);
        }
        Map<List<Integer>, MultivariatePolynomial<BigInteger>> byPowers = new LinkedHashMap<>();
        for (Rationals.Term term : Rationals.terms(p)) {
            int[] exponents = term.exponents().clone();
            List<Integer> powers = new ArrayList<>();
            relations.forEach((i, r) -> {
                powers.add(exponents[i] / r.degree());
                exponents[i] %= r.degree();
            });
            byPowers.computeIfAbsent(powers, k -> ring.getZero())
                    .add(new Monomial<>(exponents, Rationals.rings(term.coefficient())));
        }
        Rational<MultivariatePolynomial<BigInteger>> sum = number(BigFraction.ZERO);
        for (Map.Entry<List<Integer>, MultivariatePolynomial<BigInteger>> part : byPowers.entrySet()) {
            Rational<MultivariatePolynomial<BigInteger>> product = new Rational<>(ring, part.getValue());
            int place = 0;
            for (Relation r : relations.values()) {
                product = product(product, power(r.value(), part.getKey().get(place++)));
            }
            budget.spend(product.numerator().size());
            sum = sum(sum, product);
        }
        Rational<MultivariatePolynomial<BigInteger>> over = reduced(sum.numerator());
        return over.divide(sum.denominator());
    }

    /**
     * 1/p with a denominator free of the root r: the solution u of p u = 1 in the basis 1, r, ..., r^(k-1). Empty if p is no
     * unit, which happens only where the relation is reducible.
     */
    private Optional<Rational<MultivariatePolynomial<BigInteger>>> inverse(
            MultivariatePolynomial<BigInteger> p, int r) {
        int k = relations.get(r).degree();
        List<List<Rational<MultivariatePolynomial<BigInteger>>>> columns = new ArrayList<>();
        for (int j = 0; j < k; j++) {
            columns.add(components(p, r, j, k));
        }
        return LinearSolve.unit(this, columns).map(u -> {
            Rational<MultivariatePolynomial<BigInteger>> sum = number(BigFraction.ZERO);
            for (int j = 0; j < k; j++) {
                sum = sum(sum, product(u.get(j), variable(r).pow(j)));
            }
            return sum;
        });
    }

    /** The components of p r^shift with r^k replaced by its value. */
    private List<Rational<MultivariatePolynomial<BigInteger>>> components(
            MultivariatePolynomial<BigInteger> p, int r, int shift, int k) {
        List<Rational<MultivariatePolynomial<BigInteger>>> out =
                new ArrayList<>(Collections.nCopies(k, number(BigFraction.ZERO)));
        for (Rationals.Term term : Rationals.terms(p)) {
            int[] exponents = term.exponents().clone();
            int power = exponents[r] + shift;
            exponents[r] = 0;
            Rational<MultivariatePolynomial<BigInteger>> value =
                    product(power(relations.get(r).value(), power / k), monomial(term.coefficient(), exponents));
            out.set(power % k, sum(out.get(power % k), value));
        }
        return out;
    }

    /** The value of an element, each generator in the coarsest root that serves. */
    Coefficient coefficient(Rational<MultivariatePolynomial<BigInteger>> a) {
        List<Rationals.Term> over = Rationals.terms(a.numerator());
        List<Rationals.Term> under = Rationals.terms(a.denominator());
        Map<Integer, Integer> coarsest = new LinkedHashMap<>();
        for (Rationals.Term term : join(over, under)) {
            for (int i = 0; i < slots.size(); i++) {
                if (term.exponents()[i] > 0) {
                    int root = slots.get(i).root();
                    coarsest.merge(i, root / ArithmeticUtils.gcd(root, term.exponents()[i]), Indeterminates::lcm);
                }
            }
        }
        Map<Integer, String> texts = new LinkedHashMap<>();
        Map<String, Generator> generators = new TreeMap<>();
        coarsest.forEach((i, root) -> {
            Generator g = slots.get(i).generator().root(root);
            texts.put(i, g.text());
            generators.put(g.text(), g);
        });
        return new Coefficient(named(over, texts, coarsest), named(under, texts, coarsest), generators, symbols);
    }

    private List<Coefficient.Term> named(
            List<Rationals.Term> terms, Map<Integer, String> texts, Map<Integer, Integer> coarsest) {
        List<Coefficient.Term> out = new ArrayList<>();
        for (Rationals.Term term : terms) {
            SortedMap<String, Integer> powers = new TreeMap<>();
            texts.forEach((i, text) -> {
                int power = term.exponents()[i] * coarsest.get(i) / slots.get(i).root();
                if (power > 0) {
                    powers.put(text, power);
                }
            });
            out.add(new Coefficient.Term(term.coefficient(), powers));
        }
        return out;
    }

    private static List<Rationals.Term> join(List<Rationals.Term> a, List<Rationals.Term> b) {
        List<Rationals.Term> out = new ArrayList<>(a);
        out.addAll(b);
        return out;
    }

    Rational<MultivariatePolynomial<BigInteger>> variable(int index) {
        return new Rational<>(ring, ring.variable(index));
    }

    Rational<MultivariatePolynomial<BigInteger>> monomial(java.math.BigInteger coefficient, int[] exponents) {
        MultivariatePolynomial<BigInteger> p = ring.getZero();
        p.add(new Monomial<>(exponents, Rationals.rings(coefficient)));
        return new Rational<>(ring, p);
    }

    private MultivariatePolynomial<BigInteger> integer(java.math.BigInteger value) {
        return ring.factory().createConstant(Rationals.rings(value));
    }

    private static int lcm(int a, int b) {
        return a / ArithmeticUtils.gcd(a, b) * b;
    }
}
