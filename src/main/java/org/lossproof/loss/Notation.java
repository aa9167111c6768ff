package org.lossproof.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;

/** Writes expressions back: as text that parses to the same expression, and as TeX close to how it stands on paper. */
public final class Notation {
    /** Binding strength of what stands around a piece of text. */
    private static final int SUM = 0;

    private static final int PRODUCT = 1;
    private static final int POWER = 2;
    private static final int ATOM = 3;

    /** A first or second derivative of L by entries of W and the bias, as facts name it. */
    private static final Pattern DERIVATIVE = Pattern.compile("L_([wv]\\d*)(?:_([wv]\\d*))?");

    private static final Pattern INDEXED = Pattern.compile("([A-Za-z]+)(\\d*)((?:_[A-Za-z0-9]+)*)('*)");

    /** Greek letters that TeX has a command for. */
    private static final Set<String> GREEK = Set.of(
            "alpha", "beta", "gamma", "delta", "epsilon", "eps", "zeta", "eta", "theta", "iota", "kappa", "lambda",
            "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega", "Gamma", "Delta",
            "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega");

    private Notation() {}

    /** As a definition file has it. */
    public static String plain(Expr e) {
        return new Plain().write(e, SUM);
    }

    /** A declaration as a definition file has it: {@code data yh with view chi, copies N}. */
    public static String plain(Datum datum) {
        StringBuilder out = new StringBuilder("data ").append(datum.name());
        if (!datum.views().isEmpty()) {
            out.append(datum.views().size() == 1 ? " with view " : " with views ")
                    .append(datum.views().stream().map(Datum.View::name).collect(Collectors.joining(", ")))
                    .append(plain(datum.views().get(0).augmentation()));
        }
        return out.append(datum.repeated() ? ", copies " + plain(datum.copies()) : "")
                .toString();
    }

    private static String plain(Datum.Augmentation augmentation) {
        if (augmentation instanceof Datum.Augmentation.Rescaling rescaling) {
            return " scaled by "
                    + (rescaling.scale() instanceof Datum.ScaleDistribution.Uniform uniform
                            ? "uniform(" + plain(uniform.low()) + ", " + plain(uniform.high()) + ")"
                            : "exponential(" + plain(((Datum.ScaleDistribution.Exponential) rescaling.scale()).mean())
                                    + ")");
        }
        return "";
    }

    /** Typeset. */
    public static String tex(Expr e) {
        return new Tex().write(e, SUM);
    }

    /** {@code L_{name} = ...}, typeset. */
    public static String tex(LossDefinition loss) {
        return nameOf(loss.name()) + " = " + tex(loss.expression());
    }

    /** {@code L_{name}}. */
    public static String nameOf(String loss) {
        return "L_{" + words(loss) + "}";
    }

    /** Words in a formula, whatever characters they are made of. */
    public static String words(String text) {
        return "\\text{" + text.replaceAll("[_%&#${}]", "\\\\$0") + "}";
    }

    private abstract static class Writer implements Expr.Visitor<String> {
        String write(Expr e, int context) {
            if (e instanceof Expr.Sum sum) {
                return sum.terms().isEmpty() ? "0" : bracket(sum(sum.terms()), context > SUM);
            } else if (e instanceof Expr.Product product) {
                return product.factors().isEmpty() ? "1" : bracket(product(product.factors()), context > PRODUCT);
            } else if (e instanceof Expr.Power power) {
                return bracket(power(power), context >= ATOM);
            } else if (e instanceof Expr.Constant c) {
                boolean simple =
                        c.value().signum() >= 0 && c.value().getDenominator().equals(java.math.BigInteger.ONE);
                return bracket(number(c.value()), context > (simple ? ATOM : SUM));
            }
            boolean square = e instanceof Expr.Inner inner && inner.left().equals(inner.right());
            return bracket(e.accept(this), (square || isTall(e)) && context >= ATOM);
        }

