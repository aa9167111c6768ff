package org.lossproof.expansion;

import java.util.List;
import java.util.Random;

/**
 * Random definitions of losses and random expressions in parameters, as hard as a reader would write them: log, exp, sqrt,
 * quotients and powers nested to depth 4, two parameters and N, several views, two data, sums over negatives and over coordinates,
 * products of means, variances, debiased losses, one constant in several spellings.
 */
final class RandomDefinitions {
    static final String PARAMETERS = "param t > 0 example 2\nparam s >= 0 <= 1 example 1/2\n";

    private static final int DEPTH = 3;

    private final Random random;
    private final Data data;

    /** Where the views come from. */
    private enum Data {
        /** One datum with two views. */
        PAIR("x, x'", ""),
        /** And N other data with a view each. */
        COPIES("x, x', chi", "param N integer >= 2 example 3\ndata yh with view chi, copies N\n"),
        /** N data all in all. */
        OTHERS("x, x', chi", "param N integer >= 2 example 3\ndata yh with view chi, copies N - 1\n"),
        /** And N - 1 other data with two views each. */
        VIEWS("x, x', chi, psi", "param N integer >= 2 example 3\ndata yh with views chi, psi, copies N - 1\n"),
        /** And an independent datum. */
        INDEPENDENT("x, x'", "datum yh with view chi\n"),
        /** And one with a view and one with copies. */
        BOTH("x, x', chi", "param N integer >= 2 example 3\ndata yh with view chi, copies N\ndatum zh with view psi\n");

        private final String outer;
        private final String declared;

        Data(String outer, String declared) {
            this.outer = outer;
            this.declared = declared;
        }

        boolean hasCopies() {
            return this != PAIR && this != INDEPENDENT;
        }
    }

    private RandomDefinitions(long seed) {
        this.random = new Random(seed * 2654435761L + 12345);
        this.data = Data.values()[random.nextInt(Data.values().length)];
    }

    /** A definition as text; the same seed gives the same. */
    static String definition(long seed) {
        return new RandomDefinitions(seed).definition();
    }

    /** An expression in t and s; the same seed gives the same. */
    static String expression(long seed) {
        return new RandomDefinitions(seed).constant(DEPTH);
    }

    private String definition() {
        return PARAMETERS + "datum xh with views x, x'\n" + data.declared + "L = " + loss() + "\n";
    }

    private String loss() {
        String body = mean(random.nextInt(4) == 0 ? debiased() : any(2 + random.nextInt(3)));
        return switch (random.nextInt(10)) {
            case 0 -> body + " + E[x](" + outer() + ")";
            case 1 -> "E[x](sqrt(" + level() + " + |f(x)|^2))^2 + " + body;
            case 2 -> "log(" + level() + " + E[x](|f(x)|^2)) * " + constant(1) + " + " + body;
            case 3 -> bracketed(body) + " / " + level();
            case 4 -> "E[x](" + outer() + ") * " + bracketed(mean(any(2)));
            case 5 -> bracketed(mean(any(2))) + " / " + mean(positive(2));
            case 6 -> "sum[i](" + coordinates() + ") * " + constant(1) + " + " + body;
            case 7 -> "sqrt(" + level() + " + " + variance() + ") + " + body;
            default -> body;
        };
    }

    private String mean(String body) {
        return "E[" + data.outer + "](" + body + ")";
    }

    private String outer() {
        return pick(
                "exp(-" + level() + " * |f(x)|^2)",
                "sqrt(" + level() + " + |f(x)|^2)",
                "1/(" + level() + " + |f(x)|^2)",
                "(" + level() + " + |f(x)|^2)^(-s)");
    }

    private String coordinates() {
        return pick(
                "E[x, x'](f(x)[i] * f(x')[i])^2",
                "(s - E[x](f(x)[i]^2))^2",
                "sqrt(" + level() + " + E[x](f(x)[i]^2))",
                "E[x](log(" + level() + " + f(x)[i]^2))",
                "exp(-E[x](f(x)[i]^2) / " + level() + ")");
    }

    private String variance() {
        return pick("Var[x](|f(x)|^2)", "E[x, x'](|f(x) - f(x')|^2)", "Var[x](exp(-|f(x)|^2 / " + level() + "))");
    }

    /** The contrastive loss without the positives among its negatives, in one of its spellings. */
    private String debiased() {
        String pos = "exp(<f(x), f(x')>" + pick("", " / t") + ")";
        String neg = data.hasCopies()
                ? pick("1/N * ", "1/(N - 1) * ") + "sum[chi](exp(<f(x), f(chi)>" + pick("", " / t") + "))"
                : data == Data.INDEPENDENT ? "E[chi](exp(<f(x), f(chi)>))" : "exp(-t * |f(x)|^2)";
        String weight = data.hasCopies() ? "N" : level();
        String share = weight + pick("/(1 + s)", "/(2 - s)", " * 1/(1 + t)", "/sqrt(1 + t)");
        String right = bracketed(share + " * (" + neg + pick(" - ", " + ") + "s/2 * " + pos + ")");
        return switch (random.nextInt(5)) {
            case 0 -> "-log(" + pos + " / (" + pos + " + " + right + "))";
            case 1 -> "log(1 + " + right + " / " + pos + ")";
            case 2 -> "log(" + pos + " + " + right + ") - log(" + pos + ")";
            case 3 -> "-<f(x), f(x')> + log(" + level() + " * " + pos + " + " + right + ")";
            default -> "(" + pos + " / (" + pos + " + " + right + "))^(" + pick("t", "1/2", "-1/t", "s") + ")";
        };
    }

