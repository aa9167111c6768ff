package org.lossproof.page.matrix;

import java.util.List;
import java.util.stream.Collectors;
import org.lossproof.kernel.Rational;
import org.lossproof.loss.Span;

/** An expression in matrices as it is written. */
public sealed interface MatrixExpression {
    /** {@code derivative(L, V, E)}, along E, and {@code derivative(L, V, E, F)}, along E and F. */
    String DERIVATIVE = "derivative";

    /** Where it stands. */
    Span span();

    /** A letter or an abbreviation. */
    record Name(String name, Span span) implements MatrixExpression {}

    /** A number; beside matrices of a square shape, that multiple of the identity. */
    record Constant(Rational value, Span span) implements MatrixExpression {}

    record Sum(List<MatrixExpression> terms, Span span) implements MatrixExpression {
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    record Negative(MatrixExpression of, Span span) implements MatrixExpression {}

    record Product(List<MatrixExpression> factors, Span span) implements MatrixExpression {
        public Product {
            factors = List.copyOf(factors);
        }
    }

    /** An integer power; a negative one of a number only. */
    record Power(MatrixExpression of, int exponent, Span span) implements MatrixExpression {}

    record Transpose(MatrixExpression of, Span span) implements MatrixExpression {}

    record Trace(MatrixExpression of, Span span) implements MatrixExpression {}

    /** |X|^2 = tr(X'X). */
    record SquaredNorm(MatrixExpression of, Span span) implements MatrixExpression {}

    /** An abbreviation with its argument, such as L(Z). */
    record Call(String name, List<MatrixExpression> arguments, Span span) implements MatrixExpression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** The matrix that a fact says is not negative, by the label of the fact in brackets. */
    record OfFact(String label, Span span) implements MatrixExpression {}

    /** Typeset. */
    default String tex() {
        if (this instanceof Name n) {
            return name(n.name());
        } else if (this instanceof Constant c) {
            return c.value().denominator().equals(java.math.BigInteger.ONE)
                    ? c.value().toString()
                    : "\\tfrac{" + c.value().numerator() + "}{" + c.value().denominator() + "}";
        } else if (this instanceof Sum s) {
            StringBuilder out = new StringBuilder();
            for (MatrixExpression term : s.terms()) {
                boolean minus = term instanceof Negative;
                String text = minus ? ((Negative) term).of().factor() : term.tex();
                out.append(out.isEmpty() ? (minus ? "-" : "") : minus ? " - " : " + ")
                        .append(text);
            }
            return out.toString();
        } else if (this instanceof Negative n) {
            return "-" + n.of().factor();
        } else if (this instanceof Product p) {
            return product(p);
        } else if (this instanceof Power p) {
            return p.of().base() + "^{" + p.exponent() + "}";
        } else if (this instanceof Transpose t) {
            return t.of().base() + "^{\\top}";
        } else if (this instanceof Trace t) {
            return "\\operatorname{tr}(" + t.of().tex() + ")";
        } else if (this instanceof SquaredNorm n) {
            return "\\lVert " + n.of().tex() + " \\rVert^2";
        } else if (this instanceof Call c && c.name().equals(DERIVATIVE)) {
            return derivative(c);
        } else if (this instanceof Call c) {
            return name(c.name()) + "("
                    + c.arguments().stream().map(MatrixExpression::tex).collect(Collectors.joining(", ")) + ")";
        }
        return "[\\text{" + ((OfFact) this).label() + "}]";
    }

    /** Constants and what is divided by stand in front, as a fraction. */
    private static String product(Product p) {
        Rational constant = Rational.ONE;
        StringBuilder below = new StringBuilder();
        StringBuilder rest = new StringBuilder();
        for (MatrixExpression factor : p.factors()) {
            if (factor instanceof Constant c) {
                constant = constant.times(c.value());
            } else if (factor instanceof Power q && q.exponent() < 0) {
                below.append(q.of().base()).append(q.exponent() == -1 ? "" : "^{" + -q.exponent() + "}");
            } else {
                rest.append(rest.isEmpty() ? "" : "\\,").append(factor.factor());
            }
        }
        boolean whole = constant.denominator().equals(java.math.BigInteger.ONE);
        if (below.isEmpty() && whole) {
            return constant.equals(Rational.ONE) && !rest.isEmpty() ? rest.toString() : constant + "\\," + rest;
        }
        String bottom = (whole ? "" : constant.denominator() + (below.isEmpty() ? "" : "\\,")) + below;
        return "\\tfrac{" + constant.numerator() + "}{" + bottom + "}" + (rest.isEmpty() ? "" : "\\,") + rest;
    }

    /** D^2 L(V)[E, F]. */
    private static String derivative(Call c) {
        List<String> all = c.arguments().stream().map(MatrixExpression::tex).toList();
        int order = all.size() - 2;
        return "D" + (order > 1 ? "^{" + order + "}" : "") + " " + all.get(0) + "(" + all.get(1) + ")["
                + String.join(", ", all.subList(2, all.size())) + "]";
    }

    private String factor() {
        return this instanceof Sum || this instanceof Negative ? "(" + tex() + ")" : tex();
    }

    private String base() {
        boolean atom = this instanceof Name
                || this instanceof Trace
                || this instanceof Call
                || this instanceof Constant
                || this instanceof OfFact;
        return atom ? tex() : "(" + tex() + ")";
    }

    private static String name(String name) {
        return MatrixTex.name(name);
    }
}
