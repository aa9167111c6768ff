package org.lossproof.kernel;

import java.util.List;
import java.util.OptionalInt;

/** Why a {@link MatrixStatement} holds: steps, each of which {@link MatrixCheck} multiplies out. Facts are named by their numbers from 0. */
public sealed interface MatrixProof extends Certificate {
    /** A fact that follows from those known; then the rest. */
    record Have(MatrixFact fact, Reason reason, MatrixProof then) implements MatrixProof {}

    /**
     * A lemma: its premises, with arguments for its parameters, are known; the rest is shown under each of its alternatives.
     *
     * @param names of the letters of each alternative, new
     */
    record Apply(Lemma lemma, List<MatrixPolynomial> arguments, List<List<String>> names, List<MatrixProof> branches)
            implements MatrixProof {
        public Apply {
            arguments = List.copyOf(arguments);
            names = names.stream().map(List::copyOf).toList();
            branches = List.copyOf(branches);
        }
    }

    /** A fact about a new letter, shown by itself, is true of all matrices of its shape; then the rest. */
    record Generalise(Letter letter, MatrixFact fact, MatrixProof shown, MatrixProof then) implements MatrixProof {}

    /** An alternative of the statement is true: its facts, with these matrices in the place of its letters, are known. */
    record Done(int alternative, List<MatrixPolynomial> witnesses) implements MatrixProof {
        public Done {
            witnesses = List.copyOf(witnesses);
        }
    }

    /** Why a fact follows from those known. */
    sealed interface Reason {}

    /** A sum of multiples of what is zero. */
    record Multiples(List<Multiple> multiples) implements Reason {
        public Multiples {
            multiples = List.copyOf(multiples);
        }
    }

    /**
     * left * Z * right, or its trace, with Z known to be zero.
     *
     * @param of the fact
     * @param transposed whether the transpose of Z stands there
     * @param trace whether the trace is taken
     */
    record Multiple(MatrixPolynomial left, int of, boolean transposed, MatrixPolynomial right, boolean trace) {}

    /** A sum of what is not negative and of multiples of what is zero. */
    record Forms(List<Form> forms, List<Multiple> multiples) implements Reason {
        public Forms {
            forms = List.copyOf(forms);
            multiples = List.copyOf(multiples);
        }
    }

    /**
     * weight * numbers * X'SX, or its trace; X'X if there is no S.
     *
     * @param weight positive
     * @param numbers facts that numbers are not negative (or positive)
     * @param of the fact that S is not negative (or positive)
     * @param x what stands on both sides
     * @param trace whether the trace is taken
     */
    record Form(Rational weight, List<Integer> numbers, OptionalInt of, MatrixPolynomial x, boolean trace) {
        public Form {
            numbers = List.copyOf(numbers);
        }
    }

    /** What is true of all is true of these. */
    record Instance(int of, List<MatrixPolynomial> arguments) implements Reason {
        public Instance {
            arguments = List.copyOf(arguments);
        }
    }

    /** A sum of multiples, not negative, of inequalities between counts, and a number that is not negative. */
    record Sum(List<Weighted> parts) implements Reason {
        public Sum {
            parts = List.copyOf(parts);
        }
    }

    /** A multiple of an inequality. */
    record Weighted(Rational weight, int of) {}
}
