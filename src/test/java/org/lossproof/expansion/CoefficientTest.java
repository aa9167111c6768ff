package org.lossproof.expansion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lossproof.loss.InputException;
import org.lossproof.loss.IrrationalConstantException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;

/** Identities that the normal form knows, and what it does not decide. */
class CoefficientTest {
    private static final LossDefinition LOSS = LossParser.parse("""
            param N integer >= 2 example 8
            param t > 0 example 2
            param q > 0 < 1 example 1/2
            param z example 3
            datum xh with view x
            L = E[x](|f(x)|^2)
            """, "normal-forms");

    private static Coefficient normal(String text) {
        Budget budget = new Budget(text, 1_000_000, Duration.ofSeconds(20));
        RationalFunctionField field = new RationalFunctionField(LOSS, Map.of(), budget);
        return field.coefficient(field.evaluate(LossParser.parseExpression(text, "normal-forms", LOSS)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "log(2*N); log(2) + log(N)",
                "log(2 + 1/t); log((1 + 2*t)/t)",
                "log(12); 2*log(2) + log(3)",
                "log(1 - q^2); log(1 - q) + log(1 + q)",
                "log(sqrt(t)); 1/2*log(t)",
                "log(exp(t)*N); t + log(N)",
                "sqrt(t)^2; t",
                "sqrt(1/(1 + t)); sqrt(1 + t)/(1 + t)",
                "sqrt(t)*sqrt(1 + t); sqrt(t + t^2)",
                "12^(1/2); 2*3^(1/2)",
                "t^(1/4)*t^(1/6); t^(5/12)",
                "1/(1 + sqrt(2)); sqrt(2) - 1",
                "1/(1 + 2^(1/3)); (1 - 2^(1/3) + 4^(1/3))/3",
                "1/(sqrt(2) + sqrt(3)); sqrt(3) - sqrt(2)",
                "sqrt(3 + 2*sqrt(2))^2; 3 + 2*sqrt(2)",
                "exp(t)*exp(2*t); exp(3*t)",
                "exp(t/2)^4; exp(t)^2",
                "exp(-t); 1/exp(t)",
                "exp(log(t)); t",
                "exp(2*log(t) + t); t^2*exp(t)",
                "exp(t*log(N)); N^t",
                "(2*t)^q; 2^q*t^q",
                "(t^q)^2; t^(2*q)",
                "log(t^q); q*log(t)",
                "exp((N + 1)/N); exp(1)*exp(1/N)",
                "log(z^2 + 1); log(1 + z^2)"
            })
    void oneNormalForm(String a, String b) {
        assertThat(normal(a)).isEqualTo(normal(b));
        assertThat(compare(a, b)).isEqualTo(Comparison.Outcome.EQUAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "log(2*N); log(2) * log(N)",
                "sqrt(t + 1); sqrt(t) + 1",
                "2^(1/3); 2^(1/2)",
                "exp(t); exp(t)^2",
                "(t - 1)/(t + 1); (t + 1)/(t - 1)",
                "log(3); 11/10"
            })
    void aDifferenceIsShown(String a, String b) {
        assertThat(compare(a, b)).isEqualTo(Comparison.Outcome.DIFFERENT);
    }

    /** Equal for z > 0, which is not declared; and a nested root that is a sum of roots. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sqrt(3 + 2*sqrt(2)); 1 + sqrt(2)",
                "log((1 - sqrt(q))*(1 + sqrt(q))); log(1 - sqrt(q)) + log(1 + sqrt(q))"
            })
    void whatIsEqualButNotSeenIsNotDecided(String a, String b) {
        assertThat(compare(a, b)).isEqualTo(Comparison.Outcome.NOT_DECIDED);
    }

    private static Comparison.Outcome compare(String a, String b) {
        return new Comparison(LOSS, Map.of(), new Budget("compare", 1_000_000, Duration.ofSeconds(20)))
                .of(normal(a), normal(b));
    }

    @ParameterizedTest
    @CsvSource({"log(0 - 2)", "sqrt(q - 1)", "log(t - 1 - t)", "(0 - t)^(1/3)"})
    void whatIsNegativeHasNoLogAndNoRoot(String text) {
        assertThatThrownBy(() -> normal(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("not defined at W = 0");
    }

    @Test
    void theTermsAreThoseOfTheQuotient() {
        Coefficient value = normal("(N - 1)*sqrt(t)/(2*N)");
        assertThat(value.numerator())
                .containsExactlyInAnyOrder(
                        new Coefficient.Term(BigInteger.ONE, new TreeMap<>(Map.of("N", 1, "sqrt(t)", 1))),
                        new Coefficient.Term(BigInteger.ONE.negate(), new TreeMap<>(Map.of("sqrt(t)", 1))));
        assertThat(value.denominator())
                .containsExactly(new Coefficient.Term(BigInteger.TWO, new TreeMap<>(Map.of("N", 1))));
        assertThat(value.exact(Map.of("N", new BigFraction(3), "t", new BigFraction(4))))
                .isEqualTo(new BigFraction(2, 3));
        assertThatThrownBy(() -> value.exact(Map.of("N", new BigFraction(3), "t", new BigFraction(2))))
                .isInstanceOf(IrrationalConstantException.class);
    }

    @Test
    void texBracketsWhatEndsInAnExponent() {
        assertThat(normal("t^(2/3)").text()).isEqualTo("(t^(1/3))^2");
        assertThat(normal("t^(2/3)").tex()).isEqualTo("\\left(\\left(t\\right)^{\\frac{1}{3}}\\right)^{2}");
        assertThat(normal("-(N - 1)/(2*N)").tex()).isEqualTo("-\\frac{N - 1}{2\\,N}");
    }

    @Test
    void aPowerBeyondTheLanguageIsWrittenAsAProduct() {
        Coefficient power = normal("(t^64)*(t^6)");
        assertThat(power.text()).isEqualTo("t^64*t^6");
        assertThat(normal(power.text())).isEqualTo(power);
    }

    @Test
    void aLimitIsThatOfARationalFunction() {
        assertThat(LargeLimit.vanishes(normal("(N + log(2))/N^2"), "N")).isTrue();
        assertThat(LargeLimit.vanishes(normal("(N + t)/(2*N + 1)"), "N")).isFalse();
        assertThat(LargeLimit.vanishes(normal("(N + t)/(2*N + 1)"), "t")).isFalse();
        assertThatThrownBy(() -> LargeLimit.vanishes(normal("log(N)/N"), "N"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("not decided");
    }

    /** Hipparchus' own conversion gives infinity here, whose interval would not hold the number. */
    @Test
    void anIntervalHoldsAFractionWhosePartsAreBeyondTheDoubles() {
        java.math.BigInteger large = java.math.BigInteger.TEN.pow(330).add(java.math.BigInteger.ONE);
        Interval around = Interval.of(new BigFraction(large, java.math.BigInteger.TEN.pow(300)));
        assertThat(around.low()).isBetween(0.99e30, 1e30);
        assertThat(around.high()).isBetween(1e30, 1.01e30);
        assertThat(Interval.of(new BigFraction(java.math.BigInteger.TEN.pow(300), large))
                        .low())
                .isPositive();
    }
}
