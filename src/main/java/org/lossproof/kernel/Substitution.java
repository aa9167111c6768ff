package org.lossproof.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Matrices in the place of letters, and sizes in the place of sizes; what is not named stays. */
final class Substitution {
    private final Map<String, String> sizes = new HashMap<>();
    private final Map<Letter, MatrixPolynomial> matrices = new HashMap<>();

    /**
     * Arguments for parameters, in order; the sizes of the parameters follow from theirs.
     *
     * @param sizesToo whether the sizes of the parameters stand for any others
     * @throws RejectedCertificateException if a shape, or the symmetry of a parameter, does not fit
     */
    static Substitution of(List<Letter> parameters, List<MatrixPolynomial> arguments, boolean sizesToo) {
        RejectedCertificateException.require(
                parameters.size() == arguments.size(),
                parameters.size() + " matrices are to be named, but there are " + arguments.size());
        Substitution out = new Substitution();
        for (int i = 0; i < parameters.size(); i++) {
            Letter letter = parameters.get(i);
            MatrixPolynomial argument = arguments.get(i);
            out.size(letter.rows(), argument.rows(), sizesToo);
            out.size(letter.columns(), argument.columns(), sizesToo);
            RejectedCertificateException.require(
                    letter.kind() != Letter.Kind.SYMMETRIC || argument.isSymmetric(),
                    argument + ", which is to be " + letter.name() + ", is not symmetric");
            RejectedCertificateException.require(
                    letter.kind() != Letter.Kind.NONZERO || argument.equals(MatrixPolynomial.of(letter)),
                    letter.name() + " is divided by and stays what it is");
            out.matrices.put(letter, argument);
        }
        return out;
    }

    private void size(String parameter, String argument, boolean any) {
        boolean fixed = !any || parameter.equals(Letter.UNIT);
        String before = fixed ? parameter : sizes.putIfAbsent(parameter, argument);
        RejectedCertificateException.require(
                before == null || before.equals(argument), "a size is " + argument + " where " + before + " is needed");
    }

    /** A further letter that stands for itself under another name. */
    Letter fresh(Letter parameter, String name) {
        Letter out = new Letter(name, size(parameter.rows()), size(parameter.columns()), parameter.kind());
        matrices.put(parameter, MatrixPolynomial.of(out));
        return out;
    }

    String size(String size) {
        return sizes.getOrDefault(size, size);
    }

    MatrixPolynomial in(MatrixPolynomial p) {
        MatrixPolynomial sum = MatrixPolynomial.zero(size(p.rows()), size(p.columns()));
        for (Map.Entry<MatrixTerm, Rational> e : p.terms().entrySet()) {
            MatrixPolynomial product = word(e.getKey().word(), size(p.rows())).scaled(e.getValue());
            for (Map.Entry<MatrixTerm.Scalar, Integer> s : e.getKey().scalars().entrySet()) {
                product = scalar(s.getKey(), s.getValue()).times(product);
            }
            sum = sum.plus(product);
        }
        return sum;
    }

    MatrixFact in(MatrixFact fact) {
        if (fact instanceof MatrixFact.Zero f) {
            return new MatrixFact.Zero(in(f.matrix()));
        } else if (fact instanceof MatrixFact.NonNegative f) {
            return new MatrixFact.NonNegative(in(f.matrix()));
        } else if (fact instanceof MatrixFact.Positive f) {
            return new MatrixFact.Positive(in(f.matrix()));
        } else if (fact instanceof MatrixFact.Diagonal f) {
            return new MatrixFact.Diagonal(in(f.matrix()));
        } else if (fact instanceof MatrixFact.AtLeastZero f) {
            SortedMap<MatrixFact.Count, Rational> counts = new TreeMap<>();
            f.counts().forEach((c, k) -> counts.merge(new MatrixFact.Count(c.of(), in(c.matrix())), k, Rational::plus));
            return new MatrixFact.AtLeastZero(counts, f.constant());
        }
        return under((MatrixFact.ForAll) fact);
    }

    /** A fact about all matrices, in which bound letters stay: none of them may occur in what is put in. */
    private MatrixFact under(MatrixFact.ForAll all) {
        Substitution here = new Substitution();
        here.sizes.putAll(sizes);
        here.matrices.putAll(matrices);
        List<Letter> bound = new ArrayList<>();
        for (Letter letter : all.letters()) {
            boolean caught = matrices.values().stream()
                    .anyMatch(m -> m.letters().stream().anyMatch(l -> l.name().equals(letter.name())));
            RejectedCertificateException.require(!caught, letter.name() + " is bound, and free in what is put in");
            bound.add(here.fresh(letter, letter.name()));
        }
        return new MatrixFact.ForAll(bound, here.in(all.fact()));
    }

    private MatrixPolynomial word(Word word, String size) {
        MatrixPolynomial product = null;
        for (Word.Factor f : word.factors()) {
            MatrixPolynomial to = letter(f.letter());
            to = f.transposed() ? to.transpose() : to;
            product = product == null ? to : product.times(to);
        }
        return product == null ? MatrixPolynomial.identity(size, Rational.ONE) : product;
    }

    private MatrixPolynomial scalar(MatrixTerm.Scalar s, int exponent) {
        if (Integer.signum(exponent) == -1) {
            Letter letter = s.letter().orElseThrow();
            RejectedCertificateException.require(
                    letter(letter).equals(MatrixPolynomial.of(letter)),
                    letter.name() + " is divided by and stays what it is");
            SortedMap<MatrixTerm.Scalar, Integer> same = new TreeMap<>(Map.of(s, exponent));
            return MatrixPolynomial.of(Letter.UNIT, Letter.UNIT, new MatrixTerm(same, Word.EMPTY), Rational.ONE);
        }
        if (s.word().factors().isEmpty()) {
            return MatrixPolynomial.identity(size(s.size()), Rational.ONE)
                    .trace()
                    .power(exponent);
        }
        MatrixPolynomial inside = word(s.word(), "");
        return (s.trace() ? inside.trace() : inside).power(exponent);
    }

    private MatrixPolynomial letter(Letter letter) {
        MatrixPolynomial to = matrices.get(letter);
        return to != null
                ? to
                : MatrixPolynomial.of(
                        new Letter(letter.name(), size(letter.rows()), size(letter.columns()), letter.kind()));
    }
}
