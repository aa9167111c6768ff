package org.lossproof.loss;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;

/** Writes expressions back: as text that parses to the same expression, and as TeX close to how it stands on paper. */
public final class Notation {
    /** Binding strength of what stands around a piece of text. */
    private static final int SUM = 0;

    private static final int PRODUCT = 1;
    private static final int POWER = 2;
    private static final int ATOM = 3;

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
        return "L_{\\text{" + loss.name() + "}} = " + tex(loss.expression());
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
            return bracket(e.accept(this), square && context >= ATOM);
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
                        .append(term.encoder())
                        .append('(')
                        .append(vector(term.vector()))
                        .append(')');
            }
            return out.toString();
        }

        abstract String times();

        abstract String vector(String name);
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
        @Override
        String product(List<Expr> factors) {
            StringBuilder over = new StringBuilder();
            StringBuilder under = new StringBuilder();
            for (Expr factor : factors) {
                boolean divisor = factor instanceof Expr.Power p && p.exponent().equals(Exprs.number(-1));
                Expr shown = divisor ? ((Expr.Power) factor).base() : factor;
                StringBuilder side = divisor ? under : over;
                boolean minus = side.isEmpty() && !divisor && factor.equals(Exprs.number(-1));
                boolean number = side.isEmpty() && shown instanceof Expr.Constant;
                side.append(side.isEmpty() || side.toString().equals("-") ? "" : "\\,")
                        .append(minus ? "-" : number ? number(((Expr.Constant) shown).value()) : write(shown, POWER));
            }
            String numerator = over.isEmpty() ? "1" : over.toString();
            return under.isEmpty() ? numerator : "\\frac{" + numerator + "}{" + under + "}";
        }

        @Override
        public String power(Expr.Power power) {
            return "{" + write(power.base(), ATOM) + "}^{" + write(power.exponent(), SUM) + "}";
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
            String stem = plain.replace("'", "");
            String shown = switch (stem) {
                case "chi" -> "\\chi";
                case "xh" -> "\\hat x";
                case "yh" -> "\\hat \\chi";
                default -> stem.length() == 1 ? stem : "\\mathit{" + stem.replace("_", "\\_") + "}";
            };
            return shown + plain.substring(stem.length());
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
            return "\\sum_{" + String.join(between, sum.indices()) + "} " + write(sum.body(), POWER);
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

    /** A parameter's name, Greek where it is one. */
    public static String parameter(String name) {
        boolean greek = List.of("alpha", "beta", "gamma", "lambda", "kappa", "tau", "eps", "theta", "sigma", "rho")
                .contains(name.toLowerCase(Locale.ROOT));
        if (name.matches("[A-Za-z][0-9]+")) {
            return name.charAt(0) + "_{" + name.substring(1) + "}";
        }
        return greek
                ? "\\" + (name.equals("eps") ? "varepsilon" : name)
                : name.length() == 1 ? name : "\\mathit{" + name + "}";
    }
}
