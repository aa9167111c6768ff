package org.lossproof.report.explorer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lossproof.expansion.Coefficient;
import org.lossproof.expansion.Generator;

/**
 * A coefficient as a tree of plain values, which the page evaluates: a quotient of polynomials {@code over}/{@code under}, lists
 * of terms {@code [integer, {generator: power}]}, and what the generators stand for. It is read off the coefficient, never off
 * its text.
 */
final class CoefficientTree {
    private CoefficientTree() {}

    /** The tree of a coefficient. */
    static Map<String, Object> of(Coefficient coefficient) {
        Map<String, Object> generators = new LinkedHashMap<>();
        coefficient.generators().forEach((text, generator) -> generators.put(text, of(generator)));
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("over", terms(coefficient.numerator()));
        out.put("under", terms(coefficient.denominator()));
        out.put("generators", generators);
        return out;
    }

    private static List<List<Object>> terms(List<Coefficient.Term> terms) {
        return terms.stream()
                .map(t -> List.<Object>of(t.coefficient(), t.powers()))
                .toList();
    }

    private static Map<String, Object> of(Generator generator) {
        if (generator instanceof Generator.Parameter p) {
            return Map.of("parameter", p.name());
        } else if (generator instanceof Generator.Logarithm l) {
            return Map.of("log", of(l.argument()));
        } else if (generator instanceof Generator.Exponential e) {
            return Map.of("exp", of(e.exponent()));
        }
        Generator.Power power = (Generator.Power) generator;
        return Map.of("base", of(power.base()), "exponent", of(power.exponent()));
    }
}