        @Override
        public final String constant(Expr.Constant e) {
            return number(e.value());
        }

        @Override
        public final String sum(Expr.Sum e) {
            return sum(e.terms());
        }

        @Override
        public final String product(Expr.Product e) {
            return product(e.factors());
        }

        private String sum(List<Expr> terms) {
            StringBuilder out = new StringBuilder();
            for (Expr term : terms) {
                String text = term instanceof Expr.Constant c ? number(c.value()) : write(term, PRODUCT);
                boolean negative = text.startsWith("-");
                out.append(out.isEmpty() ? "" : negative ? " - " : " + ")
                        .append(negative && !out.isEmpty() ? text.substring(1) : text);
            }
            return out.toString();
        }

        /** Whether it is typeset on two lines, so that an exponent needs a bracket. */
        boolean isTall(Expr e) {
            return false;
        }

        abstract String product(List<Expr> factors);

        abstract String number(BigFraction value);

        abstract String bracket(String text, boolean needed);

        String combination(Combination c) {
            StringBuilder out = new StringBuilder();
            for (Combination.Term term : c.terms()) {
                String coefficient = write(term.coefficient(), POWER);
                boolean one = coefficient.equals("1");
                boolean minus = term.coefficient().equals(Exprs.number(-1));
                out.append(minus ? (out.isEmpty() ? "-" : " - ") : out.isEmpty() ? "" : " + ");
                out.append(one || minus ? "" : coefficient + times())
                        .append(encoder(term.encoder()))
                        .append('(')
                        .append(vector(term.vector()))
                        .append(')');
            }
            return out.toString();
        }

        abstract String times();

        abstract String vector(String name);

        abstract String encoder(String name);
    }

    private static final class Plain extends Writer {
        @Override
        String product(List<Expr> factors) {
            StringBuilder out = new StringBuilder();
            for (Expr factor : factors) {
                boolean first = out.isEmpty();
                boolean minus = first && factors.size() > 1 && factor.equals(Exprs.number(-1));
                if (minus) {
                    out.append('-');
                } else if (!first
                        && !out.toString().equals("-")
                        && factor instanceof Expr.Power p
                        && p.exponent().equals(Exprs.number(-1))) {
                    out.append(" / ").append(write(p.base(), POWER));
                } else {
                    boolean afterMinus = out.toString().equals("-");
                    boolean leadingNumber = first && factor instanceof Expr.Constant;
                    out.append(first || afterMinus ? "" : " * ")
                            .append(leadingNumber ? number(((Expr.Constant) factor).value()) : write(factor, POWER));
                }
            }
            return out.toString();
        }

        @Override
        public String power(Expr.Power power) {
            return write(power.base(), ATOM) + "^" + write(power.exponent(), ATOM);
        }

        @Override
        String number(BigFraction value) {
            String sign = value.getNumerator().toString();
            return value.getDenominator().equals(java.math.BigInteger.ONE) ? sign : sign + "/" + value.getDenominator();
        }

        @Override
        String bracket(String text, boolean needed) {
            return needed ? "(" + text + ")" : text;
        }

        @Override
        String times() {
            return " * ";
        }

        @Override
        String vector(String name) {
            return name;
        }

        @Override
        String encoder(String name) {
            return name;
        }

        @Override
        public String parameter(Expr.Parameter p) {
            return p.name();
        }

        @Override
        public String inner(Expr.Inner inner) {
            return inner.left().equals(inner.right())
                    ? "|" + combination(inner.left()) + "|^2"
                    : "<" + combination(inner.left()) + ", " + combination(inner.right()) + ">";
        }

        @Override
        public String coordinate(Expr.Coordinate c) {
            return "(" + combination(c.vector()) + ")[" + c.index() + "]";
        }

        @Override
        public String trace(Expr.Trace trace) {
            return "tr(" + trace.word().stream().map(Enum::name).collect(Collectors.joining(" ")) + ")";
        }

