package org.lossproof.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PolynomialProperties {
    private static final Map<String, Rational> POINT =
            Map.of("x", Rational.parse("2/3"), "y'", Rational.parse("-5"), "log(2*N)", Rational.parse("7/2"));

    @Provide
    Arbitrary<Polynomial> polynomials() {
        Arbitrary<SortedMap<String, Integer>> powers = Arbitraries.maps(
                        Arbitraries.of("x", "y'", "log(2*N)"),
                        Arbitraries.integers().between(1, 3))
                .ofMaxSize(3)
                .map(TreeMap::new);
        Arbitrary<Rational> numbers = Combinators.combine(
                        Arbitraries.longs().between(-20, 20),
                        Arbitraries.longs().between(1, 9))
                .as((p, q) -> Rational.of(p).times(Rational.of(q).reciprocal()));
        return Combinators.combine(numbers, powers)
                .as((c, m) -> Polynomial.term(c, new Polynomial.Monomial(m)))
                .list()
                .ofMaxSize(5)
                .map(list -> list.stream().reduce(Polynomial.ZERO, Polynomial::plus));
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("polynomials") Polynomial p) {
        assertThat(Polynomial.parse(p.toString())).isEqualTo(p);
        assertThat(Condition.parse(p + " >= 0").polynomial()).isEqualTo(p);
    }

    @Property
    void valuesAddAndMultiply(@ForAll("polynomials") Polynomial p, @ForAll("polynomials") Polynomial q) {
        assertThat(p.plus(q).at(POINT)).isEqualTo(p.at(POINT).plus(q.at(POINT)));
        assertThat(p.times(q).at(POINT)).isEqualTo(p.at(POINT).times(q.at(POINT)));
        assertThat(p.minus(p).isZero()).isTrue();
        assertThat(p.minus(q).isZero()).isEqualTo(p.equals(q));
        assertThat(p.plus(q)).isEqualTo(q.plus(p));
    }

    @Property
    void degreesAreThoseOfTheTerms(@ForAll("polynomials") Polynomial p) {
        int expected = p.terms().keySet().stream()
                .mapToInt(m -> m.powers().getOrDefault("x", 0))
                .max()
                .orElse(-1);
        assertThat(p.degree("x")).isEqualTo(expected);
        assertThat(p.variables().contains("x")).isEqualTo(expected > 0);
    }

    @Example
    void whatIsNoPolynomialIsRefused() {
        for (String text : new String[] {
            "", "x y", "x**y", "x^", "x^-1", "1/0", "2 3", "+", "x*", "*x", "x^2^3", "(x)", "x/2", "\"a", "1 - ",
            "x > 0"
        }) {
            assertThatThrownBy(() -> Polynomial.parse(text))
                    .as("'" + text + "'")
                    .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class);
        }
        for (String text : new String[] {"x", "x = 0", "x >= 1", "x >=0", ">= 0"}) {
            assertThatThrownBy(() -> Condition.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Example
    void termsComeTogether() {
        assertThat(Polynomial.parse("x*2*x - 1/2*x^2 + 0*y' + 3 - 3")).hasToString("3/2*x^2");
        assertThat(Polynomial.parse("0")).isEqualTo(Polynomial.ZERO);
        assertThat(Polynomial.parse("-\"log(2)\"*x")).hasToString("-\"log(2)\"*x");
    }
}
