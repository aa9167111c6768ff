package org.lossproof.page.matrix;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lossproof.kernel.Letter;
import org.lossproof.kernel.Rational;
import org.lossproof.loss.Span;

/** What a theorem says of matrices, as it is written. */
public sealed interface MatrixFormula {
    /** Where it stands. */
    Span span();

    /**
     * Typeset.
     *
     * @param isNumber which expressions are numbers: matrices compare by another sign
     */
    String tex(Predicate<MatrixExpression> isNumber);

    /** How two sides compare. */
    enum Relation {
        EQUAL("=="),
        AT_LEAST(">="),
        AT_MOST("<="),
        ABOVE(">"),
        BELOW("<");

        private final String symbol;

        Relation(String symbol) {
            this.symbol = symbol;
        }

        /** As it is written. */
        public String symbol() {
            return symbol;
        }

        String tex(boolean matrices) {
            return switch (this) {
                case EQUAL -> "=";
                case AT_LEAST -> matrices ? "\\succeq" : "\\ge";
                case AT_MOST -> matrices ? "\\preceq" : "\\le";
                case ABOVE -> matrices ? "\\succ" : ">";
                case BELOW -> matrices ? "\\prec" : "<";
            };
        }
    }

    /** Two matrices compare: {@code >=} of symmetric ones says that the difference has no negative eigenvalue. */
    record Comparison(MatrixExpression left, Relation relation, MatrixExpression right, Span span)
            implements MatrixFormula {
        @Override
        public String tex(Predicate<MatrixExpression> isNumber) {
            return left.tex() + " " + relation.tex(!isNumber.test(left)) + " " + right.tex();
        }
    }

    /** A matrix is diagonal. */
    record Diagonal(MatrixExpression of, Span span) implements MatrixFormula {
        @Override
        public String tex(Predicate<MatrixExpression> isNumber) {
            return of.tex() + "\\ \\text{diagonal}";
        }
    }

    /** An integer: a rank, a number of positive eigenvalues, a size, a number; times a number. */
    record Counted(Rational weight, String what, MatrixExpression of) {
        String tex() {
            String inside = switch (what) {
                case "rank" -> "\\operatorname{rank}(" + of.tex() + ")";
                case "positive" -> "\\operatorname{pos}(" + of.tex() + ")";
                default -> of.tex();
            };
            return weight.equals(Rational.ONE) ? inside : weight + "\\," + inside;
        }
    }

    /**
     * Sums of counts compare; {@code min} on the right says that the left is the least of several.
     *
     * @param right several only if the left equals the least of them
     */
    record Counts(List<Counted> left, Relation relation, List<List<Counted>> right, Span span)
            implements MatrixFormula {
        public Counts {
            left = List.copyOf(left);
            right = right.stream().map(List::copyOf).toList();
        }

        @Override
        public String tex(Predicate<MatrixExpression> isNumber) {
            List<String> sides = right.stream().map(Counts::sum).toList();
            return sum(left) + " " + relation.tex(false) + " "
                    + (sides.size() == 1 ? sides.get(0) : "\\min(" + String.join(", ", sides) + ")");
        }

        private static String sum(List<Counted> terms) {
            return terms.stream().map(Counted::tex).collect(Collectors.joining(" + "));
        }
    }

    /**
     * Matrices satisfy a necessary condition of a local minimum of an abbreviation L: the gradient vanishes, and with
     * {@code secondOrder} the second derivative along every direction, in all of them at once, is not negative.
     */
    record Stationary(List<String> variables, String function, boolean secondOrder, Span span)
            implements MatrixFormula {
        public Stationary {
            variables = List.copyOf(variables);
        }

        @Override
        public String tex(Predicate<MatrixExpression> isNumber) {
            String at = MatrixTex.name(function)
                    + variables.stream().map(MatrixTex::name).collect(Collectors.joining(", ", "(", ")"));
            String gradient = "\\nabla " + at + " = 0";
            return secondOrder ? gradient + ",\\ D^2 " + at + " \\succeq 0" : gradient;
        }
    }

    /** For all matrices of a shape. */
    record Every(Letter letter, MatrixFormula formula, Span span) implements MatrixFormula {
        @Override
        public String tex(Predicate<MatrixExpression> isNumber) {
            return "\\forall " + MatrixTex.name(letter.name()) + "\\colon\\ " + formula.tex(isNumber);
        }
    }
}
