package org.lossproof.page.matrix;

import java.util.List;
import java.util.Optional;
import org.lossproof.kernel.Letter;

/** Which expressions in declared letters are numbers, as far as their writing shows it; for typesetting alone. */
final class Shapes {
    private final Matrices matrices;

    Shapes(Matrices matrices) {
        this.matrices = matrices;
    }

    /** Whether it is 1 x 1. */
    boolean isNumber(MatrixExpression e) {
        return rows(e, true).equals(Letter.UNIT) && rows(e, false).equals(Letter.UNIT);
    }

    /** The number of rows, or of columns; empty if unknown. */
    private String rows(MatrixExpression e, boolean ofRows) {
        if (e instanceof MatrixExpression.Name n) {
            return ofName(n.name(), ofRows);
        } else if (e instanceof MatrixExpression.Transpose t) {
            return rows(t.of(), !ofRows);
        } else if (e instanceof MatrixExpression.Negative n) {
            return rows(n.of(), ofRows);
        } else if (e instanceof MatrixExpression.Power p) {
            return rows(p.of(), ofRows);
        } else if (e instanceof MatrixExpression.Sum s) {
            return first(s.terms(), ofRows);
        } else if (e instanceof MatrixExpression.Product p) {
            List<MatrixExpression> matricesOnly =
                    p.factors().stream().filter(f -> !isNumber(f)).toList();
            return matricesOnly.isEmpty()
                    ? Letter.UNIT
                    : rows(matricesOnly.get(ofRows ? 0 : matricesOnly.size() - 1), ofRows);
        } else if (e instanceof MatrixExpression.Call c) {
            return ofName(c.name(), ofRows);
        }
        return e instanceof MatrixExpression.OfFact ? "" : Letter.UNIT;
    }

    private String first(List<MatrixExpression> terms, boolean ofRows) {
        return terms.stream()
                .filter(t -> !isNumber(t))
                .findFirst()
                .map(t -> rows(t, ofRows))
                .orElse(Letter.UNIT);
    }

    private String ofName(String name, boolean ofRows) {
        Optional<Letter> letter =
                matrices.letters().stream().filter(l -> l.name().equals(name)).findFirst();
        if (letter.isPresent()) {
            return ofRows ? letter.get().rows() : letter.get().columns();
        }
        return matrices.abbreviations().stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .map(a -> rows(a.body(), ofRows))
                .orElse("");
    }
}
