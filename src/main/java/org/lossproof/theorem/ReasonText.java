package org.lossproof.theorem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lossproof.kernel.MatrixFact;
import org.lossproof.kernel.MatrixPolynomial;
import org.lossproof.kernel.MatrixProof;
import org.lossproof.kernel.Rational;

/** Certificates of steps as text, facts by their labels. */
final class ReasonText {
    private final KnownFacts facts;

    ReasonText(KnownFacts facts) {
        this.facts = facts;
    }

    /** {@code fact: the sum that it is}. */
    String of(MatrixFact fact, MatrixProof.Reason reason) {
        return fact + ", for the left side is " + why(reason);
    }

    private String why(MatrixProof.Reason reason) {
        if (reason instanceof MatrixProof.Multiples m) {
            return m.multiples().isEmpty() ? "0, multiplied out" : multiples(m.multiples());
        } else if (reason instanceof MatrixProof.Forms f) {
            List<String> parts =
                    new ArrayList<>(f.forms().stream().map(this::form).toList());
            if (!f.multiples().isEmpty()) {
                parts.add(multiples(f.multiples()));
            }
            return parts.isEmpty() ? "0, multiplied out" : String.join(" + ", parts);
        } else if (reason instanceof MatrixProof.Instance i) {
            return "that of " + facts.shown(i.of()) + " at "
                    + i.arguments().stream().map(MatrixPolynomial::toString).collect(Collectors.joining(", "));
        }
        return ((MatrixProof.Sum) reason)
                .parts().stream()
                        .map(w -> (w.weight().equals(Rational.ONE) ? "" : w.weight() + "*") + "[" + facts.shown(w.of())
                                + "]")
                        .collect(Collectors.joining(" + "));
    }

    private String multiples(List<MatrixProof.Multiple> multiples) {
        return multiples.stream().map(this::multiple).collect(Collectors.joining(" + "));
    }

    private String multiple(MatrixProof.Multiple m) {
        String product = factor(m.left(), "*") + "[" + facts.shown(m.of()) + "]" + (m.transposed() ? "'" : "")
                + (isOne(m.right()) ? "" : "*(" + m.right() + ")");
        return m.trace() ? "tr(" + product + ")" : product;
    }

    private String form(MatrixProof.Form f) {
        String numbers = (f.weight().equals(Rational.ONE) ? "" : f.weight() + "*")
                + f.numbers().stream().map(n -> "[" + facts.shown(n) + "]*").collect(Collectors.joining());
        String middle = f.of().isPresent() ? "[" + facts.shown(f.of().getAsInt()) + "]" : "";
        String inside = isOne(f.x())
                ? (middle.isEmpty() ? "1" : middle)
                : "(" + f.x() + ")'*" + (middle.isEmpty() ? "" : middle + "*") + "(" + f.x() + ")";
        return numbers + (f.trace() ? "tr(" + inside + ")" : inside);
    }

    private static String factor(MatrixPolynomial p, String then) {
        return isOne(p) ? "" : "(" + p + ")" + then;
    }

    private static boolean isOne(MatrixPolynomial p) {
        return p.isSquare() && p.equals(MatrixPolynomial.identity(p.rows(), Rational.ONE));
    }
}
