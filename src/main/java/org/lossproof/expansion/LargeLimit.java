package org.lossproof.expansion;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lossproof.loss.InputException;
import org.lossproof.moments.Invariant;

/** The behaviour of coefficients as a parameter grows. */
public final class LargeLimit {
    private LargeLimit() {}

    /**
     * Whether a coefficient tends to 0 as {@code parameter} goes to infinity, other parameters fixed and generic.
     *
     * @throws InputException if the parameter occurs inside a logarithm, an exponential or a root
     */
    public static boolean vanishes(Coefficient coefficient, String parameter) {
        boolean inside = coefficient.generators().values().stream()
                .anyMatch(g ->
                        !(g instanceof Generator.Parameter) && g.parameters().contains(parameter));
        if (inside) {
            throw new InputException("the limit of " + coefficient.text() + " for large " + parameter
                    + " is not decided; only rational functions of " + parameter + " have one here");
        }
        return coefficient.isZero()
                || degree(coefficient.numerator(), parameter) < degree(coefficient.denominator(), parameter);
    }

    private static int degree(List<Coefficient.Term> terms, String parameter) {
        return terms.stream()
                .mapToInt(t -> t.powers().getOrDefault(parameter, 0))
                .max()
                .orElse(0);
    }

    /** The terms that do not vanish in the limit. */
    public static Set<Invariant> remaining(Map<Invariant, Coefficient> sum, String parameter) {
        Set<Invariant> out = new TreeSet<>();
        sum.forEach((invariant, c) -> {
            if (!vanishes(c, parameter)) {
                out.add(invariant);
            }
        });
        return out;
    }
}
