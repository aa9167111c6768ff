package org.lossproof.loss;

import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/**
 * A loss, or a part of one, as it is written on paper. A closed set: every interpretation (expansion, sampler, text,
 * TeX) handles each case.
 *
 * <p>Representations are f(v) = W v with W: d1 x d0; v is a datum or a view of one (see {@link Datum}). Everything is a
 * scalar. A deterministic expression has neither vectors nor coordinate indices nor {@link Trace}: it is a function of
 * the parameters alone.
 */
public sealed interface Expr {

    /** What a visitor makes of it. */
    <R> R accept(Visitor<R> visitor);

    /** The expressions it is made of, in their order; coefficients of representations are among them. */
    default List<Expr> children() {
        return List.of();
    }

    /** An interpretation: a method for each case, by the compiler's order. */
    interface Visitor<R> {
        R constant(Constant e);

        R parameter(Parameter e);

        R inner(Inner e);

        R coordinate(Coordinate e);

        R trace(Trace e);

        R sum(Sum e);

        R product(Product e);

        R power(Power e);

        R apply(Apply e);

        R mean(Mean e);

        R copySum(CopySum e);

        R indexSum(IndexSum e);
    }

    /** An exact rational number. */
    record Constant(BigFraction value) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /** A declared parameter such as N, alpha, beta, tau. */
    record Parameter(String name) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.parameter(this);
        }
    }

    /** The inner product of two combinations of representations, a number. |u|^2 is {@code Inner(u, u)}. */
    record Inner(Combination left, Combination right) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inner(this);
        }

        @Override
        public List<Expr> children() {
            return Stream.concat(left.coefficients().stream(), right.coefficients().stream())
                    .toList();
        }
    }

    /** Coordinate {@code index} (bound by an {@link IndexSum}, in 1..d1) of a combination of representations. */
    record Coordinate(Combination vector, String index) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.coordinate(this);
        }

        @Override
        public List<Expr> children() {
            return vector.coefficients();
        }
    }

    /**
     * tr(K_{l1} K_{l2} ...) for letters A (W A0 W'), C (W C W'), S (W Sigma W', Sigma = A0 + C) and G (W W'); each K is
     * d1 x d1. {@code Trace(G)} is |W|_F^2.
     */
    record Trace(List<Letter> word) implements Expr {
        public Trace {
            word = List.copyOf(word);
            if (word.isEmpty()) {
                throw new IllegalArgumentException("a trace needs at least one letter");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.trace(this);
        }
    }

    /** The covariances of representations, d1 x d1 each. */
    enum Letter {
        A,
        C,
        S,
        G
    }

    /** The sum of the terms; 0 when there is none. */
    record Sum(List<Expr> terms) implements Expr {
        public Sum {
            terms = List.copyOf(terms);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sum(this);
        }

        @Override
        public List<Expr> children() {
            return terms;
        }
    }

    /** The product of the factors; 1 when there is none. */
    record Product(List<Expr> factors) implements Expr {
        public Product {
            factors = List.copyOf(factors);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.product(this);
        }

        @Override
        public List<Expr> children() {
            return factors;
        }
    }

    /** base ^ exponent; the exponent is deterministic. A quotient u / v is {@code Product(u, Power(v, -1))}. */
    record Power(Expr base, Expr exponent, Span span) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.power(this);
        }

        @Override
        public List<Expr> children() {
            return List.of(base, exponent);
        }
    }

    /** A scalar function of a scalar. */
    record Apply(Function function, Expr argument, Span span) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.apply(this);
        }

        @Override
        public List<Expr> children() {
            return List.of(argument);
        }
    }

    /**
     * The population mean of {@code body} over the named vectors (data or views). The outermost mean that names a datum
     * or one of its views also averages over that datum (and, for a datum with copies, over all copies); a mean inside
     * it that names another view averages over that view's own augmentation, the datum held fixed.
     */
    record Mean(List<String> vectors, Expr body) implements Expr {
        public Mean {
            vectors = List.copyOf(vectors);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mean(this);
        }

        @Override
        public List<Expr> children() {
            return List.of(body);
        }
    }

    /**
     * The sum of {@code body} over all copies of a datum that is declared with copies (the negatives of a batch); inside
     * the body, the datum and its views are those of the current copy. It stands inside a {@link Mean} over the datum.
     */
    record CopySum(String datum, Expr body) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.copySum(this);
        }

        @Override
        public List<Expr> children() {
            return List.of(body);
        }
    }

    /** The sum over coordinate indices in 1..d1; over pairwise different values if {@code distinct}. */
    record IndexSum(List<String> indices, boolean distinct, Expr body) implements Expr {
        public IndexSum {
            indices = List.copyOf(indices);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.indexSum(this);
        }

        @Override
        public List<Expr> children() {
            return List.of(body);
        }
    }
}