        @Override
        public String apply(Expr.Apply apply) {
            return apply.function().spelling() + "(" + write(apply.argument(), SUM) + ")";
        }

        @Override
        public String mean(Expr.Mean mean) {
            return "E[" + String.join(", ", mean.vectors()) + "](" + write(mean.body(), SUM) + ")";
        }

        @Override
        public String copySum(Expr.CopySum sum) {
            return "sum[" + sum.datum() + "](" + write(sum.body(), SUM) + ")";
        }

        @Override
        public String indexSum(Expr.IndexSum sum) {
            String between = sum.distinct() ? " != " : ", ";
            return "sum[" + String.join(between, sum.indices()) + "](" + write(sum.body(), SUM) + ")";
        }
    }

    private static final class Tex extends Writer {
        /** A sign, then one fraction if anything is divided by; the number in front is part of it. */
        @Override
        String product(List<Expr> factors) {
            List<Expr> over = new ArrayList<>();
            List<Expr> under = new ArrayList<>();
            BigFraction front = BigFraction.ONE;
            for (Expr factor : factors) {
                if (isReciprocal(factor)) {
                    Expr divisor = ((Expr.Power) factor).base();
                    under.addAll(divisor instanceof Expr.Product p ? p.factors() : List.of(divisor));
                } else if (over.isEmpty() && factor instanceof Expr.Constant c) {
                    front = front.multiply(c.value());
                } else {
                    over.add(factor);
                }
            }
            String sign = front.signum() < 0 ? "-" : "";
            BigFraction size = front.abs();
            if (under.isEmpty()) {
                return sign + side(size, over, POWER);
            }
            BigFraction numerator = new BigFraction(size.getNumerator());
            BigFraction denominator = new BigFraction(size.getDenominator());
            return sign + "\\frac{" + side(numerator, over, SUM) + "}{" + side(denominator, under, SUM) + "}";
        }

        @Override
        boolean isTall(Expr e) {
            return e instanceof Expr.Parameter p && DERIVATIVE.matcher(p.name()).matches();
        }

        private static boolean isReciprocal(Expr e) {
            return e instanceof Expr.Power p && p.exponent().equals(Exprs.number(-1));
        }

        /** A number times factors; {@code alone} is how strongly what stands around it binds a factor that is the whole. */
        private String side(BigFraction number, List<Expr> factors, int alone) {
            boolean one = number.equals(BigFraction.ONE);
            if (factors.isEmpty()) {
                return number(number);
            } else if (one && factors.size() == 1) {
                return write(factors.get(0), alone);
            }
            StringBuilder out = new StringBuilder(one ? "" : number(number));
            for (Expr factor : factors) {
                String text = write(factor, POWER);
                boolean digits = Character.isDigit(text.charAt(0));
                out.append(out.isEmpty() ? "" : digits ? " \\cdot " : "\\,").append(text);
            }
            return out.toString();
        }

        @Override
        public String power(Expr.Power power) {
            return isReciprocal(power)
                    ? product(List.of(power))
                    : "{" + write(power.base(), ATOM) + "}^{" + write(power.exponent(), SUM) + "}";
        }

        @Override
        String number(BigFraction value) {
            if (value.getDenominator().equals(java.math.BigInteger.ONE)) {
                return value.getNumerator().toString();
            }
            String sign = value.signum() < 0 ? "-" : "";
            return sign + "\\tfrac{" + value.getNumerator().abs() + "}{" + value.getDenominator() + "}";
        }

        @Override
        String bracket(String text, boolean needed) {
            return needed ? "\\left(" + text + "\\right)" : text;
        }

        @Override
        String times() {
            return "\\,";
        }

        @Override
        String vector(String name) {
            // Numbers that tell the vectors of included losses apart are not needed where each is bound by a mean of
            // its own.
            String plain = name.replaceAll("_\\d+$", "").replace("_prime", "'");
            return switch (plain) {
                case "xh" -> "\\hat x";
                case "yh" -> "\\hat \\chi";
                default -> Notation.parameter(plain);
            };
        }

