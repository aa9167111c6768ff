package org.lossproof.loss;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;

/**
 * Exact values of some parameters of a definition, each in its range.
 *
 * @param definition whose parameters they are
 * @param values by name
 */
public record ParameterValues(LossDefinition definition, Map<String, BigFraction> values) {
    public ParameterValues {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * From assignments such as {@code N=71}, {@code alpha=1/2}, {@code tau=0.1}.
     *
     * @throws InputException if one is malformed, unknown, given twice or out of range
     */
    public static ParameterValues of(LossDefinition definition, List<String> assignments) {
        Map<String, BigFraction> values = new LinkedHashMap<>();
        for (String assignment : assignments) {
            String[] sides = assignment.split("=", -1);
            if (sides.length != 2 || sides[0].isBlank()) {
                throw new InputException("--set " + assignment + ": write name=value, such as N=8 or alpha=1/2");
            }
            String name = sides[0].trim();
            BigFraction value = rational(assignment, sides[1].trim());
            ParameterDeclaration declaration = definition
                    .parameter(name)
                    .orElseThrow(() -> new InputException("--set " + assignment + ": " + definition.name()
                            + " has no parameter '" + name + "'; " + known(definition)));
            if (!declaration.admits(value)) {
                throw new InputException(
                        "--set " + assignment + ": " + name + " is out of range; it is " + declaration.range());
            }
            if (values.put(name, value) != null) {
                throw new InputException("--set " + assignment + ": " + name + " is set twice; set it once");
            }
        }
        return new ParameterValues(definition, values).withWholeCopies();
    }

    /**
     * The same values, and the declared example of every other parameter.
     *
     * @throws InputException if a number of copies is no whole number >= 0 there
     */
    public ParameterValues withExamples() {
        Map<String, BigFraction> all = new LinkedHashMap<>();
        definition.parameters().forEach(p -> all.put(p.name(), values.getOrDefault(p.name(), p.example())));
        return new ParameterValues(definition, all).withWholeCopies();
    }

    private ParameterValues withWholeCopies() {
        for (Datum datum : definition.data()) {
            if (!datum.hasWholeCopies(values)) {
                String found = ExactValue.of(datum.copies(), values)
                        .map(v -> Notation.plain(new Expr.Constant(v)))
                        .orElseThrow();
                String where = values.isEmpty() ? "" : " at " + text();
                throw new InputException(
                        definition.name() + where + ": " + datum.notWhole(found) + "; set other values");
            }
        }
        return this;
    }

    /** {@code N=8, alpha=1/2}. */
    public String text() {
        return values.entrySet().stream()
                .map(e -> e.getKey() + "=" + Notation.plain(new Expr.Constant(e.getValue())))
                .collect(Collectors.joining(", "));
    }

    /** An integer, a fraction or a decimal of reasonable length. */
    public static BigFraction rational(String option, String text) {
        if (text.length() > 60 || !text.matches("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(/[0-9]+(\\.[0-9]+)?)?")) {
            throw new InputException(option + ": '" + shortened(text) + "' is not a number; write 3, -1/2 or 0.25");
        }
        String[] parts = text.replace("+", "").split("/", -1);
        boolean negative = parts[0].startsWith("-");
        BigFraction value = Exprs.decimal(negative ? parts[0].substring(1) : parts[0]);
        if (parts.length == 2) {
            BigFraction divisor = Exprs.decimal(parts[1]);
            if (divisor.signum() == 0) {
                throw new InputException(option + ": division by zero; write 3, -1/2 or 0.25");
            }
            value = value.divide(divisor);
        }
        return negative ? value.negate() : value;
    }

    private static String shortened(String text) {
        return text.length() > 30 ? text.substring(0, 30) + "..." : text;
    }

    private static String known(LossDefinition definition) {
        List<ParameterDeclaration> all = definition.parameters();
        return all.isEmpty()
                ? "it has none"
                : "it has " + all.stream().map(ParameterDeclaration::name).collect(Collectors.joining(", "));
    }
}
