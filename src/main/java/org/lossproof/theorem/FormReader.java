package org.lossproof.theorem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.lossproof.kernel.MatrixPolynomial;
import org.lossproof.kernel.MatrixProof;
import org.lossproof.kernel.MatrixTerm;
import org.lossproof.kernel.Rational;
import org.lossproof.loss.InputException;
import org.lossproof.page.matrix.MatrixExpression;

/**
 * A sum of what is not negative, by its form: positive numbers times X'SX, tr(X'SX), X'X or |X|^2, where S is known to have a sign;
 * {@code [label]} is the matrix of a fact.
 */
final class FormReader {
    private final Names names;
    private final KnownFacts facts;

    /** A form and what it is, multiplied out. */
    record Read(MatrixProof.Form form, MatrixPolynomial value) {}

    /** A factor: a matrix, or the matrix of a fact with a sign. */
    private record Factor(MatrixPolynomial matrix, OptionalInt fact) {}

    FormReader(Names names, KnownFacts facts) {
        this.names = names;
        this.facts = facts;
    }

    /** The forms of a sum. Throws {@link InputException} at a term that is none. */
    List<Read> forms(MatrixExpression sum) {
        List<MatrixExpression> terms = sum instanceof MatrixExpression.Sum s ? s.terms() : List.of(sum);
        List<Read> out = new ArrayList<>();
        for (MatrixExpression term : terms) {
            boolean zero =
                    term instanceof MatrixExpression.Constant c && c.value().signum() == 0;
            if (!zero) {
                out.add(new OneForm(term).read());
            }
        }
        return out;
    }

    /** Reads one term. */
    private final class OneForm {
        private final MatrixExpression term;
        private Rational weight = Rational.ONE;
        private final List<Integer> numbers = new ArrayList<>();
        private MatrixPolynomial squared = MatrixPolynomial.number(Rational.ONE);
        private final List<Factor> factors = new ArrayList<>();
        private boolean trace;

        OneForm(MatrixExpression term) {
            this.term = term;
        }

        Read read() {
            collect(term);
            if (weight.signum() <= 0) {
                throw error("its weight is " + weight);
            }
            return factors.isEmpty() ? form(OptionalInt.empty(), MatrixPolynomial.number(Rational.ONE)) : palindrome();
        }

        private InputException error(String why) {
            return new InputException(
                    term.span(),
                    "this term is of no form that is not negative (" + why
                            + "); write sums of X'*[LABEL]*X, tr(X'*[LABEL]*X), |X|^2, times positive numbers");
        }

        private void collect(MatrixExpression e) {
            if (e instanceof MatrixExpression.Product p) {
                p.factors().forEach(this::collect);
            } else if (e instanceof MatrixExpression.Constant c) {
                weight = weight.times(c.value());
            } else if (e instanceof MatrixExpression.OfFact f) {
                ofFact(f);
            } else if (e instanceof MatrixExpression.SquaredNorm n) {
                MatrixPolynomial x = names.value(n.of());
                around(List.of(new Factor(x.transpose(), OptionalInt.empty()), new Factor(x, OptionalInt.empty())));
            } else if (e instanceof MatrixExpression.Trace t) {
                OneForm inside = new OneForm(term);
                inside.collect(t.of());
                weight = weight.times(inside.weight);
                numbers.addAll(inside.numbers);
                squared = squared.times(inside.squared);
                around(inside.factors);
            } else if (e instanceof MatrixExpression.Transpose t && t.of() instanceof MatrixExpression.Product p) {
                List<MatrixExpression> turned = new ArrayList<>(p.factors());
                Collections.reverse(turned);
                turned.forEach(f -> collect(new MatrixExpression.Transpose(f, f.span())));
            } else if (e instanceof MatrixExpression.Power p && isRepeated(p)) {
                for (int i = 0; i < p.exponent(); i++) {
                    collect(p.of());
                }
            } else {
                MatrixPolynomial value = names.value(e);
                if (value.isScalar()) {
                    number(e, value);
                } else {
                    factors.add(new Factor(value, OptionalInt.empty()));
                }
            }
        }

        /** Whether a power is read as a product: of a matrix, or of the matrix of a fact. */
        private boolean isRepeated(MatrixExpression.Power p) {
            return p.of() instanceof MatrixExpression.OfFact
                    || !names.value(p.of()).isScalar();
        }

