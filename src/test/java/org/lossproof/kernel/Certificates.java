package org.lossproof.kernel;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lossproof.kernel.Certificate.Cofactor;
import org.lossproof.kernel.Certificate.Cone;
import org.lossproof.kernel.Certificate.Fraction;
import org.lossproof.kernel.Certificate.Product;
import org.lossproof.kernel.Certificate.Step;
import org.lossproof.kernel.Certificate.Summand;

/** Small certificates written by hand, which the tests of this package damage. */
final class Certificates {
    private Certificates() {}

    static Proposition.NoPoint system(String... conditions) {
        return new Proposition.NoPoint(
                Stream.of(conditions).map(Condition::parse).toList());
    }

    static Summand plus(String weight, List<Integer> signed, List<Integer> squared, String... squares) {
        return new Summand(
                Rational.parse(weight),
                new Product(
                        signed,
                        squared,
                        Stream.of(squares).map(Polynomial::parse).toList()));
    }

    static Cofactor multiple(int of, String polynomial) {
        return new Cofactor(of, Polynomial.parse(polynomial));
    }

    static Cone cone(List<Step> steps, List<Summand> summands, Cofactor... cofactors) {
        return new Cone(steps, summands, List.of(cofactors));
    }

    /** x > 0, y >= 0, x + y <= 0 have no common point: x + y - (x + y) = 0. */
    static Replay.Entry sum() {
        return new Replay.Entry(
                "sum",
                "x + y > 0 given x > 0 and y >= 0",
                system("x > 0", "y >= 0", "-x - y >= 0"),
                cone(
                        List.of(),
                        List.of(
                                plus("1", List.of(0), List.of()),
                                plus("1", List.of(1), List.of()),
                                plus("1", List.of(2), List.of()))));
    }

    /** x != 0 and x^2*y = 0 exclude y != 0: y^2 = y * (x^2 y)/x^2. */
    static Replay.Entry divided() {
        Step quotient =
                new Certificate.Quotient(1, new Product(List.of(), List.of(0), List.of()), Polynomial.parse("y"));
        return new Replay.Entry(
                "divided",
                "y == 0 given x^2*y == 0 and x != 0",
                system("x != 0", "x^2*y == 0", "y != 0"),
                cone(List.of(quotient), List.of(plus("1", List.of(), List.of(2))), multiple(3, "-y")));
    }

    /** x*y != 0 excludes x = 0, by the factor x of it. */
    static Replay.Entry factor() {
        Step factor = new Certificate.NonZeroFactor(0, Polynomial.parse("x"), Polynomial.parse("y"));
        return new Replay.Entry(
                "factor",
                "x != 0 given x*y != 0",
                system("x*y != 0", "x == 0"),
                cone(List.of(factor), List.of(plus("3/2", List.of(), List.of(2))), multiple(1, "-3/2*x")));
    }

    /** x*y = 1 has no point with x = 0; and with the inverse z of x, x = 0 makes 1 = x z vanish. */
    static Replay.Entry inverse() {
        Step inverse = new Certificate.Inverse(List.of(0), "z");
        return new Replay.Entry(
                "inverse",
                "x != 0 given x > 0",
                system("x > 0", "x == 0"),
                cone(List.of(inverse), List.of(plus("1", List.of(), List.of())), multiple(2, "1"), multiple(1, "-z")));
    }

    /** (x - 1)^2 >= 0, so that 2x - 1 - x^2 > 0 has no point. */
    static Replay.Entry square() {
        return new Replay.Entry(
                "square",
                "x^2 + 1 >= 2*x",
                system("2*x - 1 - x^2 > 0"),
                cone(List.of(), List.of(plus("1", List.of(0), List.of()), plus("1", List.of(), List.of(), "x - 1"))));
    }