        @Override
        String encoder(String name) {
            return Notation.parameter(name);
        }

        @Override
        public String parameter(Expr.Parameter p) {
            return Notation.parameter(p.name());
        }

        @Override
        public String inner(Expr.Inner inner) {
            return inner.left().equals(inner.right())
                    ? "\\left|" + combination(inner.left()) + "\\right|^2"
                    : "\\langle " + combination(inner.left()) + ", " + combination(inner.right()) + "\\rangle";
        }

        @Override
        public String coordinate(Expr.Coordinate c) {
            return "\\left(" + combination(c.vector()) + "\\right)_{" + c.index() + "}";
        }

        @Override
        public String trace(Expr.Trace trace) {
            return "\\operatorname{tr}("
                    + trace.word().stream().map(l -> "K_" + l).collect(Collectors.joining(" ")) + ")";
        }

        @Override
        public String apply(Expr.Apply apply) {
            return function(apply);
        }

        @Override
        public String mean(Expr.Mean mean) {
            String under = mean.vectors().stream().map(this::vector).collect(Collectors.joining(", "));
            return "\\mathbb{E}_{" + under + "}\\left[" + write(mean.body(), SUM) + "\\right]";
        }

        @Override
        public String copySum(Expr.CopySum sum) {
            return "\\sum_{" + vector(sum.datum()) + "} " + write(sum.body(), POWER);
        }

        @Override
        public String indexSum(Expr.IndexSum sum) {
            String between = sum.distinct() ? " \\ne " : ", ";
            String under = sum.indices().stream().map(Notation::parameter).collect(Collectors.joining(between));
            return "\\sum_{" + under + "} " + write(sum.body(), POWER);
        }

        private String function(Expr.Apply apply) {
            String argument = write(apply.argument(), SUM);
            return switch (apply.function()) {
                case SQRT -> "\\sqrt{" + argument + "}";
                case RELU -> "\\max\\left(0, " + argument + "\\right)";
                case EXP, LOG -> "\\" + apply.function().spelling() + "\\left(" + argument + "\\right)";
            };
        }
    }

    /** A name: Greek where it is one, what follows its letters as an index, {@code L_w1_w1} as the derivative that it stands for. */
    public static String parameter(String name) {
        Matcher derivative = DERIVATIVE.matcher(name);
        if (derivative.matches()) {
            String first = derivative.group(1);
            return Optional.ofNullable(derivative.group(2))
                    .map(second -> secondDerivative(first, second))
                    .orElseGet(() -> "\\frac{\\partial L}{\\partial " + parameter(first) + "}");
        }
        Matcher indexed = INDEXED.matcher(name);
        if (!indexed.matches()) {
            return "\\mathit{" + name.replace("_", "\\_") + "}";
        }
        List<String> indices = new ArrayList<>();
        if (!indexed.group(2).isEmpty()) {
            indices.add(indexed.group(2));
        }
        for (String part : indexed.group(3).split("_", -1)) {
            if (!part.isEmpty()) {
                indices.add(part.matches("\\d+") ? part : parameter(part));
            }
        }
        String index = indices.isEmpty() ? "" : "_{" + String.join(",", indices) + "}";
        return letters(indexed.group(1)) + index + indexed.group(4);
    }

    private static String secondDerivative(String u, String v) {
        String under = u.equals(v)
                ? "\\partial {" + parameter(u) + "}^2"
                : "\\partial " + parameter(u) + "\\,\\partial " + parameter(v);
        return "\\frac{\\partial^2 L}{" + under + "}";
    }

    private static String letters(String name) {
        if (GREEK.contains(name)) {
            return "\\" + (name.equals("eps") ? "varepsilon" : name);
        }
        return name.length() == 1 ? name : "\\mathit{" + name + "}";
    }
}