    /** Anything. */
    private String any(int depth) {
        if (depth == 0) {
            return quantity();
        }
        return switch (random.nextInt(8)) {
            case 0 -> "log(" + positive(depth - 1) + ")";
            case 1 -> any(depth - 1) + " + " + any(depth - 1);
            case 2 -> constant(2) + " * " + bracketed(any(depth - 1));
            case 3 -> bracketed(any(depth - 1)) + " / " + bracketed(positive(depth - 1));
            case 4 -> positive(depth - 1) + " - " + positive(depth - 1);
            case 5 -> quantity() + " * " + bracketed(any(depth - 1));
            case 6 -> bracketed(any(depth - 1)) + "^" + pick("2", "3");
            default -> positive(depth - 1);
        };
    }

    /** Something positive at W = 0, as a rule. */
    private String positive(int depth) {
        if (depth == 0) {
            return level() + " + " + quantity();
        }
        return switch (random.nextInt(10)) {
            case 0 -> "exp(" + any(depth - 1) + ")";
            case 1 -> "sqrt(" + positive(depth - 1) + ")";
            case 2 -> bracketed(positive(depth - 1)) + " / " + bracketed(positive(depth - 1));
            case 3 -> bracketed(positive(depth - 1)) + "^(" + exponent() + ")";
            case 4 -> level() + " * exp(-" + quantity() + ")";
            case 5 -> "log(1 + " + bracketed(positive(depth - 1)) + ")";
            case 6 -> negatives(depth - 1);
            case 7 -> bracketed(constant(2)) + "^2 + " + bracketed(positive(depth - 1));
            case 8 -> "E[x'](" + positive(depth - 1) + ")";
            default -> level() + " + " + bracketed(quantity()) + "^2";
        };
    }

    private String negatives(int depth) {
        String inside = pick(
                "exp(<f(x), f(chi)>)",
                "exp(-1/2 * |f(x) - f(chi)|^2)",
                "exp(<f(x), f(chi)> / t)",
                "1 + s * |f(chi)|^2",
                "sqrt(t + <f(x), f(chi)>^2)",
                "1/(1 + t + |f(x) - f(chi)|^2)");
        return switch (data) {
            case PAIR -> bracketed(positive(depth));
            case COPIES, OTHERS -> pick("1/N * ", "", "s + ", "t + 1/N * ") + "sum[chi](" + inside + ")";
            case VIEWS -> pick("1/N * ", "") + "sum[chi, psi](" + inside + " + exp(<f(x), f(psi)>))";
            case INDEPENDENT -> "E[chi](" + inside + ")";
            case BOTH -> "mean[chi](" + inside + ") + E[psi](exp(-s * |f(x) - f(psi)|^2))";
        };
    }

    private String quantity() {
        return pick(
                "|f(x)|^2",
                "<f(x), f(x')>",
                "1/2 * |f(x) - f(x')|^2",
                "|W|^2",
                "t * |f(x)|^2",
                "<f(x), f(x') - s * f(x)>",
                "tr(A)",
                "|f(x') - t * f(x)|^2",
                "1/(1 + s) * tr(A C)");
    }

    private String exponent() {
        return pick("1/3", "-1/2", "2", "t", "-s", "3/2", "1/(1 + t)", "-2");
    }

    /** A positive constant. */
    private String level() {
        return pick(
                "t",
                "1",
                "(1 + t)",
                "(2 + s)",
                "1/(1 + t)",
                "(2 + 1/t)",
                "((1 + 2*t)/t)",
                "2 * t",
                "3/2",
                "sqrt(1/(1 + t))",
                "1/sqrt(1 + t)",
                "log(2 + 1/t)",
                "log((1 + 2*t)/t)",
                "sqrt(t)",
                "exp(-s)",
                "(1 + t)^s",
                data.hasCopies() ? "N" : "4");
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
            case 6 -> "log(1 + " + numeric() + ")";
            default -> numeric() + pick("^(1/2)", "^(-1/3)", "^s", "^2", "^(1/t)");
        };
    }

    /** A positive constant in t and s alone. */
    private String numeric() {
        return pick("t", "1", "(1 + t)", "(2 + s)", "(1/(1 + t))", "(2 + 1/t)", "((1 + 2*t)/t)", "(2 * t)", "(3/2)");
    }

    private static String squared(String text) {
        return bracketed(text) + "^2";
    }

    private static String bracketed(String text) {
        return "(" + text + ")";
    }

    private String pick(String... choices) {
        return List.of(choices).get(random.nextInt(choices.length));
    }
}
