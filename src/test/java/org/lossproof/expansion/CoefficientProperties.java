package org.lossproof.expansion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Expr;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;

/** What a coefficient prints is the coefficient; its normal form has the value of what was written. */
class CoefficientProperties {
    private static final LossDefinition LOSS =
            LossParser.parse(RandomDefinitions.PARAMETERS + "datum xh with view x\nL = E[x](|f(x)|^2)\n", "properties");

    private static Coefficient normal(String text) {
        Budget budget = new Budget(text, 1_000_000, Duration.ofSeconds(20));
        RationalFunctionField field = new RationalFunctionField(LOSS, Map.of(), budget);
        return field.coefficient(field.evaluate(LossParser.parseExpression(text, "properties", LOSS)));
    }

    private static Coefficient normalOf(long seed) {
        try {
            return normal(RandomDefinitions.expression(seed));
        } catch (InputException e) {
            // Undefined, or more constants than a definition may have.
            Assume.that(false);
            throw e;
        }
    }

    @Property(tries = 300)
    void whatIsPrintedAndReadAgainIsTheSameValue(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Coefficient value = normalOf(seed);
        Coefficient again = normal(value.text());
        assertThat(again).isEqualTo(value);
        assertThat(again.text()).isEqualTo(value.text());
    }

    @Property(tries = 300)
    void theNormalFormHasTheValueOfWhatWasWritten(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Coefficient value = normalOf(seed);
        for (Map<String, BigFraction> point : AdmissiblePoints.of(LOSS, Map.of())) {
            Map<String, Double> numbers = new HashMap<>();
            point.forEach((p, v) -> numbers.put(p, v.doubleValue()));
            double direct = direct(LossParser.parseExpression(RandomDefinitions.expression(seed), "p", LOSS), numbers);
            if (Double.isFinite(direct)) {
                double scale = Math.max(1e-6, Math.abs(direct));
                assertThat(value.value().at(numbers)).isCloseTo(direct, within(1e-6 * scale));
                Interval enclosure = value.enclosure(point);
                assertThat(enclosure.low()).isLessThanOrEqualTo(direct + 1e-6 * scale);
                assertThat(enclosure.high()).isGreaterThanOrEqualTo(direct - 1e-6 * scale);
            }
        }
    }

    private static double direct(Expr e, Map<String, Double> numbers) {
        if (e instanceof Expr.Constant c) {
            return c.value().doubleValue();
        } else if (e instanceof Expr.Parameter p) {
            return numbers.get(p.name());
        } else if (e instanceof Expr.Sum sum) {
            return sum.terms().stream().mapToDouble(t -> direct(t, numbers)).sum();
        } else if (e instanceof Expr.Product product) {
            return product.factors().stream()
                    .mapToDouble(f -> direct(f, numbers))
                    .reduce(1, (a, b) -> a * b);
        } else if (e instanceof Expr.Power power) {
            return Math.pow(direct(power.base(), numbers), direct(power.exponent(), numbers));
        } else if (e instanceof Expr.Apply apply) {
            double u = direct(apply.argument(), numbers);
            return switch (apply.function()) {
                case EXP -> Math.exp(u);
                case LOG -> Math.log(u);
                case SQRT -> Math.sqrt(u);
                case RELU -> Math.max(0, u);
            };
        }
        throw new AssertionError("not deterministic: " + e);
    }
}
