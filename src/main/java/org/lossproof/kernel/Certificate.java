package org.lossproof.kernel;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Why a proposition holds: data that a searcher found and {@link Theorem} checks. */
public sealed interface Certificate
        permits Certificate.Cone,
                Certificate.AtPoint,
                Certificate.SolverSays,
                Certificate.Routes,
                Certificate.Homogeneous,
                Certificate.Each,
                MatrixProof {
    /**
     * Why no point satisfies a system: a sum of what is not negative there, one summand of it positive, and of multiples of
     * what vanishes there, is identically zero (Stengle 1974, with explicit multipliers).
     *
     * @param steps conditions that follow from the system; they are appended to it one by one
     * @param summands what is not negative
     * @param cofactors multiples of what vanishes
     */
    record Cone(List<Step> steps, List<Summand> summands, List<Cofactor> cofactors) implements Certificate {
        public Cone {
            steps = List.copyOf(steps);
            summands = List.copyOf(summands);
            cofactors = List.copyOf(cofactors);
        }
    }

    /** A condition that follows from earlier ones, which are named by their numbers from 0. */
    sealed interface Step {}

    /** Condition {@code of} is not zero and equals factor * cofactor: the factor is not zero. */
    record NonZeroFactor(int of, Polynomial factor, Polynomial cofactor) implements Step {}

    /** Condition {@code of} equals quotient * divisor, which is positive: the quotient has its sign. Where only zero or not matters, the divisor need only not vanish. */
    record Quotient(int of, Product divisor, Polynomial quotient) implements Step {}

    /** A new variable that is the inverse of a product of what is not zero: name * product - 1 vanishes. */
    record Inverse(List<Integer> of, String name) implements Step {
        public Inverse {
            of = List.copyOf(of);
        }
    }

    /**
     * A product of conditions and squares.
     *
     * @param signed conditions that are not negative, by number; a number may stand more than once
     * @param squared conditions that enter squared
     * @param squares any polynomials, which enter squared
     */
    record Product(List<Integer> signed, List<Integer> squared, List<Polynomial> squares) {
        public Product {
            signed = List.copyOf(signed);
            squared = List.copyOf(squared);
            squares = List.copyOf(squares);
        }
    }

    /** A positive number times a product. */
    record Summand(Rational weight, Product product) {}

    /** A polynomial times condition {@code of}, which vanishes. */
    record Cofactor(int of, Polynomial polynomial) {}

    /** A point that satisfies a system. */
    record AtPoint(SortedMap<String, Rational> values) implements Certificate {
        public AtPoint {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }
    }

    /** Procedures of one solver that found no solution (or an irrational one); checked no further, and named as an axiom. */
    record SolverSays(List<String> procedures) implements Certificate {
        public SolverSays {
            procedures = List.copyOf(procedures);
        }
    }

    /** What independent routes found. */
    record Routes(List<Word> words) implements Certificate {
        public Routes {
            words = List.copyOf(words);
        }
    }

    /** What one route says of both sides. */
    sealed interface Word {
        /** The route. */
        String route();
    }

    /** Coefficients by order and invariant; what is left out is zero. */
    record Symbolic(
            String route,
            SortedMap<Integer, SortedMap<String, Fraction>> left,
            SortedMap<Integer, SortedMap<String, Fraction>> right)
            implements Word {
        public Symbolic {
            left = Collections.unmodifiableSortedMap(new TreeMap<>(left));
            right = Collections.unmodifiableSortedMap(new TreeMap<>(right));
        }
    }

    /** Values at points. */
    record Pointwise(String route, List<Sample> samples) implements Word {
        public Pointwise {
            samples = List.copyOf(samples);
        }
    }

    /**
     * The values of both sides at a point.
     *
     * @param values of parameters and invariants there
     * @param left by order; what is left out is zero
     * @param right by order
     */
    record Sample(
            SortedMap<String, Rational> values, SortedMap<Integer, Rational> left, SortedMap<Integer, Rational> right) {
        public Sample {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
            left = Collections.unmodifiableSortedMap(new TreeMap<>(left));
            right = Collections.unmodifiableSortedMap(new TreeMap<>(right));
        }
    }

    /** A quotient of polynomials in parameters and constants; the denominator is not identically zero. */
    record Fraction(Polynomial numerator, Polynomial denominator) {}

    /** Along W -> tW an even function holds a multiple of |t|^degree, or of log |t| where the degree is 0. */
    record Homogeneous(Rational degree) implements Certificate {}

    /** A certificate for every part of {@link Proposition.All}, in order. */
    record Each(List<Certificate> parts) implements Certificate {
        public Each {
            parts = List.copyOf(parts);
        }
    }
}