        private void around(List<Factor> inside) {
            if (!factors.isEmpty() || trace) {
                throw error("a trace stands alone among numbers");
            }
            trace = true;
            factors.addAll(inside);
        }

        private void ofFact(MatrixExpression.OfFact f) {
            int i = facts.labelled(f.label(), f.span());
            MatrixPolynomial sign = facts.sign(i)
                    .orElseThrow(() -> new InputException(
                            f.span(),
                            "'" + f.label() + "' says of no matrix that it is not negative: " + facts.get(i)));
            if (sign.isScalar()) {
                numbers.add(i);
            } else {
                factors.add(new Factor(sign, OptionalInt.of(i)));
            }
        }

        private void number(MatrixExpression e, MatrixPolynomial value) {
            if (e instanceof MatrixExpression.Power p) {
                MatrixPolynomial base = names.value(p.of());
                int half = Math.floorDiv(p.exponent(), 2);
                if (half != 0) {
                    MatrixPolynomial root = half > 0
                            ? base.power(half)
                            : MatrixInverse.of(base.terms().firstKey()).power(-half);
                    squared = squared.times(root);
                }
                if (Math.floorMod(p.exponent(), 2) == 1) {
                    signed(base);
                }
                return;
            }
            signed(value);
        }

        private void signed(MatrixPolynomial value) {
            if (value.terms().size() == 1 && value.terms().firstKey().equals(MatrixTerm.ONE)) {
                weight = weight.times(value.terms().get(MatrixTerm.ONE));
                return;
            }
            Map<Integer, MatrixPolynomial> signs = facts.signs(value, /* strict= */ true);
            signs.putAll(facts.signs(value, /* strict= */ false));
            numbers.add(signs.entrySet().stream()
                    .filter(s -> s.getValue().equals(value))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> error("no fact says that " + value + " is not negative")));
        }

        private Read palindrome() {
            List<Factor> at = new ArrayList<>(factors);
            for (int i = 0; i < at.size(); i++) {
                Optional<Read> found = straight(at);
                if (found.isPresent()) {
                    return found.get();
                } else if (!trace) {
                    break;
                }
                Collections.rotate(at, 1);
            }
            throw error("its factors are not X', S, X");
        }

        private Optional<Read> straight(List<Factor> all) {
            int n = all.size();
            for (int k = 0; k < n / 2; k++) {
                Factor left = all.get(k);
                Factor right = all.get(n - 1 - k);
                boolean mirrored = left.fact().isEmpty()
                        && right.fact().isEmpty()
                        && left.matrix().transpose().equals(right.matrix());
                if (!mirrored) {
                    return Optional.empty();
                }
            }
            OptionalInt middle = OptionalInt.empty();
            if (n % 2 == 1) {
                Factor at = all.get(n / 2);
                middle = at.fact().isPresent() ? at.fact() : signOf(at.matrix());
                if (middle.isEmpty()) {
                    return Optional.empty();
                }
            }
            MatrixPolynomial x = null;
            for (int k = (n + 1) / 2; k < n; k++) {
                x = x == null ? all.get(k).matrix() : x.times(all.get(k).matrix());
            }
            MatrixPolynomial side = x != null
                    ? x
                    : MatrixPolynomial.identity(all.get(0).matrix().rows(), Rational.ONE);
            return Optional.of(form(middle, side));
        }

        private OptionalInt signOf(MatrixPolynomial matrix) {
            return facts.signs(matrix, /* strict= */ false).entrySet().stream()
                    .filter(s -> s.getValue().equals(matrix))
                    .mapToInt(Map.Entry::getKey)
                    .findFirst();
        }

        private Read form(OptionalInt middle, MatrixPolynomial x) {
            MatrixPolynomial side = squared.times(x);
            MatrixPolynomial value = middle.isPresent()
                    ? side.transpose()
                            .times(facts.sign(middle.getAsInt()).orElseThrow())
                            .times(side)
                    : side.transpose().times(side);
            value = (trace ? value.trace() : value).scaled(weight);
            for (int number : numbers) {
                value = facts.sign(number).orElseThrow().times(value);
            }
            return new Read(new MatrixProof.Form(weight, numbers, middle, side, trace), value);
        }
    }
}
