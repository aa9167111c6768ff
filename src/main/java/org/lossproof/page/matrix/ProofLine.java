package org.lossproof.page.matrix;

import java.util.List;
import java.util.Optional;
import org.lossproof.kernel.Lemma;
import org.lossproof.kernel.Letter;
import org.lossproof.loss.Span;

/** A line of a proof as it is written. */
public sealed interface ProofLine {
    /** Where it stands. */
    Span span();

    /**
     * A fact that follows from those known.
     *
     * @param label by which later lines name it; empty if none
     * @param using the labels of facts to look at; all if empty
     * @param as a sum of what is not negative that it equals
     */
    record Have(String label, MatrixFormula formula, List<String> using, Optional<MatrixExpression> as, Span span)
            implements ProofLine {
        public Have {
            using = List.copyOf(using);
        }
    }

    /** An abbreviation. */
    record Abbreviate(String name, MatrixExpression as, Span span) implements ProofLine {}

    /**
     * A lemma with one outcome.
     *
     * @param names of what it gives
     * @param label of the facts it gives: {@code label}, or {@code label.1}, {@code label.2} if there are several
     */
    record Use(String label, Lemma lemma, List<MatrixExpression> arguments, List<String> names, Span span)
            implements ProofLine {
        public Use {
            arguments = List.copyOf(arguments);
            names = List.copyOf(names);
        }
    }

    /** What is true of all matrices is true of these. */
    record Take(String label, String of, List<MatrixExpression> arguments, Span span) implements ProofLine {
        public Take {
            arguments = List.copyOf(arguments);
        }
    }

    /** A fact about new letters that is shown for any, and so true of all. */
    record Fix(String label, Letter letter, List<ProofLine> lines, MatrixFormula shown, Span span)
            implements ProofLine {
        public Fix {
            lines = List.copyOf(lines);
        }
    }

    /** A lemma with several outcomes; each branch ends by itself. */
    record Cases(Lemma lemma, List<MatrixExpression> arguments, List<Branch> branches, Span span) implements ProofLine {
        public Cases {
            arguments = List.copyOf(arguments);
            branches = List.copyOf(branches);
        }
    }

    /** A branch of {@link Cases}. */
    record Branch(String label, List<String> names, List<ProofLine> lines, Span span) {
        public Branch {
            names = List.copyOf(names);
            lines = List.copyOf(lines);
        }
    }

    /** The statement is shown: its facts follow from those known, with these matrices in the place of what exists. */
    record Done(List<MatrixExpression> witnesses, Span span) implements ProofLine {
        public Done {
            witnesses = List.copyOf(witnesses);
        }
    }

    /** A number that is known to be positive is not: a sum of what is not positive. */
    record Absurd(MatrixExpression positive, Optional<MatrixExpression> as, List<String> using, Span span)
            implements ProofLine {
        public Absurd {
            using = List.copyOf(using);
        }
    }
}
