package org.lossproof.page.matrix;

import java.util.List;
import org.lossproof.kernel.Letter;

/**
 * The letters of a page: sizes, matrices and abbreviations that its theorems speak of.
 *
 * @param letters matrices of any size, and numbers
 * @param premises what is declared of them: numbers that are positive, matrices with a sign
 * @param abbreviations in order; each may use those before it
 * @param text as it is written
 */
public record Matrices(List<Letter> letters, List<Premise> premises, List<Abbreviation> abbreviations, String text) {
    /** Something assumed, with the label by which proofs name it. */
    public record Premise(String label, MatrixFormula formula) {}

    /** A name for an expression, with parameters or without. */
    public record Abbreviation(String name, List<String> parameters, MatrixExpression body) {
        public Abbreviation {
            parameters = List.copyOf(parameters);
        }
    }

    public Matrices {
        letters = List.copyOf(letters);
        premises = List.copyOf(premises);
        abbreviations = List.copyOf(abbreviations);
    }
}
