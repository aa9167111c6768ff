package org.lossproof.claim;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.IrrationalConstantException;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Notation;

/** A formula over the reals: comparisons of rational expressions and their combinations. */
public sealed interface Formula {
    /** What it is at exact values. Undefinedness is strict: one part without a value leaves the whole without. */
    default Truth at(Map<String, BigFraction> values) {
        try {
            return Truth.of(holds(values));
        } catch (RationalArithmetic.UndefinedException e) {
            return Truth.UNDEFINED;
        } catch (IrrationalConstantException e) {
            return Truth.UNKNOWN;
        }
    }

    /** Whether it is true where every part has a rational value; every part is evaluated. Otherwise throws. */
    boolean holds(Map<String, BigFraction> values);

    /** Typeset. */
    String tex();

    /** left relation right. */
    record Comparison(Expr left, Relation relation, Expr right) implements Formula {
        @Override
        public boolean holds(Map<String, BigFraction> values) {
            return relation.holds(
                    RationalArithmetic.value(left, values).compareTo(RationalArithmetic.value(right, values)));
        }

        @Override
        public String tex() {
            return Notation.tex(left) + " " + relation.tex() + " " + Notation.tex(right);
        }

        /** As it is written. */
        String text() {
            return Notation.plain(left) + " " + relation.symbol() + " " + Notation.plain(right);
        }
    }

    /** All of them. */
    record And(List<Formula> parts) implements Formula {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Map<String, BigFraction> values) {
            return parts.stream().map(p -> p.holds(values)).reduce(true, Boolean::logicalAnd);
        }

        @Override
        public String tex() {
            return parts.stream().map(Formula::tex).collect(Collectors.joining(",\\; "));
        }
    }

    /** At least one of them. */
    record Or(List<Formula> parts) implements Formula {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Map<String, BigFraction> values) {
            return parts.stream().map(p -> p.holds(values)).reduce(false, Boolean::logicalOr);
        }

        @Override
        public String tex() {
            return parts.stream().map(Formula::tex).collect(Collectors.joining(" \\;\\text{or}\\; "));
        }
    }

    /** premise implies conclusion. */
    record Implies(Formula premise, Formula conclusion) implements Formula {
        @Override
        public boolean holds(Map<String, BigFraction> values) {
            boolean given = premise.holds(values);
            // Both are evaluated: one part without a value leaves the whole without.
            boolean follows = conclusion.holds(values);
            return !given || follows;
        }

        @Override
        public String tex() {
            return premise.tex() + " \\;\\Rightarrow\\; " + conclusion.tex();
        }
    }

    /** Both or neither. */
    record Equivalent(Formula left, Formula right) implements Formula {
        @Override
        public boolean holds(Map<String, BigFraction> values) {
            return left.holds(values) == right.holds(values);
        }

        @Override
        public String tex() {
            return left.tex() + " \\;\\Leftrightarrow\\; " + right.tex();
        }
    }

    /** How two numbers compare. */
    enum Relation {
        EQUAL("==", "="),
        UNEQUAL("!=", "\\ne"),
        AT_MOST("<=", "\\le"),
        AT_LEAST(">=", "\\ge"),
        LESS("<", "<"),
        GREATER(">", ">");

        private final String symbol;
        private final String tex;

        Relation(String symbol, String tex) {
            this.symbol = symbol;
            this.tex = tex;
        }

        String symbol() {
            return symbol;
        }

        String tex() {
            return tex;
        }

        /** The relation that holds just when this one does not. */
        Relation negation() {
            return switch (this) {
                case EQUAL -> UNEQUAL;
                case UNEQUAL -> EQUAL;
                case AT_MOST -> GREATER;
                case AT_LEAST -> LESS;
                case LESS -> AT_LEAST;
                case GREATER -> AT_MOST;
            };
        }

        boolean holds(int comparison) {
            return switch (this) {
                case EQUAL -> comparison == 0;
                case UNEQUAL -> comparison != 0;
                case AT_MOST -> comparison <= 0;
                case AT_LEAST -> comparison >= 0;
                case LESS -> comparison < 0;
                case GREATER -> comparison > 0;
            };
        }
    }
}
