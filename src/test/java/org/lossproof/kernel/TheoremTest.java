package org.lossproof.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lossproof.kernel.Certificates.cone;
import static org.lossproof.kernel.Certificates.multiple;
import static org.lossproof.kernel.Certificates.plus;
import static org.lossproof.kernel.Certificates.side;
import static org.lossproof.kernel.Certificates.system;
import static org.lossproof.kernel.Certificates.values;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lossproof.kernel.Certificate.Product;

/** Certificates that show something are accepted; forged ones are not. */
class TheoremTest {
    static List<Replay.Entry> all() {
        return Certificates.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aCertificateThatMultipliesOutMakesATheorem(Replay.Entry entry) {
        Theorem theorem = Theorem.prove(entry.proposition(), entry.certificate());
        assertThat(theorem.proposition()).isEqualTo(entry.proposition());
        assertThat(theorem.axioms())
                .isEqualTo(
                        switch (entry.name()) {
                            case "routes", "limit", "different", "still different" -> Set.of(Axiom.ROUTES_AGREE);
                            case "each" -> Set.of(Axiom.Z3_SAYS);
                            case "ray" -> Set.of(Axiom.HOMOGENEITY);
                            default -> Set.of();
                        });
    }

    private static void rejects(Proposition proposition, Certificate certificate, String why) {
        assertThatThrownBy(() -> Theorem.prove(proposition, certificate))
                .isInstanceOf(RejectedCertificateException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aSumThatIsNotZeroShowsNothing() {
        rejects(
                system("x > 0", "1 - x >= 0"),
                cone(List.of(), List.of(plus("1", List.of(0), List.of()), plus("1", List.of(1), List.of()))),
                "the sum is not zero but 1");
    }

    @Test
    void noSummandPositiveShowsNothing() {
        rejects(
                system("x >= 0", "-x >= 0"),
                cone(List.of(), List.of(plus("1", List.of(0), List.of()), plus("1", List.of(1), List.of()))),
                "no summand is positive");
        rejects(system("x == 0"), cone(List.of(), List.of()), "no summand is positive");
        rejects(
                system("x >= 0", "-x > 0"),
                cone(List.of(), List.of(plus("1", List.of(0, 1), List.of()), plus("1", List.of(), List.of(), "x"))),
                "no summand is positive");
    }

    @Test
    void aSquareMayVanishAndIsNotPositive() {
        rejects(
                system("-x^2 >= 0"),
                cone(List.of(), List.of(plus("1", List.of(0), List.of()), plus("1", List.of(), List.of(), "x"))),
                "no summand is positive");
        rejects(
                system("-x^2 >= 0", "x == 0"),
                cone(List.of(), List.of(plus("1", List.of(0), List.of()), plus("1", List.of(), List.of(1)))),
                "no summand is positive");
    }

    @Test
    void whatMayBeNegativeIsNoSummand() {
        rejects(
                system("x != 0", "-x > 0"),
                cone(List.of(), List.of(plus("1", List.of(0), List.of()), plus("1", List.of(1), List.of()))),
                "may be negative");
        rejects(
                system("x == 0", "1 - x > 0"),
                cone(List.of(), List.of(plus("1", List.of(0), List.of()), plus("1", List.of(1), List.of()))),
                "may be negative");
    }

    @Test
    void weightsArePositive() {
        for (String weight : List.of("0", "-1")) {
            rejects(
                    system("x > 0"),
                    cone(List.of(), List.of(plus("1", List.of(0), List.of()), plus(weight, List.of(0), List.of()))),
                    "the weight " + weight + " is not positive");
        }
    }

    @Test
    void onlyWhatVanishesHasMultiples() {
        rejects(
                system("x > 0"),
                cone(List.of(), List.of(plus("1", List.of(0), List.of())), multiple(0, "-1")),
                "condition 0 need not vanish");
    }

    @Test
    void conditionsThatAreNotThereCannotBeUsed() {
        rejects(system("x > 0"), cone(List.of(), List.of(plus("1", List.of(1), List.of()))), "no condition 1");
        rejects(system("x > 0"), cone(List.of(), List.of(plus("1", List.of(), List.of(-1)))), "no condition -1");
        rejects(
                system("x > 0"),
                cone(List.of(), List.of(plus("1", List.of(0), List.of())), multiple(7, "1")),
                "no condition 7");
    }

    @Test
    void aFactorMustBeOneOfWhatDoesNotVanish() {
        Certificate.Step zero = new Certificate.NonZeroFactor(0, Polynomial.parse("x"), Polynomial.parse("y"));
        List<Certificate.Summand> squares = List.of(plus("1", List.of(), List.of(1)));
        rejects(system("x*y == 0"), cone(List.of(zero), squares), "condition 0 may vanish");
        rejects(system("x*y >= 0"), cone(List.of(zero), squares), "condition 0 may vanish");
        rejects(system("x + y != 0"), cone(List.of(zero), squares), "condition 0 is not (x) * (y)");
    }

    @Test
    void aDivisorMustBePositiveWhereSignsMatter() {
        Product y = new Product(List.of(1), List.of(), List.of());
        Certificate.Step quotient = new Certificate.Quotient(0, y, Polynomial.parse("x"));
        List<Certificate.Summand> none = List.of();
        rejects(system("x*y > 0", "y != 0"), cone(List.of(quotient), none), "may not be positive");
        rejects(system("x*y >= 0", "y >= 0"), cone(List.of(quotient), none), "may not be positive");
        rejects(system("x*y == 0", "y >= 0"), cone(List.of(quotient), none), "may vanish");
        rejects(system("x*y + 1 == 0", "y != 0"), cone(List.of(quotient), none), "is not the quotient");
        Certificate.Step bySquare = new Certificate.Quotient(
                0, new Product(List.of(), List.of(), List.of(Polynomial.parse("y"))), Polynomial.parse("x"));
        rejects(system("x*y^2 == 0", "y != 0"), cone(List.of(bySquare), none), "may vanish");
        rejects(system("x*y^2 > 0", "y != 0"), cone(List.of(bySquare), none), "may not be positive");
    }

    @Test
    void aQuotientKeepsItsSignAndNoMore() {
        Product y = new Product(List.of(1), List.of(), List.of());
        Certificate.Step quotient = new Certificate.Quotient(0, y, Polynomial.parse("x"));
        rejects(
                system("x*y >= 0", "y > 0", "-x > 0"),
                cone(List.of(quotient), List.of(plus("1", List.of(3), List.of()))),
                "no summand is positive");
    }

    @Test
    void anInverseIsNewAndOfWhatDoesNotVanish() {
        List<Certificate.Summand> one = List.of(plus("1", List.of(), List.of()));
        rejects(
                system("x >= 0"),
                cone(List.of(new Certificate.Inverse(List.of(0), "z")), one),
                "condition 0 may vanish");
        rejects(
                system("x > 0", "z == 0"),
                cone(List.of(new Certificate.Inverse(List.of(0), "z")), one, multiple(2, "1"), multiple(1, "-x")),
                "z is not new");
        rejects(
                system("x > 0"),
                cone(List.of(new Certificate.Inverse(List.of(0), "z"), new Certificate.Inverse(List.of(), "z")), one),
                "z is not new");
    }

    @Test
    void aPointMustSatisfyEveryCondition() {
        SortedMap<String, Rational> values = new TreeMap<>();
        values.put("x", Rational.of(0));
        Certificate.AtPoint zero = new Certificate.AtPoint(values);
        for (String condition : List.of("x > 0", "-1 + x >= 0", "1 + x == 0", "x != 0")) {
            Proposition.SomePoint some =
                    new Proposition.SomePoint(system("x^2 == 0", condition).conditions());
            rejects(some, zero, "at the point not " + condition);
        }
        rejects(new Proposition.SomePoint(system("y == 0").conditions()), zero, "no value for y");
    }

    @Test
    void signsAreTakenAtTheirWord() {
        SortedMap<String, Rational> values = new TreeMap<>();
        values.put("x", Rational.ZERO);
        values.put("y", Rational.of(-1));
        Certificate.AtPoint at = new Certificate.AtPoint(values);
        Proposition.SomePoint some = new Proposition.SomePoint(
                system("x >= 0", "x == 0", "y != 0", "-y > 0", "-y >= 0").conditions());
        assertThat(Theorem.prove(some, at).proposition()).isEqualTo(some);
        for (String condition : List.of("y >= 0", "y > 0", "y == 0", "x > 0", "x != 0")) {
            rejects(new Proposition.SomePoint(system(condition).conditions()), at, "at the point not " + condition);
        }
    }

    @Test
    void axiomsHaveWords() {
        assertThat(Axiom.values())
                .extracting(Axiom::words)
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
    }

    @Test
    void exponentsArePositive() {
        for (int k : List.of(0, -1)) {
            assertThatThrownBy(() -> new Polynomial.Monomial(new TreeMap<>(java.util.Map.of("x", k))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Polynomial.constant(Rational.of(-1)).isZero()).isFalse();
    }

    @Test
    void aSolversWordTakesTwoProceduresAndIsNamed() {
        Certificate both = new Certificate.SolverSays(List.of("one", "two"));
        assertThat(Theorem.prove(system("x > 0"), both).axioms()).containsExactly(Axiom.Z3_SAYS);
        Proposition.SomePoint some =
                new Proposition.SomePoint(system("x^2 - 2 == 0").conditions());
        assertThat(Theorem.prove(some, both).axioms()).containsExactly(Axiom.Z3_SAYS);
        rejects(some, new Certificate.SolverSays(List.of("one")), "two procedures");
        rejects(system("x > 0"), new Certificate.SolverSays(List.of("one", "one")), "two procedures");
        rejects(system("x > 0"), new Certificate.SolverSays(List.of()), "two procedures");
    }

    @Test
    void evenPowersHaveExpansions() {
        Proposition none = new Proposition.NoExpansion("loss");
        for (String degree : List.of("2", "4", "100")) {
            rejects(none, new Certificate.Homogeneous(Rational.parse(degree)), "has an expansion");
        }
        for (String degree : List.of("1", "3", "1/2", "-2", "-1", "0", "5/2")) {
            assertThat(Theorem.prove(none, new Certificate.Homogeneous(Rational.parse(degree)))
                            .axioms())
                    .containsExactly(Axiom.HOMOGENEITY);
        }
    }

    @Test
    void everyPartNeedsItsOwnCertificateAndAxiomsAddUp() {
        Proposition system = system("x > 0", "-x >= 0");
        Certificate says = new Certificate.SolverSays(List.of("one", "two"));
        Certificate shows =
                cone(List.of(), List.of(plus("1", List.of(0), List.of()), plus("1", List.of(1), List.of())));
        Proposition all = new Proposition.All(List.of(system, system));
        assertThat(Theorem.prove(all, new Certificate.Each(List.of(shows, says)))
                        .axioms())
                .containsExactly(Axiom.Z3_SAYS);
        assertThat(Theorem.prove(all, new Certificate.Each(List.of(shows, shows)))
                        .axioms())
                .isEmpty();
        rejects(all, new Certificate.Each(List.of(shows)), "2 parts, but certificates for 1");
    }

    @Test
    void aCertificateOfAnotherKindShowsNothing() {
        for (Replay.Entry one : all()) {
            for (Replay.Entry other : all()) {
                if (!one.certificate().getClass().equals(other.certificate().getClass())) {
                    rejects(one.proposition(), other.certificate(), "of this kind");
                }
            }
        }
    }

    private static Proposition same() {
        return new Proposition.SameExpansion("a", "b", 2, 2, Optional.empty());
    }

    private static Certificate.Routes routes(Certificate.Word... words) {
        return new Certificate.Routes(List.of(words));
    }

    private static Certificate.Symbolic symbolic(String name, String left, String right) {
        return new Certificate.Symbolic(name, side(left, "N"), side(right, "N"));
    }

    @Test
    void oneRouteIsNoProof() {
        rejects(same(), routes(symbolic("series", "1", "1")), "fewer than two routes");
        rejects(same(), routes(symbolic("series", "1", "1"), symbolic("series", "1", "1")), "fewer than two routes");
        rejects(same(), routes(values("1", "1")), "fewer than two routes");
        rejects(same(), routes(), "fewer than two routes");
    }

    @Test
    void routesMustAgreeWithEachOtherOnBothSides() {
        rejects(
                same(),
                routes(symbolic("series", "1", "1"), symbolic("other", "2", "2")),
                "other: another coefficient at order 2");
        rejects(
                same(),
                routes(symbolic("series", "1", "1"), symbolic("other", "1", "2")),
                "other: another coefficient at order 2");
        rejects(
                same(),
                routes(symbolic("series", "1", "1"), symbolic("other", "2", "1")),
                "other: another coefficient at order 2");
        rejects(same(), routes(symbolic("series", "3", "3"), values("1", "1")), "values: the value at order 2");
        rejects(same(), routes(symbolic("series", "3", "3"), values("5", "1")), "values: the value at order 2");
        rejects(same(), routes(symbolic("series", "3", "3"), values("1", "5")), "values: the value at order 2");
        Proposition different = new Proposition.DifferentExpansion("a", "b", 2, Optional.empty());
        rejects(
                different,
                routes(symbolic("series", "1", "2"), symbolic("other", "1", "3")),
                "other: another coefficient at order 2");
        rejects(different, routes(symbolic("series", "3", "6"), values("5", "5")), "values: the value at order 2");
        Certificate.Pointwise second =
                new Certificate.Pointwise("second", values("5", "5").samples());
        rejects(same(), routes(values("5", "5"), second), "no route gives coefficients");
        assertThat(Theorem.prove(same(), routes(symbolic("series", "3", "3"), values("5", "5")))
                        .axioms())
                .containsExactly(Axiom.ROUTES_AGREE);
    }

    @Test
    void sidesThatDifferAreNotTheSameAndSidesThatAgreeDoNotDiffer() {
        Certificate.Routes apart = routes(symbolic("series", "1", "2"), symbolic("other", "1", "2"));
        Certificate.Routes equal = routes(symbolic("series", "1", "1"), symbolic("other", "1", "1"));
        Proposition different = new Proposition.DifferentExpansion("a", "b", 2, Optional.empty());
        rejects(same(), apart, "the sides differ at order 2");
        rejects(different, equal, "the sides agree at order 2");
        assertThat(Theorem.prove(different, apart).axioms()).containsExactly(Axiom.ROUTES_AGREE);
        assertThat(Theorem.prove(same(), equal).proposition()).isEqualTo(same());
        rejects(new Proposition.DifferentExpansion("a", "b", 3, Optional.empty()), apart, "the sides agree at order 3");
    }

    @Test
    void aLimitComparesDegreesAndKnowsWhatItCannot() {
        Proposition limit = new Proposition.SameExpansion("a", "b", 2, 2, Optional.of("N"));
        // 1/N against 0, and (N - 1)/N against 1.
        assertThat(Theorem.prove(limit, routes(symbolic("series", "1", "0"), symbolic("other", "1", "0")))
                        .axioms())
                .isNotEmpty();
        rejects(
                limit,
                routes(symbolic("series", "N - 1", "0"), symbolic("other", "N - 1", "0")),
                "the sides differ at order 2");
        rejects(
                limit,
                routes(symbolic("series", "\"log(N)\"", "0"), symbolic("other", "\"log(N)\"", "0")),
                "the limit of log(N)");
        Proposition remains = new Proposition.DifferentExpansion("a", "b", 2, Optional.of("N"));
        rejects(remains, routes(symbolic("series", "1", "0"), symbolic("other", "1", "0")), "the sides agree");
    }

    @Test
    void pointsNeedValuesAndDenominatorsMustNotVanish() {
        SortedMap<String, Rational> noInvariant = new TreeMap<>();
        noInvariant.put("N", Rational.of(3));
        Certificate.Pointwise poor = new Certificate.Pointwise(
                "values", List.of(new Certificate.Sample(noInvariant, new TreeMap<>(), new TreeMap<>())));
        rejects(same(), routes(symbolic("series", "1", "1"), poor), "no value for tr(A)");
        rejects(
                same(),
                routes(symbolic("series", "1", "1"), new Certificate.Pointwise("values", List.of())),
                "values: no points");
        Certificate.Symbolic zero = new Certificate.Symbolic("series", side("1", "0"), side("1", "0"));
        rejects(same(), routes(zero, symbolic("other", "1", "1")), "a denominator is zero");
    }

    @Test
    void numbersAreInLowestTerms() {
        assertThat(Rational.parse("-6/4")).isEqualTo(Rational.parse("3/-2")).hasToString("-3/2");
        assertThat(Rational.parse("4/2")).hasToString("2");
        assertThat(Rational.parse("1/3").compareTo(Rational.parse("1/2"))).isNegative();
        assertThatThrownBy(() -> Rational.parse("1/0")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rational.ZERO.reciprocal()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void ordersAreOrders() {
        assertThatThrownBy(() -> new Proposition.SameExpansion("a", "b", 0, 2, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Proposition.SameExpansion("a", "b", 3, 2, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
