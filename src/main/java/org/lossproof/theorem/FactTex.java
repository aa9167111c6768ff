package org.lossproof.theorem;

import java.math.BigInteger;
import java.util.Map;
import java.util.stream.Collectors;
import org.lossproof.kernel.MatrixFact;
import org.lossproof.kernel.MatrixPolynomial;
import org.lossproof.kernel.MatrixTerm;
import org.lossproof.kernel.Rational;
import org.lossproof.kernel.Word;
import org.lossproof.page.matrix.MatrixTex;

/** Typesets facts of the kernel. */
final class FactTex {
    private FactTex() {}

    static String of(MatrixFact fact) {
        if (fact instanceof MatrixFact.Zero f) {
            return equation(f.matrix());
        } else if (fact instanceof MatrixFact.NonNegative f) {
            return of(f.matrix()) + (f.matrix().isScalar() ? " \\ge 0" : " \\succeq 0");
        } else if (fact instanceof MatrixFact.Positive f) {
            return of(f.matrix()) + (f.matrix().isScalar() ? " > 0" : " \\succ 0");
        } else if (fact instanceof MatrixFact.Diagonal f) {
            return of(f.matrix()) + "\\ \\text{diagonal}";
        } else if (fact instanceof MatrixFact.ForAll f) {
            String bound =
                    f.letters().stream().map(l -> MatrixTex.name(l.name())).collect(Collectors.joining(", "));
            return "\\forall " + bound + "\\colon\\ " + of(f.fact());
        }
        return inequality((MatrixFact.AtLeastZero) fact);
    }

    private static String inequality(MatrixFact.AtLeastZero fact) {
        StringBuilder left = new StringBuilder();
        StringBuilder right = new StringBuilder();
        fact.counts().forEach((count, c) -> {
            StringBuilder side = c.isNegative() ? right : left;
            Rational size = c.isNegative() ? c.negated() : c;
            side.append(side.isEmpty() ? "" : " + ")
                    .append(coefficient(size, false))
                    .append(count(count));
        });
        if (fact.constant().signum() != 0) {
            StringBuilder side = fact.constant().isNegative() ? right : left;
            Rational size = fact.constant().isNegative() ? fact.constant().negated() : fact.constant();
            side.append(side.isEmpty() ? "" : " + ").append(size);
        }
        return (left.isEmpty() ? "0" : left) + " \\ge " + (right.isEmpty() ? "0" : right);
    }

    /** What is negative stands on the other side. */
    private static String equation(MatrixPolynomial p) {
        StringBuilder left = new StringBuilder();
        StringBuilder right = new StringBuilder();
        p.terms().forEach((t, c) -> {
            StringBuilder side = c.isNegative() ? right : left;
            side.append(side.isEmpty() ? "" : " + ").append(term(t, c.isNegative() ? c.negated() : c));
        });
        return left.isEmpty()
                ? (right.isEmpty() ? "0" : right) + " = 0"
                : left + " = " + (right.isEmpty() ? "0" : right.toString());
    }

    /** A polynomial. */
    static String of(MatrixPolynomial p) {
        StringBuilder out = new StringBuilder();
        for (Map.Entry<MatrixTerm, Rational> e : p.terms().entrySet()) {
            boolean minus = e.getValue().isNegative();
            out.append(out.isEmpty() ? (minus ? "-" : "") : minus ? " - " : " + ")
                    .append(term(e.getKey(), minus ? e.getValue().negated() : e.getValue()));
        }
        return out.isEmpty() ? "0" : out.toString();
    }

    private static String count(MatrixFact.Count count) {
        return switch (count.of()) {
            case RANK -> "\\operatorname{rank}(" + of(count.matrix()) + ")";
            case POSITIVE -> "\\operatorname{pos}(" + of(count.matrix()) + ")";
            case ROWS -> MatrixTex.name(count.matrix().rows());
        };
    }

    private static String term(MatrixTerm term, Rational c) {
        String rest = term.scalars().entrySet().stream()
                        .map(e -> scalar(e.getKey(), e.getValue()))
                        .collect(Collectors.joining("\\,"))
                + (term.scalars().isEmpty() || term.word().factors().isEmpty() ? "" : "\\,")
                + word(term.word());
        return coefficient(c, rest.isEmpty()) + rest;
    }

    private static String coefficient(Rational c, boolean alone) {
        if (c.equals(Rational.ONE) && !alone) {
            return "";
        }
        return c.denominator().equals(BigInteger.ONE)
                ? c + (alone ? "" : "\\,")
                : "\\tfrac{" + c.numerator() + "}{" + c.denominator() + "}";
    }

    private static String scalar(MatrixTerm.Scalar s, int exponent) {
        String inside = s.word().factors().isEmpty() ? MatrixTex.name(s.size()) : word(s.word());
        boolean alone = s.word().factors().size() <= 1 && !s.trace();
        String shown = s.trace() && !s.word().factors().isEmpty()
                ? "\\operatorname{tr}(" + inside + ")"
                : alone || exponent == 1 ? inside : "(" + inside + ")";
        return exponent == 1 ? shown : shown + "^{" + exponent + "}";
    }

    private static String word(Word word) {
        return word.factors().stream()
                .map(f -> MatrixTex.name(f.letter().name()) + (f.transposed() ? "^{\\top}" : ""))
                .collect(Collectors.joining(" "));
    }
}
