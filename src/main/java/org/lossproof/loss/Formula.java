package org.lossproof.loss;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

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

    /** Typeset as a part of a larger formula: in brackets unless it is a comparison or a word. */
    default String partTex() {
        return this instanceof Comparison || this instanceof Named ? tex() : "\\left(" + tex() + "\\right)";
    }

    /** A side of an arrow, typeset: what is joined by commas or "or" binds more closely. */
    private static String sideTex(Formula side) {
        List<Formula> all = conjuncts(side).toList();
        boolean arrow = all.size() == 1 && !(all.get(0) instanceof Or);
        return arrow ? all.get(0).partTex() : side.tex();
    }

    /** Several that hold together, typeset. */
    static String allTex(List<Formula> parts) {
        List<Formula> flat = parts.stream().flatMap(Formula::conjuncts).toList();
        return flat.size() == 1
                ? flat.get(0).tex()
                : flat.stream().map(Formula::partTex).collect(Collectors.joining(",\\allowbreak\\; "));
    }

    private static Stream<Formula> conjuncts(Formula formula) {
        return formula instanceof And and ? and.parts().stream().flatMap(Formula::conjuncts) : Stream.of(formula);
    }

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
        public String text() {
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
            return allTex(parts);
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
            return parts.stream().map(Formula::partTex).collect(Collectors.joining(" \\;\\text{or}\\allowbreak\\; "));
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
            return sideTex(premise) + " \\;\\Rightarrow\\; " + sideTex(conclusion);
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
            return sideTex(left) + " \\;\\Leftrightarrow\\; " + sideTex(right);
        }
    }

    /** A word that stands for a formula, such as {@code stationary}; what it stands for is put in its place before anything is decided. */
    record Named(String name) implements Formula {
        @Override
        public boolean holds(Map<String, BigFraction> values) {
            throw new IllegalStateException("'" + name + "' has not been replaced by what it stands for");
        }

        @Override
        public String tex() {
            return Notation.words(name);
        }
    }

    /** For every mode; only statements on landscapes of any number of modes have modes to speak of. */
    record ForAll(String index, Formula body) implements Formula {
        @Override
        public boolean holds(Map<String, BigFraction> values) {
            throw new IllegalStateException("all[" + index + "] outside a landscape");
        }

        @Override
        public String tex() {
            return "\\forall " + Notation.parameter(index) + ":\\; " + body.partTex();
        }
    }

    /** For some mode. */
    record ForSome(String index, Formula body) implements Formula {
        @Override
        public boolean holds(Map<String, BigFraction> values) {
            throw new IllegalStateException("any[" + index + "] outside a landscape");
        }

        @Override
        public String tex() {
            return "\\exists " + Notation.parameter(index) + ":\\; " + body.partTex();
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

        /** The relation that is written so. */
        static Relation of(String symbol) {
            return java.util.Arrays.stream(values())
                    .filter(r -> r.symbol.equals(symbol))
                    .findFirst()
                    .orElseThrow();
        }

        /** As it is written. */
        public String symbol() {
            return symbol;
        }

        /** Typeset. */
        public String tex() {
            return tex;
        }

        /** The relation that holds just when this one does not. */
        public Relation negation() {
            return switch (this) {
                case EQUAL -> UNEQUAL;
                case UNEQUAL -> EQUAL;
                case AT_MOST -> GREATER;
                case AT_LEAST -> LESS;
                case LESS -> AT_LEAST;
                case GREATER -> AT_MOST;
            };
        }

        /** Whether it holds of two numbers that compare like {@code comparison} and 0. */
        public boolean holds(int comparison) {
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