    static Replay.Entry point() {
        SortedMap<String, Rational> values = new TreeMap<>();
        values.put("x", Rational.parse("1/2"));
        values.put("y", Rational.parse("-3"));
        return new Replay.Entry(
                "point",
                "there are x, y with 2*x = 1 and x*y < -1",
                new Proposition.SomePoint(system("2*x - 1 == 0", "-x*y - 1 > 0").conditions()),
                new Certificate.AtPoint(values));
    }

    static SortedMap<Integer, SortedMap<String, Fraction>> side(String over, String under) {
        SortedMap<String, Fraction> terms = new TreeMap<>();
        terms.put("tr(A)", new Fraction(Polynomial.parse(over), Polynomial.parse(under)));
        SortedMap<Integer, SortedMap<String, Fraction>> out = new TreeMap<>();
        out.put(2, terms);
        return out;
    }

    static Certificate.Pointwise values(String left, String right) {
        SortedMap<String, Rational> values = new TreeMap<>();
        values.put("N", Rational.of(3));
        values.put("tr(A)", Rational.of(5));
        return new Certificate.Pointwise("values", List.of(new Certificate.Sample(values, order(left), order(right))));
    }

    private static SortedMap<Integer, Rational> order(String value) {
        SortedMap<Integer, Rational> out = new TreeMap<>();
        out.put(2, Rational.parse(value));
        return out;
    }

    /** -(N - 1)/N tr(A) on both sides, written in two ways. */
    static Replay.Entry routes() {
        return new Replay.Entry(
                "routes",
                "loss(a) == loss(b) at order 2",
                new Proposition.SameExpansion("loss(a)", "loss(b)", 2, 2, java.util.Optional.empty()),
                new Certificate.Routes(List.of(
                        new Certificate.Symbolic("series", side("1 - N", "N"), side("2 - 2*N", "2*N")),
                        values("-10/3", "-10/3"))));
    }

    static Replay.Entry ray() {
        return new Replay.Entry(
                "ray",
                "|f(x)| has no expansion",
                new Proposition.NoExpansion("|f(x)|"),
                new Certificate.Homogeneous(Rational.of(1)));
    }

    /** 1/N tr(A) against 0 as N grows, by two symbolic routes; and that they differ at N given. */
    static Replay.Entry limit() {
        return new Replay.Entry(
                "limit",
                "loss(a) == loss(b) at order 2 as N -> infinity",
                new Proposition.SameExpansion("loss(a)", "loss(b)", 1, 2, java.util.Optional.of("N")),
                twoRoutes("1", "0"));
    }

    static Replay.Entry different() {
        return new Replay.Entry(
                "different",
                "loss(a) == loss(b) at order 2 fails",
                new Proposition.DifferentExpansion("loss(a)", "loss(b)", 2, java.util.Optional.empty()),
                twoRoutes("1", "2"));
    }

    static Replay.Entry stillDifferent() {
        return new Replay.Entry(
                "still different",
                "loss(a) == loss(b) at order 2 fails as N -> infinity",
                new Proposition.DifferentExpansion("loss(a)", "loss(b)", 2, java.util.Optional.of("N")),
                twoRoutes("N", "2*N"));
    }

    private static Certificate.Routes twoRoutes(String left, String right) {
        return new Certificate.Routes(List.of(
                new Certificate.Symbolic("series", side(left, "N"), side(right, "N")),
                new Certificate.Symbolic("other", side(left, "N"), side(right, "N"))));
    }

    static Replay.Entry each() {
        return new Replay.Entry(
                "each",
                "both",
                new Proposition.All(List.of(sum().proposition(), square().proposition())),
                new Certificate.Each(List.of(sum().certificate(), new Certificate.SolverSays(List.of("one", "two")))));
    }

    static List<Replay.Entry> all() {
        return List.of(
                sum(),
                divided(),
                factor(),
                inverse(),
                square(),
                point(),
                routes(),
                ray(),
                limit(),
                different(),
                stillDifferent(),
                each());
    }
}
