package org.lossproof.page;

import org.lossproof.page.matrix.MatrixTheorem;

/**
 * A {@code theorem} block of a page.
 *
 * @param theorem its statement and proof
 */
public record TheoremStatement(MatrixTheorem theorem) implements Assertion {
    @Override
    public String text() {
        return theorem.text();
    }

    @Override
    public String tex() {
        return theorem.tex();
    }
}
