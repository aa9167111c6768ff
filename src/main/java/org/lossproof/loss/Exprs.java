package org.lossproof.loss;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;

/** Small constructions and questions that the parser, the builder and the claims share. */
public final class Exprs {
    private Exprs() {}

    public static Expr number(long value) {
        return new Expr.Constant(new BigFraction(value));
    }

    public static Expr number(BigFraction value) {
        return new Expr.Constant(value);
    }

    /** A product, nested products flattened and numbers collected in front. */
    public static Expr product(List<Expr> factors) {
        BigFraction number = BigFraction.ONE;
        List<Expr> rest = new ArrayList<>();
        for (Expr factor : factors) {
            List<Expr> parts = factor instanceof Expr.Product p ? p.factors() : List.of(factor);
            for (Expr part : parts) {
                if (part instanceof Expr.Constant c) {
                    number = number.multiply(c.value());
                } else {
                    rest.add(part);
                }
            }
        }
        if (!number.equals(BigFraction.ONE) || rest.isEmpty()) {
            rest.add(0, new Expr.Constant(number));
        }
        return rest.size() == 1 ? rest.get(0) : new Expr.Product(rest);
    }

    /** A sum, nested sums flattened, numbers collected at the end and 0 left out. */
    public static Expr sum(List<Expr> terms) {
        BigFraction number = BigFraction.ZERO;
        List<Expr> rest = new ArrayList<>();
        for (Expr term : terms) {
            List<Expr> parts = term instanceof Expr.Sum s ? s.terms() : List.of(term);
            for (Expr part : parts) {
                if (part instanceof Expr.Constant c) {
                    number = number.add(c.value());
                } else {
                    rest.add(part);
                }
            }
        }
        if (number.signum() != 0 || rest.isEmpty()) {
            rest.add(new Expr.Constant(number));
        }
        return rest.size() == 1 ? rest.get(0) : new Expr.Sum(rest);
    }

    public static Expr negative(Expr e) {
        return product(List.of(number(-1), e));
    }

    public static Expr difference(Expr a, Expr b) {
        return new Expr.Sum(List.of(a, negative(b)));
    }

    /** Whether the expression depends on parameters only. */
    public static boolean isDeterministic(Expr e) {
        if (e instanceof Expr.Constant || e instanceof Expr.Parameter) {
            return true;
        } else if (e instanceof Expr.Sum sum) {
            return sum.terms().stream().allMatch(Exprs::isDeterministic);
        } else if (e instanceof Expr.Product product) {
            return product.factors().stream().allMatch(Exprs::isDeterministic);
        } else if (e instanceof Expr.Power power) {
            return isDeterministic(power.base()) && isDeterministic(power.exponent());
        }
        return e instanceof Expr.Apply apply && isDeterministic(apply.argument());
    }

    /** Whether representations enter in differences f(x) - f(y) only, so that a bias added to f cancels. */
    public static boolean isOfDifferences(Expr e) {
        boolean[] fine = {!contains(e, Expr.Coordinate.class)};
        new Rewriter() {
            @Override
            public Expr rewrite(Expr part) {
                if (part instanceof Expr.Inner inner) {
                    fine[0] &= isDifference(inner.left()) && isDifference(inner.right());
                }
                return super.rewrite(part);
            }
        }.rewrite(e);
        return fine[0];
    }

    private static boolean isDifference(Combination u) {
        BigFraction sum = BigFraction.ZERO;
        for (Combination.Term term : u.terms()) {
            if (!(term.coefficient() instanceof Expr.Constant c)) {
                return false;
            }
            sum = sum.add(c.value());
        }
        return sum.signum() == 0;
    }

    /** Whether a mean occurs. */
    public static boolean hasMean(Expr e) {
        return contains(e, Expr.Mean.class);
    }

    /** Whether the expression or a part of it is of a kind. */
    public static boolean contains(Expr e, Class<? extends Expr> kind) {
        boolean[] found = {false};
        new Rewriter() {
            @Override
            public Expr rewrite(Expr part) {
                found[0] |= kind.isInstance(part);
                return found[0] ? part : super.rewrite(part);
            }
        }.rewrite(e);
        return found[0];
    }

    /** The names of the parameters in a deterministic expression. */
    public static Set<String> parametersOf(Expr e) {
        Set<String> names = new TreeSet<>();
        new Rewriter() {
            @Override
            protected Expr leaf(Expr leaf) {
                if (leaf instanceof Expr.Parameter p) {
                    names.add(p.name());
                }
                return leaf;
            }
        }.rewrite(e);
        return names;
    }

    /** An integer or decimal literal, exactly. */
    static BigFraction decimal(String text) {
        int point = text.indexOf('.');
        if (point < 0) {
            return new BigFraction(new BigInteger(text));
        }
        String digits = text.substring(0, point) + text.substring(point + 1);
        return new BigFraction(
                new BigInteger(digits.isEmpty() ? "0" : digits), BigInteger.TEN.pow(text.length() - point - 1));
    }
}
