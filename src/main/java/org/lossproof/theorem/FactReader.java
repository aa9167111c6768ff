package org.lossproof.theorem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lossproof.kernel.Letter;
import org.lossproof.kernel.MatrixFact;
import org.lossproof.kernel.MatrixPolynomial;
import org.lossproof.kernel.Rational;
import org.lossproof.loss.InputException;
import org.lossproof.page.matrix.MatrixExpression;
import org.lossproof.page.matrix.MatrixFormula;

/** Formulas of a page as facts of the kernel. */
final class FactReader {
    private final Names names;

    FactReader(Names names) {
        this.names = names;
    }

    /** The facts that a formula is made of; {@code min} has no place in it. Throws {@link InputException} if a shape does not fit. */
    List<MatrixFact> facts(MatrixFormula formula) {
        try {
            return read(formula);
        } catch (IllegalArgumentException e) {
            throw new InputException(formula.span(), e.getMessage());
        }
    }

    /** The facts of a conclusion, by alternative: a count that is the least of several is one of them. */
    List<List<MatrixFact>> alternatives(List<MatrixFormula> conjunction) {
        List<List<MatrixFact>> out = new ArrayList<>(List.of(List.of()));
        for (MatrixFormula formula : conjunction) {
            List<List<MatrixFact>> ways =
                    formula instanceof MatrixFormula.Counts c && c.right().size() > 1
                            ? least(c)
                            : List.of(facts(formula));
            List<List<MatrixFact>> next = new ArrayList<>();
            for (List<MatrixFact> before : out) {
                for (List<MatrixFact> way : ways) {
                    List<MatrixFact> all = new ArrayList<>(before);
                    all.addAll(way);
                    next.add(all);
                }
            }
            out = next;
        }
        return out;
    }

    private List<List<MatrixFact>> least(MatrixFormula.Counts c) {
        List<List<MatrixFact>> out = new ArrayList<>();
        for (List<MatrixFormula.Counted> side : c.right()) {
            List<MatrixFact> way = new ArrayList<>();
            way.add(atLeast(c.left(), side));
            for (List<MatrixFormula.Counted> other : c.right()) {
                way.add(atLeast(other, c.left()));
            }
            out.add(way);
        }
        return out;
    }

    private List<MatrixFact> read(MatrixFormula formula) {
        if (formula instanceof MatrixFormula.Comparison c && sizes(c.left()).isPresent()) {
            return counts(new MatrixFormula.Counts(
                    sizes(c.left()).get(), c.relation(), List.of(requireSizes(c.right())), c.span()));
        } else if (formula instanceof MatrixFormula.Comparison c) {
            return List.of(comparison(c));
        } else if (formula instanceof MatrixFormula.Diagonal d) {
            return List.of(new MatrixFact.Diagonal(names.value(d.of())));
        } else if (formula instanceof MatrixFormula.Counts c) {
            return counts(c);
        } else if (formula instanceof MatrixFormula.Stationary s) {
            return stationary(s);
        }
        MatrixFormula.Every every = (MatrixFormula.Every) formula;
        Names inside = new Names(names);
        inside.letter(every.letter());
        List<MatrixFact> facts = new FactReader(inside).facts(every.formula());
        return facts.stream()
                .map(f -> (MatrixFact) new MatrixFact.ForAll(List.of(every.letter()), f))
                .toList();
    }

    /** A name of a size, or a sum of such names. */
    private Optional<List<MatrixFormula.Counted>> sizes(MatrixExpression e) {
        List<MatrixExpression> terms = e instanceof MatrixExpression.Sum s ? s.terms() : List.of(e);
        boolean any = terms.stream().anyMatch(t -> t instanceof MatrixExpression.Name n && names.isSize(n.name()));
        return any ? Optional.of(requireSizes(e)) : Optional.empty();
    }

    private static List<MatrixFormula.Counted> requireSizes(MatrixExpression e) {
        List<MatrixExpression> terms = e instanceof MatrixExpression.Sum s ? s.terms() : List.of(e);
        List<MatrixFormula.Counted> out = new ArrayList<>();
        for (MatrixExpression term : terms) {
            if (term instanceof MatrixExpression.Name) {
                out.add(new MatrixFormula.Counted(Rational.ONE, "size", term));
            } else if (term instanceof MatrixExpression.Constant c) {
                out.add(new MatrixFormula.Counted(c.value(), "number", term));
            } else {
                throw new InputException(term.span(), "a size is compared with sums of sizes, ranks and whole numbers");
            }
        }
        return out;
    }

