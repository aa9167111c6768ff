package org.lossproof.expansion.symja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lossproof.expansion.Budget;
import org.lossproof.expansion.BudgetExceededException;
import org.lossproof.expansion.Coefficient;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;

class SymjaTest {
    private static final LossDefinition LOSS = LossParser.parse(
            "param N integer >= 2 example 3\nparam t > 0 example 2\ndatum xh with view x\nL = E[x](|f(x)|^2)\n",
            "probe");

    private final Budget budget = new Budget("the test", 100_000, Duration.ofSeconds(30));
    private final Symja symja = new Symja(budget);

    @Test
    void aTreeIsACoefficient() {
        assertThat(value("1/(p0-1)-1/p0").text()).isEqualTo("1/(N*(N - 1))");
        assertThat(value("(p0+p1)^3-p0^3-p1^3").text()).isEqualTo("3*N*t*(t + N)");
        assertThat(value("Log[p0*p1^2]*pd").text()).isEqualTo("d1*(2*log(t) + log(N))");
        assertThat(value("E^(2*p1)*Sqrt[p1]*p1^(3/2)").text()).isEqualTo("exp(t)^2*t^2");
        assertThat(value("p1^(1/4)*p1^(1/4)").text()).isEqualTo("sqrt(t)");
    }

    @Test
    void aSymbolOfOurOwnIsWhatItStandsFor() {
        Coefficient sum = normal().of(symja.power(symja.symbolFor(symja.evaluate("p0+p1")), symja.evaluate("-2")));
        assertThat(sum.text()).isEqualTo("1/(t + N)^2");
    }

    @Test
    void aHeadOutsideTheListIsRefused() {
        assertThatThrownBy(() -> symja.evaluate("1+p0*Sin[p0]"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("left the head Sin");
        assertThatThrownBy(() -> value("unknown")).hasMessageContaining("left the symbol unknown");
    }

    @Test
    void aProductBeyondTheBudgetIsNotBegun() {
        var sum = symja.evaluate("Sum[p0^k*p1^(k^2),{k,1,400}]");
        assertThatThrownBy(() -> symja.multiply(sum, sum))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessageContaining("the test needs more than its budget of 100,000 steps");
    }

    private NormalForm normal() {
        return new NormalForm(LOSS, Map.of(), symja.symbols(), budget);
    }

    private Coefficient value(String text) {
        return normal().of(symja.evaluate(text));
    }
}
