package org.lossproof.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What may be true of matrices; data, with no claim to truth. */
public sealed interface MatrixFact {
    /** A matrix is zero. */
    record Zero(MatrixPolynomial matrix) implements MatrixFact {
        @Override
        public String toString() {
            return matrix + " = 0";
        }
    }

    /** A symmetric matrix has no negative eigenvalue; a number is not negative. */
    record NonNegative(MatrixPolynomial matrix) implements MatrixFact {
        /** Throws {@link IllegalArgumentException} unless it is symmetric. */
        public NonNegative {
            requireSymmetric(matrix);
        }

        @Override
        public String toString() {
            return matrix + " >= 0";
        }
    }

    /** A symmetric matrix has positive eigenvalues only; a number is positive. */
    record Positive(MatrixPolynomial matrix) implements MatrixFact {
        /** Throws {@link IllegalArgumentException} unless it is symmetric. */
        public Positive {
            requireSymmetric(matrix);
        }

        @Override
        public String toString() {
            return matrix + " > 0";
        }
    }

    /** A square matrix has no entry off its diagonal. */
    record Diagonal(MatrixPolynomial matrix) implements MatrixFact {
        /** Throws {@link IllegalArgumentException} unless it is square. */
        public Diagonal {
            if (!matrix.isSquare()) {
                throw new IllegalArgumentException("a matrix of shape " + matrix.shape() + " has no diagonal");
            }
        }

        @Override
        public String toString() {
            return matrix + " is diagonal";
        }
    }

    /** An integer that a matrix has. */
    record Count(Of of, MatrixPolynomial matrix) implements Comparable<Count> {
        /** Which. */
        public enum Of {
            /** The rank. */
            RANK("rank"),
            /** The number of positive eigenvalues of a symmetric matrix, with multiplicity. */
            POSITIVE("positive"),
            /** The number of rows. */
            ROWS("rows");

            private final String word;

            Of(String word) {
                this.word = word;
            }

            /** As it is written. */
            public String word() {
                return word;
            }
        }

        /** Throws {@link IllegalArgumentException} if the matrix has no such number. The number of rows is that of the identity. */
        public Count {
            if (of == Of.POSITIVE) {
                requireSymmetric(matrix);
            }
            matrix = of == Of.ROWS ? MatrixPolynomial.identity(matrix.rows(), Rational.ONE) : matrix;
        }

        @Override
        public int compareTo(Count that) {
            int byKind = of.compareTo(that.of);
            return byKind != 0 ? byKind : matrix.compareTo(that.matrix);
        }

        @Override
        public String toString() {
            return of == Of.ROWS ? matrix.rows() : of.word() + "(" + matrix + ")";
        }
    }

    /** A sum of rational multiples of counts and a number is not negative. */
    record AtLeastZero(SortedMap<Count, Rational> counts, Rational constant) implements MatrixFact {
        public AtLeastZero {
            SortedMap<Count, Rational> kept = new TreeMap<>(counts);
            kept.values().removeIf(c -> c.signum() == 0);
            counts = Collections.unmodifiableSortedMap(kept);
        }

        @Override
        public String toString() {
            return counts.entrySet().stream()
                            .map(e -> (e.getValue().equals(Rational.ONE) ? "" : e.getValue() + "*") + e.getKey())
                            .collect(Collectors.joining(" + "))
                    + (constant.signum() == 0 ? "" : " + " + constant) + " >= 0";
        }
    }

    /** A fact for all matrices in the place of some letters. */
    record ForAll(List<Letter> letters, MatrixFact fact) implements MatrixFact {
        /** Names the letters in one way, so that a fact is the same whatever they were called. Throws {@link IllegalArgumentException} for one within another. */
        public ForAll {
            if (fact instanceof ForAll) {
                throw new IllegalArgumentException("one 'for all' stands within another; name all letters at once");
            }
            Substitution to = new Substitution();
            List<Letter> bound = new ArrayList<>();
            for (Letter letter : letters) {
                bound.add(to.fresh(letter, "all" + (bound.size() + 1)));
            }
            letters = List.copyOf(bound);
            fact = to.in(fact);
        }

        /** The fact for these matrices. Throws {@link RejectedCertificateException} if a shape does not fit. */
        public MatrixFact at(List<MatrixPolynomial> matrices) {
            return Substitution.of(letters, matrices, false).in(fact);
        }

        @Override
        public String toString() {
            return "for all " + letters.stream().map(Letter::name).collect(Collectors.joining(", ")) + ": " + fact;
        }
    }

    /** The letters that occur and are not bound. */
    default Set<String> names() {
        Set<String> out = new TreeSet<>();
        if (this instanceof ForAll all) {
            out.addAll(all.fact().names());
            all.letters().forEach(l -> out.remove(l.name()));
        } else {
            matrices().forEach(m -> m.letters().forEach(l -> out.add(l.name())));
        }
        return out;
    }

    /** The matrices that it speaks of, those under a quantifier too. */
    default List<MatrixPolynomial> matrices() {
        if (this instanceof Zero z) {
            return List.of(z.matrix());
        } else if (this instanceof NonNegative n) {
            return List.of(n.matrix());
        } else if (this instanceof Positive p) {
            return List.of(p.matrix());
        } else if (this instanceof Diagonal d) {
            return List.of(d.matrix());
        } else if (this instanceof ForAll all) {
            return all.fact().matrices();
        }
        return ((AtLeastZero) this)
                .counts().keySet().stream().map(Count::matrix).toList();
    }

    private static void requireSymmetric(MatrixPolynomial matrix) {
        if (!matrix.isSymmetric()) {
            throw new IllegalArgumentException(matrix + " is not symmetric, so it has no sign");
        }
    }
}