    private MatrixFact comparison(MatrixFormula.Comparison c) {
        MatrixPolynomial left = names.value(c.left());
        MatrixPolynomial right = names.value(c.right());
        Rational minus = Rational.of(-1);
        MatrixPolynomial difference = Names.sum(List.of(left, right.scaled(minus)));
        MatrixPolynomial reversed = difference.scaled(minus);
        return switch (c.relation()) {
            case EQUAL -> new MatrixFact.Zero(difference);
            case AT_LEAST -> new MatrixFact.NonNegative(difference);
            case AT_MOST -> new MatrixFact.NonNegative(reversed);
            case ABOVE -> new MatrixFact.Positive(difference);
            case BELOW -> new MatrixFact.Positive(reversed);
        };
    }

    private List<MatrixFact> counts(MatrixFormula.Counts c) {
        if (c.right().size() > 1) {
            throw new InputException(c.span(), "'min(.., ..)' stands in what is shown only");
        }
        List<MatrixFormula.Counted> right = c.right().get(0);
        return switch (c.relation()) {
            case EQUAL -> List.of(atLeast(c.left(), right), atLeast(right, c.left()));
            case AT_LEAST -> List.of(atLeast(c.left(), right));
            case AT_MOST -> List.of(atLeast(right, c.left()));
            case ABOVE -> List.of(apart(c.left(), right));
            case BELOW -> List.of(apart(right, c.left()));
        };
    }

    private MatrixFact atLeast(List<MatrixFormula.Counted> more, List<MatrixFormula.Counted> less) {
        return difference(more, less, Rational.ZERO);
    }

    /** Integers: more by at least 1. */
    private MatrixFact apart(List<MatrixFormula.Counted> more, List<MatrixFormula.Counted> less) {
        return difference(more, less, Rational.of(-1));
    }

    private MatrixFact difference(
            List<MatrixFormula.Counted> more, List<MatrixFormula.Counted> less, Rational constant) {
        SortedMap<MatrixFact.Count, Rational> counts = new TreeMap<>();
        Rational sum = constant;
        for (MatrixFormula.Counted c : more) {
            sum = sum.plus(add(c, Rational.ONE, counts));
        }
        for (MatrixFormula.Counted c : less) {
            sum = sum.plus(add(c, Rational.of(-1), counts));
        }
        return new MatrixFact.AtLeastZero(counts, sum);
    }

    private Rational add(MatrixFormula.Counted c, Rational sign, SortedMap<MatrixFact.Count, Rational> counts) {
        Rational weight = c.weight().times(sign);
        if (c.what().equals("number")) {
            return weight;
        }
        MatrixFact.Count.Of of = switch (c.what()) {
            case "rank" -> MatrixFact.Count.Of.RANK;
            case "positive" -> MatrixFact.Count.Of.POSITIVE;
            default -> MatrixFact.Count.Of.ROWS;
        };
        MatrixPolynomial matrix = of == MatrixFact.Count.Of.ROWS
                ? MatrixPolynomial.identity(((MatrixExpression.Name) c.of()).name(), Rational.ONE)
                : names.value(c.of());
        counts.merge(new MatrixFact.Count(of, matrix), weight, Rational::plus);
        return Rational.ZERO;
    }

    /** The gradients vanish; with the second order, no second derivative is negative. */
    private List<MatrixFact> stationary(MatrixFormula.Stationary s) {
        MatrixExpression.Name at = new MatrixExpression.Name(s.variables().get(0), s.span());
        List<Letter> by = s.variables().stream().map(v -> variable(v, s)).toList();
        MatrixPolynomial loss = names.function(s.function(), by, at);
        if (!loss.isScalar()) {
            throw new InputException(
                    s.span(),
                    s.function() + " is a matrix of shape " + loss.shape() + "; only a number has a gradient");
        }
        List<MatrixFact> out = new ArrayList<>();
        List<Letter> directions = new ArrayList<>();
        for (Letter letter : by) {
            out.add(new MatrixFact.Zero(MatrixCalculus.gradient(loss, letter)));
            directions.add(Letter.matrix(letter.name() + "_direction", letter.rows(), letter.columns()));
        }
        if (s.secondOrder()) {
            MatrixPolynomial second = MatrixCalculus.second(loss, by, directions);
            out.add(new MatrixFact.ForAll(directions, new MatrixFact.NonNegative(second)));
        }
        return out;
    }

    private Letter variable(String name, MatrixFormula.Stationary s) {
        Letter by = names.letterNamed(name, new MatrixExpression.Name(name, s.span()));
        if (by.kind() == Letter.Kind.SYMMETRIC) {
            throw new InputException(
                    s.span(),
                    name + " is symmetric: derivatives are taken by letters declared with 'matrix' or 'scalar'");
        }
        return by;
    }
}
