package org.lossproof.expansion;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.IrrationalConstantException;
import org.lossproof.loss.Notation;

/**
 * What the polynomials of a {@link Coefficient} are polynomials in: a parameter, or a constant that is no rational function of
 * the parameters. Arguments are values, in normal form; equal generators have equal texts.
 */
public sealed interface Generator {
    /** As the language of definitions has it; a power of it is written {@code text^k}, or {@code (text)^k} where
     * the text ends in an exponent. */
    String text();

    /** Typeset. */
    String tex();

    /** Adds the names of the parameters that occur, d1 among them, to a set. */
    void collect(Set<String> parameters);

    /** The value in floating point. */
    double at(Map<String, Double> parameters);

    /**
     * The exact value.
     *
     * @throws IrrationalConstantException if it is not rational
     */
    BigFraction exact(Map<String, BigFraction> parameters);

    /** An interval that holds the value. */
    Interval enclosure(Map<String, BigFraction> parameters);

    /** The n-th root of this generator, which is positive. */
    Generator root(int n);

    /** The names of the parameters that occur, d1 among them. */
    default Set<String> parameters() {
        Set<String> out = new TreeSet<>();
        collect(out);
        return out;
    }

    /** A parameter, or d1. */
    record Parameter(String name) implements Generator {
        @Override
        public String text() {
            return name;
        }

        @Override
        public String tex() {
            return Notation.parameter(name);
        }

        @Override
        public void collect(Set<String> parameters) {
            parameters.add(name);
        }

        @Override
        public double at(Map<String, Double> parameters) {
            return parameters.get(name);
        }

        @Override
        public BigFraction exact(Map<String, BigFraction> parameters) {
            BigFraction value = parameters.get(name);
            if (value == null) {
                throw new IrrationalConstantException(name + " has no value");
            }
            return value;
        }

        @Override
        public Interval enclosure(Map<String, BigFraction> parameters) {
            return parameters.containsKey(name) ? Interval.of(parameters.get(name)) : Interval.ALL;
        }

        @Override
        public Generator root(int n) {
            if (n != 1) {
                throw new IllegalArgumentException("no root of the parameter " + name + " itself");
            }
            return this;
        }
    }

    /** log(argument). */
    record Logarithm(Coefficient argument) implements Generator {
        @Override
        public String text() {
            return "log(" + argument.text() + ")";
        }

        @Override
        public String tex() {
            return "\\log\\left(" + argument.tex() + "\\right)";
        }

        @Override
        public void collect(Set<String> parameters) {
            argument.collect(parameters);
        }

        @Override
        public double at(Map<String, Double> parameters) {
            return Math.log(argument.value().at(parameters));
        }

        @Override
        public BigFraction exact(Map<String, BigFraction> parameters) {
            if (argument.exact(parameters).equals(BigFraction.ONE)) {
                return BigFraction.ZERO;
            }
            throw new IrrationalConstantException(text());
        }

        @Override
        public Interval enclosure(Map<String, BigFraction> parameters) {
            return argument.enclosure(parameters).log();
        }

        @Override
        public Generator root(int n) {
            if (n != 1) {
                throw new IllegalArgumentException("no root of " + text());
            }
            return this;
        }
    }

    /** exp(exponent). */
    record Exponential(Coefficient exponent) implements Generator {
        @Override
        public String text() {
            return "exp(" + exponent.text() + ")";
        }

        @Override
        public String tex() {
            return "\\exp\\left(" + exponent.tex() + "\\right)";
        }

        @Override
        public void collect(Set<String> parameters) {
            exponent.collect(parameters);
        }

        @Override
        public double at(Map<String, Double> parameters) {
            return Math.exp(exponent.value().at(parameters));
        }

        @Override
        public BigFraction exact(Map<String, BigFraction> parameters) {
            if (exponent.exact(parameters).isZero()) {
                return BigFraction.ONE;
            }
            throw new IrrationalConstantException(text());
        }

        @Override
        public Interval enclosure(Map<String, BigFraction> parameters) {
            return exponent.enclosure(parameters).exp();
        }

        @Override
        public Generator root(int n) {
            return n == 1 ? this : new Exponential(exponent.dividedBy(n));
        }
    }

    /** base^exponent with a positive base; an exponent 1/k makes it a root, any other contains parameters. */
    record Power(Coefficient base, Coefficient exponent) implements Generator {
        /** Whether a power of it needs brackets. */
        boolean isWrittenWithExponent() {
            return !isSquareRoot();
        }

        @Override
        public String text() {
            if (isSquareRoot()) {
                return "sqrt(" + base.text() + ")";
            }
            String inside = base.text();
            boolean simple = inside.matches("[0-9]+|[A-Za-z_][A-Za-z_0-9]*");
            return (simple ? inside : "(" + inside + ")") + "^(" + exponent.text() + ")";
        }

        @Override
        public String tex() {
            return isSquareRoot()
                    ? "\\sqrt{" + base.tex() + "}"
                    : "\\left(" + base.tex() + "\\right)^{" + exponent.tex() + "}";
        }

        private boolean isSquareRoot() {
            return exponent.text().equals("1/2");
        }

        @Override
        public void collect(Set<String> parameters) {
            base.collect(parameters);
            exponent.collect(parameters);
        }

        @Override
        public double at(Map<String, Double> parameters) {
            return Math.pow(base.value().at(parameters), exponent.value().at(parameters));
        }

        @Override
        public BigFraction exact(Map<String, BigFraction> parameters) {
            return ExactPowers.power(base.exact(parameters), exponent.exact(parameters));
        }

        @Override
        public Interval enclosure(Map<String, BigFraction> parameters) {
            return base.enclosure(parameters)
                    .log()
                    .times(exponent.enclosure(parameters))
                    .exp();
        }

        @Override
        public Generator root(int n) {
            return n == 1 ? this : new Power(base, exponent.dividedBy(n));
        }
    }
}
