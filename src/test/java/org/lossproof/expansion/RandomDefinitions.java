package org.lossproof.expansion;

import java.util.Random;

/** Random definitions and random expressions in parameters: log, exp, sqrt, quotients, sums over copies, nested. */
final class RandomDefinitions {
    static final String PARAMETERS = "param t > 0 example 2\nparam s >= 0 <= 1 example 1/2\n";

    private static final int DEPTH = 3;

    private final Random random;
    private final Kind kind;

    /** Where the negative chi comes from. */
    private enum Kind {
        NONE,
        COPIES,
        INDEPENDENT
    }

    private RandomDefinitions(long seed) {
        this.random = new Random(seed * 2654435761L + 12345);
        this.kind = Kind.values()[random.nextInt(Kind.values().length)];
    }

    /** A definition as text; the same seed gives the same. */
    static String definition(long seed) {
        return new RandomDefinitions(seed).definition();
    }

    /** An expression in t and s; the same seed gives the same. */
    static String expression(long seed) {
        RandomDefinitions it = new RandomDefinitions(seed);
        return it.constant(DEPTH);
    }

    private String definition() {
        String data = "datum xh with views x, x'\n"
                + switch (kind) {
                    case NONE -> "";
                    case COPIES -> "param N integer >= 2 example 3\ndata yh with view chi, copies N\n";
                    case INDEPENDENT -> "datum yh with view chi\n";
                };
        String views = kind == Kind.COPIES ? "x, x', chi" : "x, x'";
        String body = "E[" + views + "](" + any(DEPTH) + ")";
        String loss = switch (random.nextInt(6)) {
            case 0 -> body + " + E[x](" + outer() + ")";
            case 1 -> "E[x](sqrt(" + level() + " + |f(x)|^2))^2 + " + body;
            case 2 -> "log(" + level() + " + E[x](|f(x)|^2)) * " + constant(1) + " + " + body;
            case 3 -> body + " / " + level();
            default -> body;
        };
        return PARAMETERS + data + "L = " + loss + "\n";
    }

    private String outer() {
        return "exp(-" + level() + " * |f(x)|^2)";
    }

    /** Anything. */
    private String any(int depth) {
        if (depth == 0) {
            return quantity();
        }
        return switch (random.nextInt(7)) {
            case 0 -> "log(" + positive(depth - 1) + ")";
            case 1 -> any(depth - 1) + " + " + any(depth - 1);
            case 2 -> constant(1) + " * " + bracketed(any(depth - 1));
            case 3 -> bracketed(any(depth - 1)) + " / " + bracketed(positive(depth - 1));
            case 4 -> positive(depth - 1) + " - " + positive(depth - 1);
            case 5 -> quantity() + " * " + bracketed(any(depth - 1));
            default -> positive(depth - 1);
        };
    }

    /** Something positive at W = 0, as a rule. */
    private String positive(int depth) {
        if (depth == 0) {
            return level() + " + " + quantity();
        }
        return switch (random.nextInt(8)) {
            case 0 -> "exp(" + any(depth - 1) + ")";
            case 1 -> "sqrt(" + positive(depth - 1) + ")";
            case 2 -> bracketed(positive(depth - 1)) + " / " + bracketed(positive(depth - 1));
            case 3 -> bracketed(positive(depth - 1)) + "^(" + pick("1/3", "-1/2", "2", "t", "-s") + ")";
            case 4 -> level() + " * exp(-" + quantity() + ")";
            case 5 -> "log(1 + " + bracketed(positive(depth - 1)) + ")";
            case 6 -> negatives(depth - 1);
            default -> level() + " + " + quantity() + "^2";
        };
    }

    private String negatives(int depth) {
        String inside = switch (random.nextInt(3)) {
            case 0 -> "exp(<f(x), f(chi)>)";
            case 1 -> "exp(-1/2 * |f(x) - f(chi)|^2)";
            default -> "1 + s * |f(chi)|^2";
        };
        return switch (kind) {
            case NONE -> bracketed(positive(depth));
            case COPIES -> pick("1/N * ", "", "s + ") + "sum[chi](" + inside + ")";
            case INDEPENDENT -> "E[chi](" + inside + ")";
        };
    }

    private String quantity() {
        return pick("|f(x)|^2", "<f(x), f(x')>", "1/2 * |f(x) - f(x')|^2", "|W|^2", "t * |f(x)|^2");
    }

    /** A positive constant. */
    private String level() {
        return pick("t", "1", "(1 + t)", "(2 + s)", "1/(1 + t)", "(2 + 1/t)", "((1 + 2*t)/t)", "2 * t", "3/2");
    }

    /** A constant. */
    private String constant(int depth) {
        if (depth == 0) {
            return pick("t", "s", "2", "1/3", "(1 + t)", "(1 - s + t)", "12", "(t - 5)", "1/t", "(t^2 + 1)");
        }
        return switch (random.nextInt(8)) {
            case 0 -> "log(1 + " + squared(constant(depth - 1)) + ")";
            case 1 -> "sqrt(2 + " + squared(constant(depth - 1)) + ")";
            case 2 -> "exp(" + constant(depth - 1) + " / 2)";
            case 3 -> bracketed(constant(depth - 1) + " + " + constant(depth - 1));
            case 4 -> constant(depth - 1) + " * " + constant(depth - 1);
            case 5 -> bracketed(constant(depth - 1) + " - " + constant(depth - 1)) + "/(1 + sqrt(t))";
            case 6 -> "log(" + level() + ")";
            default -> level() + pick("^(1/2)", "^(-1/3)", "^s", "^2", "^(1/t)");
        };
    }

    private static String squared(String text) {
        return bracketed(text) + "^2";
    }

    private static String bracketed(String text) {
        return "(" + text + ")";
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
