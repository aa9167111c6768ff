package org.lossproof.expansion;

import java.util.Map;

/**
 * An exact coefficient: a rational number, or a rational function of the parameters in lowest terms.
 *
 * @param text as a user writes it, such as {@code -70/71} or {@code -(N - 1)/(N + alpha - 1)}; equal coefficients of one
 *     expansion have equal texts
 * @param tex typeset
 * @param symbolic whether parameters occur in it
 * @param value its value as a function of the parameters that occur
 */
public record Coefficient(String text, String tex, boolean symbolic, Value value) {

    /** The value at given parameters. */
    @FunctionalInterface
    public interface Value {
        /** The value, given one for every parameter that occurs. */
        double at(Map<String, Double> parameters);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Coefficient that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
