package org.lossproof.loss;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
        boolean ofVectors = e instanceof Expr.Inner
                || e instanceof Expr.Coordinate
                || e instanceof Expr.Trace
                || e instanceof Expr.Mean
                || e instanceof Expr.CopySum
                || e instanceof Expr.IndexSum;
        return !ofVectors && e.children().stream().allMatch(Exprs::isDeterministic);
    }

    /** Whether representations enter in differences f(x) - f(y) only, so that a bias added to f cancels. */
    public static boolean isOfDifferences(Expr e) {
        return parts(e).noneMatch(p -> p instanceof Expr.Coordinate
                || (p instanceof Expr.Inner inner && !(isDifference(inner.left()) && isDifference(inner.right()))));
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
        return parts(e).anyMatch(kind::isInstance);
    }

    /** The expression and all its parts. */
    public static Stream<Expr> parts(Expr e) {
        return Stream.concat(Stream.of(e), e.children().stream().flatMap(Exprs::parts));
    }

    /** The names of the parameters in an expression. */
    public static Set<String> parametersOf(Expr e) {
        Set<String> names = new TreeSet<>();
        parts(e).forEach(p -> {
            if (p instanceof Expr.Parameter parameter) {
                names.add(parameter.name());
            }
        });
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
