package org.lossproof.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * For all sizes (positive integers) and all real matrices in the place of the letters: where the premises are true, one of the
 * alternatives is, for some matrices in the place of its letters. Without alternatives: the premises are never all true.
 *
 * @param letters what it is about
 * @param premises under which it holds
 * @param alternatives one of which is true
 */
public record MatrixStatement(List<Letter> letters, List<MatrixFact> premises, List<Alternative> alternatives)
        implements Proposition {
    /**
     * There are matrices such that facts are true.
     *
     * @param letters that exist
     * @param facts true of them
     */
    public record Alternative(List<Letter> letters, List<MatrixFact> facts) {
        public Alternative {
            letters = List.copyOf(letters);
            facts = List.copyOf(facts);
        }

        /** The facts for these matrices in the place of its letters. Throws {@link RejectedCertificateException} if a shape does not fit. */
        public List<MatrixFact> at(List<MatrixPolynomial> matrices) {
            Substitution to = Substitution.of(letters, matrices, false);
            return facts.stream().map(to::in).toList();
        }

        /** Facts alone. */
        public static Alternative of(MatrixFact... facts) {
            return new Alternative(List.of(), List.of(facts));
        }
    }

    /** Throws {@link IllegalArgumentException} if a name stands for two letters. */
    public MatrixStatement {
        letters = List.copyOf(letters);
        premises = List.copyOf(premises);
        alternatives = List.copyOf(alternatives);
        Set<String> names = new HashSet<>();
        letters.forEach(l -> requireNew(names, l));
        for (Alternative alternative : alternatives) {
            Set<String> here = new HashSet<>(names);
            alternative.letters().forEach(l -> requireNew(here, l));
        }
    }

    private static void requireNew(Set<String> names, Letter letter) {
        if (!names.add(letter.name())) {
            throw new IllegalArgumentException(letter.name() + " stands for two matrices");
        }
    }
}
