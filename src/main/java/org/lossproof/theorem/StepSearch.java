package org.lossproof.theorem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.lossproof.kernel.MatrixFact;
import org.lossproof.kernel.MatrixPolynomial;
import org.lossproof.kernel.MatrixProof;
import org.lossproof.kernel.MatrixTerm;
import org.lossproof.kernel.Rational;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Span;
import org.lossproof.page.matrix.MatrixExpression;
import org.lossproof.search.CountSearch;
import org.lossproof.search.MatrixSearch;

/** Searches why a fact follows from those known. */
final class StepSearch {
    private final Names names;
    private final KnownFacts facts;

    StepSearch(Names names, KnownFacts facts) {
        this.names = names;
        this.facts = facts;
    }

    /**
     * The reason.
     *
     * @param using labels of what may be used that is zero; all if empty
     * @param as what it equals, a sum of forms
     * @throws ProofGapException saying what was reached, if none is found
     */
    MatrixProof.Reason reason(MatrixFact fact, List<String> using, Optional<MatrixExpression> as, Span where) {
        if (fact instanceof MatrixFact.Zero zero) {
            return new MatrixProof.Multiples(zero(zero.matrix(), using, where));
        } else if (fact instanceof MatrixFact.NonNegative n) {
            return sign(n.matrix(), false, using, as, where);
        } else if (fact instanceof MatrixFact.Positive p) {
            return sign(p.matrix(), true, using, as, where);
        } else if (fact instanceof MatrixFact.AtLeastZero counts) {
            return CountSearch.find(counts, facts.counts())
                    .map(MatrixProof.Sum::new)
                    .orElseThrow(() -> new ProofGapException(
                            where, "not found: " + fact + "; no sum of the inequalities known gives it"));
        }
        throw new ProofGapException(where, "not known: " + fact);
    }

    private List<MatrixProof.Multiple> zero(MatrixPolynomial matrix, List<String> using, Span where) {
        MatrixSearch.Outcome outcome = MatrixSearch.find(matrix, facts.zeros(using, where));
        return outcome.multiples()
                .orElseThrow(() -> new ProofGapException(
                        where, "not found: " + matrix + " = 0; " + outcome.bound() + " leave " + outcome.rest()));
    }

    private MatrixProof.Reason sign(
            MatrixPolynomial matrix, boolean strict, List<String> using, Optional<MatrixExpression> as, Span where) {
        if (as.isPresent()) {
            List<MatrixProof.Form> forms = new ArrayList<>();
            MatrixPolynomial rest = matrix;
            for (FormReader.Read read : new FormReader(names, facts).forms(as.get())) {
                forms.add(read.form());
                rest = minus(rest, read.value(), as.get().span());
            }
            return new MatrixProof.Forms(fit(forms, matrix), zero(rest, using, where));
        }
        MatrixPolynomial one = MatrixPolynomial.identity(matrix.rows(), Rational.ONE);
        Rational constant = matrix.terms().getOrDefault(MatrixTerm.ONE, Rational.ZERO);
        if (constant.signum() > 0 && matrix.equals(one.scaled(constant))) {
            MatrixProof.Form form = new MatrixProof.Form(constant, List.of(), OptionalInt.empty(), one, false);
            return new MatrixProof.Forms(List.of(form), List.of());
        }
        return squareOfASign(matrix)
                .or(() -> multipleOfAFact(matrix, strict, using, where))
                .or(() -> strict ? Optional.empty() : nothing(matrix, using, where))
                .orElseThrow(
                        () -> new ProofGapException(
                                where,
                                "not found: " + matrix + (strict ? " > 0" : " >= 0")
                                        + "; it is no multiple of what is known to have a sign; write after 'as' the sum of forms that it is"));
    }

    /** s^2 > 0 for a number s that is positive or negative. */
    private Optional<MatrixProof.Reason> squareOfASign(MatrixPolynomial number) {
        if (!number.isScalar()) {
            return Optional.empty();
        }
        MatrixPolynomial one = MatrixPolynomial.number(Rational.ONE);
        return facts.signs(number, /* strict= */ true).entrySet().stream()
                .filter(s -> s.getValue().times(s.getValue()).equals(number))
                .findFirst()
                .map(s -> new MatrixProof.Forms(
                        List.of(new MatrixProof.Form(
                                Rational.ONE, List.of(s.getKey(), s.getKey()), OptionalInt.empty(), one, false)),
                        List.of()));
    }

    private static MatrixPolynomial minus(MatrixPolynomial from, MatrixPolynomial form, Span where) {
        try {
            return Names.sum(List.of(from, form.scaled(Rational.of(-1))));
        } catch (IllegalArgumentException e) {
            throw new InputException(where, "after 'as': " + e.getMessage());
        }
    }

    /** A number that stands for a multiple of the identity, as a form of that size. */
    private static List<MatrixProof.Form> fit(List<MatrixProof.Form> forms, MatrixPolynomial matrix) {
        return forms.stream()
                .map(f -> f.of().isEmpty() && f.x().isScalar() && !f.trace() && !matrix.isScalar()
                        ? new MatrixProof.Form(
                                f.weight(),
                                f.numbers(),
                                f.of(),
                                f.x().times(MatrixPolynomial.identity(matrix.rows(), Rational.ONE)),
                                false)
                        : f)
                .toList();
    }

    private Optional<MatrixProof.Reason> multipleOfAFact(
            MatrixPolynomial matrix, boolean strict, List<String> using, Span where) {
        MatrixPolynomial one = MatrixPolynomial.identity(matrix.rows(), Rational.ONE);
        List<MatrixSearch.Known> zeros = facts.zeros(using, where);
        List<Map.Entry<Integer, MatrixPolynomial>> signs =
                new ArrayList<>(facts.signs(matrix, strict).entrySet());
        signs.sort(Comparator.comparing(s -> !rest(matrix, s.getValue()).isZero()));
        for (Map.Entry<Integer, MatrixPolynomial> sign : signs) {
            Optional<List<MatrixProof.Multiple>> found =
                    MatrixSearch.find(rest(matrix, sign.getValue()), zeros).multiples();
            if (found.isPresent()) {
                MatrixProof.Form form = new MatrixProof.Form(
                        weight(matrix, sign.getValue()), List.of(), OptionalInt.of(sign.getKey()), one, false);
                return Optional.of(new MatrixProof.Forms(List.of(form), found.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<MatrixProof.Reason> nothing(MatrixPolynomial matrix, List<String> using, Span where) {
        return MatrixSearch.find(matrix, facts.zeros(using, where))
                .multiples()
                .map(m -> new MatrixProof.Forms(List.of(), m));
    }

    /** What is left of a matrix without its multiple of another. */
    private static MatrixPolynomial rest(MatrixPolynomial of, MatrixPolynomial by) {
        return of.minus(by.scaled(weight(of, by)));
    }

    private static Rational weight(MatrixPolynomial of, MatrixPolynomial by) {
        for (Map.Entry<MatrixTerm, Rational> e : by.terms().entrySet()) {
            Rational c = of.terms().get(e.getKey());
            if (c != null && c.times(e.getValue()).signum() > 0) {
                return c.times(e.getValue().reciprocal());
            }
        }
        return Rational.ONE;
    }
}
