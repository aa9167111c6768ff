package org.lossproof.expansion.rational;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.ParameterDeclaration;

/**
 * Exact values of all that an expansion depends on.
 *
 * @param parameters a value for every parameter
 * @param model the covariances of the representation
 */
public record RationalPoint(Map<String, BigFraction> parameters, RationalModel model) {
    private static final int DRAWS = 100;

    public RationalPoint {
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * A random point; integers are small, since copies are written out one by one.
     *
     * @param given values that are not free
     */
    public static RationalPoint random(LossDefinition loss, Map<String, BigFraction> given, int d1, long seed) {
        Random random = new Random(seed);
        Map<String, BigFraction> parameters = parameters(loss, given, random);
        // Where a number of copies is no whole number the definition says nothing.
        for (int draw = 1; draw < DRAWS && !isAdmissible(loss, parameters); draw++) {
            parameters = parameters(loss, given, random);
        }
        return new RationalPoint(
                parameters, RationalModel.random(d1, loss.encoders().size(), seed));
    }

    private static Map<String, BigFraction> parameters(
            LossDefinition loss, Map<String, BigFraction> given, Random random) {
        Map<String, BigFraction> parameters = new LinkedHashMap<>();
        for (ParameterDeclaration p : loss.parameters()) {
            BigFraction value = given.containsKey(p.name()) ? given.get(p.name()) : random(p, random);
            parameters.put(p.name(), value);
        }
        return parameters;
    }

    private static boolean isAdmissible(LossDefinition loss, Map<String, BigFraction> parameters) {
        return loss.data().stream().allMatch(d -> d.hasWholeCopies(parameters));
    }

    private static BigFraction random(ParameterDeclaration p, Random random) {
        int steps = random.nextInt(p.integer() ? 2 : 5);
        BigFraction low = p.low().orElse(p.high().map(h -> h.subtract(3)).orElse(new BigFraction(-2)));
        BigFraction step = p.integer()
                ? BigFraction.ONE
                : p.high().map(h -> h.subtract(low).divide(6)).orElse(new BigFraction(2, 3));
        BigFraction value = low.add(step.multiply(steps + (p.integer() ? 0 : 1)));
        return p.admits(value) ? value : p.example();
    }

    /** {@code N=3, alpha=1/2, d1=2}. */
    public String text() {
        String set = parameters.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue().toString().replace(" ", ""))
                .collect(Collectors.joining(", "));
        return (set.isEmpty() ? "" : set + ", ") + "d1=" + model.d1();
    }
}
