package org.lossproof.expansion;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.IrrationalConstantException;

/**
 * An exact coefficient in normal form: a quotient of polynomials with integer coefficients in {@link Generator}s, in lowest
 * terms, the denominator free of roots and with a positive first term (highest degree first). Values of one normal form are equal; its text, read by
 * the language of definitions, has the same normal form.
 */
public final class Coefficient {
    private final List<Term> numerator;
    private final List<Term> denominator;
    private final SortedMap<String, Generator> generators;
    private final List<String> order;
    private String text = "";
    private String tex = "";

    /** The value at given parameters. */
    @FunctionalInterface
    public interface Value {
        /** The value, given one for every parameter that occurs. */
        double at(Map<String, Double> parameters);
    }

    /**
     * An integer times a product of powers.
     *
     * @param coefficient not 0
     * @param powers by the text of the generator, each at least 1
     */
    public record Term(BigInteger coefficient, SortedMap<String, Integer> powers) {
        public Term {
            powers = Collections.unmodifiableSortedMap(new TreeMap<>(powers));
            if (coefficient.signum() == 0 || powers.values().stream().anyMatch(k -> k < 1)) {
                throw new IllegalArgumentException("no term: " + coefficient + " " + powers);
            }
        }
    }

    /**
     * @param numerator without common factor with the denominator; empty for 0
     * @param denominator not empty
     * @param generators those that occur, by text
     * @param order the names of the parameters in the order in which they are printed
     */
    Coefficient(List<Term> numerator, List<Term> denominator, Map<String, Generator> generators, List<String> order) {
        List<Term> over = sorted(numerator);
        List<Term> under = sorted(denominator);
        boolean flip = under.get(0).coefficient().signum() < 0;
        this.numerator = flip ? negated(over) : over;
        this.denominator = flip ? negated(under) : under;
        this.generators = Collections.unmodifiableSortedMap(new TreeMap<>(generators));
        this.order = List.copyOf(order);
    }

    /** A rational number. */
    public static Coefficient of(BigFraction value) {
        List<Term> over = value.isZero() ? List.of() : List.of(new Term(value.getNumerator(), new TreeMap<>()));
        return new Coefficient(over, List.of(new Term(value.getDenominator(), new TreeMap<>())), Map.of(), List.of());
    }

    /** The terms of the numerator, each monomial once; empty for 0. */
    public List<Term> numerator() {
        return numerator;
    }

    /** The terms of the denominator, each monomial once. */
    public List<Term> denominator() {
        return denominator;
    }

    /** What occurs in it, by text. */
    public SortedMap<String, Generator> generators() {
        return generators;
    }

    List<String> order() {
        return order;
    }

    /** As a user writes it, such as {@code -70/71} or {@code -(N - 1)/(N + alpha - 1)}. */
    public String text() {
        if (text.isEmpty()) {
            text = CoefficientText.plain(this);
        }
        return text;
    }

    /** Typeset. */
    public String tex() {
        if (tex.isEmpty()) {
            tex = CoefficientText.tex(this);
        }
        return tex;
    }

    public boolean isZero() {
        return numerator.isEmpty();
    }

    /** Whether parameters occur in it, directly or inside a constant. */
    public boolean symbolic() {
        return !parameters().isEmpty();
    }

    /** Whether it is a rational function of the parameters, without further constants. */
    public boolean isRational() {
        return generators.values().stream().allMatch(g -> g instanceof Generator.Parameter);
    }

    /** The names of the parameters that occur, d1 among them. */
    public Set<String> parameters() {
        Set<String> out = new TreeSet<>();
        collect(out);
        return out;
    }

    void collect(Set<String> names) {
        generators.values().forEach(g -> g.collect(names));
    }

    /** The value in floating point. */
    public Value value() {
        return parameters -> sum(numerator, parameters) / sum(denominator, parameters);
    }

    private double sum(List<Term> terms, Map<String, Double> parameters) {
        double sum = 0;
        for (Term term : terms) {
            double product = term.coefficient().doubleValue();
            for (Map.Entry<String, Integer> power : term.powers().entrySet()) {
                product *= Math.pow(generators.get(power.getKey()).at(parameters), power.getValue());
            }
            sum += product;
        }
        return sum;
    }

    /**
     * The exact value.
     *
     * @param parameters a value for every parameter that occurs, d1 among them
     * @throws IrrationalConstantException if a part of it is not rational there, or it has a pole
     */
    public BigFraction exact(Map<String, BigFraction> parameters) {
        BigFraction under = exactSum(denominator, parameters);
        if (under.isZero()) {
            throw new IrrationalConstantException(text() + " has a pole at " + parameters);
        }
        return exactSum(numerator, parameters).divide(under);
    }

    private BigFraction exactSum(List<Term> terms, Map<String, BigFraction> parameters) {
        BigFraction sum = BigFraction.ZERO;
        for (Term term : terms) {
            BigFraction product = new BigFraction(term.coefficient());
            for (Map.Entry<String, Integer> power : term.powers().entrySet()) {
                product = product.multiply(
                        generators.get(power.getKey()).exact(parameters).pow(power.getValue()));
            }
            sum = sum.add(product);
        }
        return sum;
    }

    /** An interval that holds the value at an exact point. */
    public Interval enclosure(Map<String, BigFraction> parameters) {
        return enclosedSum(numerator, parameters).over(enclosedSum(denominator, parameters));
    }

    private Interval enclosedSum(List<Term> terms, Map<String, BigFraction> parameters) {
        Interval sum = new Interval(0, 0);
        for (Term term : terms) {
            Interval product = Interval.of(term.coefficient());
            for (Map.Entry<String, Integer> power : term.powers().entrySet()) {
                product = product.times(
                        generators.get(power.getKey()).enclosure(parameters).power(power.getValue()));
            }
            sum = sum.plus(product);
        }
        return sum;
    }

    /** -1 times this. */
    Coefficient negated() {
        return new Coefficient(negated(numerator), denominator, generators, order);
    }

    /** This over a whole number n >= 1. */
    Coefficient dividedBy(int n) {
        BigInteger common = BigInteger.valueOf(n);
        for (Term term : numerator) {
            common = common.gcd(term.coefficient());
        }
        BigInteger over = common;
        BigInteger under = BigInteger.valueOf(n).divide(common);
        return new Coefficient(
                numerator.stream()
                        .map(t -> new Term(t.coefficient().divide(over), t.powers()))
                        .toList(),
                denominator.stream()
                        .map(t -> new Term(t.coefficient().multiply(under), t.powers()))
                        .toList(),
                generators,
                order);
    }

    private static List<Term> sorted(List<Term> terms) {
        List<Term> out = new ArrayList<>(terms);
        out.sort(Comparator.comparingInt((Term t) ->
                        -t.powers().values().stream().mapToInt(k -> k).sum())
                .thenComparing(t -> t.powers().toString()));
        return Collections.unmodifiableList(out);
    }

    private static List<Term> negated(List<Term> terms) {
        return terms.stream()
                .map(t -> new Term(t.coefficient().negate(), t.powers()))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Coefficient that
                && numerator.equals(that.numerator)
                && denominator.equals(that.denominator);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + denominator.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
