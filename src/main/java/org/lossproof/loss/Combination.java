package org.lossproof.loss;

import java.util.List;

/**
 * A linear combination of representations such as f(x) - f(chi); each in R^d1.
 *
 * @param terms the summands, at least one
 */
public record Combination(List<Term> terms) {
    public Combination {
        terms = List.copyOf(terms);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("a combination needs at least one representation");
        }
    }

    /** The coefficients of its terms. */
    List<Expr> coefficients() {
        return terms.stream().map(Term::coefficient).toList();
    }

    /**
     * coefficient * encoder(vector).
     *
     * @param coefficient deterministic
     * @param encoder "f" unless the definition declares others; each encoder has its own weights
     * @param vector the name of a datum or a view
     */
    public record Term(Expr coefficient, String encoder, String vector) {}
}
