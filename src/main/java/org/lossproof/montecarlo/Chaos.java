package org.lossproof.montecarlo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lossproof.montecarlo.ChaosBasis.Part;

/**
 * A polynomial in the random numbers of one sample, in an orthogonal basis: its mean and its variance can be read off.
 * Immutable.
 *
 * @param terms coefficients by basis element; the empty element is the constant
 */
record Chaos(Map<List<Part>, Double> terms) {
    static final Chaos ZERO = new Chaos(Map.of());

    static Chaos constant(double value) {
        return value == 0 ? ZERO : new Chaos(Map.of(List.of(), value));
    }

    static Chaos of(Part part) {
        return new Chaos(Map.of(List.of(part), 1.0));
    }

    /** The coefficient of the constant: the mean. */
    double mean() {
        return terms.getOrDefault(List.of(), 0.0);
    }

    boolean isConstant() {
        return terms.keySet().stream().allMatch(List::isEmpty);
    }

    boolean dependsOn(int group) {
        return terms.keySet().stream().anyMatch(e -> e.stream().anyMatch(p -> p.group() == group));
    }

    Chaos plus(double factor, Chaos other) {
        if (factor == 0 || other.terms.isEmpty()) {
            return this;
        }
        Map<List<Part>, Double> out = new HashMap<>(terms);
        other.terms.forEach((element, c) -> out.merge(element, factor * c, Double::sum));
        return new Chaos(out);
    }

    Chaos times(double factor) {
        return ZERO.plus(factor, this);
    }

    Chaos times(Chaos other, ChaosBasis basis) {
        if (isConstant()) {
            return other.times(mean());
        } else if (other.isConstant()) {
            return times(other.mean());
        }
        Map<List<Part>, Double> out = new HashMap<>();
        terms.forEach((left, a) -> other.terms.forEach((right, b) -> basis.addProduct(out, left, right, a * b)));
        return new Chaos(out);
    }

    /** E (u - E u)^2: the sum of squares over all elements but the constant. */
    double variance(ChaosBasis basis) {
        double sum = 0;
        for (Map.Entry<List<Part>, Double> e : terms.entrySet()) {
            if (!e.getKey().isEmpty()) {
                sum += e.getValue() * e.getValue() * basis.squaredNorm(e.getKey());
            }
        }
        return sum;
    }

    /**
     * The sum over the replicas of {@code group}, where {@code one} stands for the replica at hand.
     *
     * @throws NoVarianceException if the summand depends on other replicas of the group as well
     */
    Chaos summed(int one, int group, ChaosBasis basis) {
        Map<List<Part>, Double> out = new HashMap<>();
        terms.forEach((element, c) -> {
            boolean present = element.stream().anyMatch(p -> p.group() == one);
            if (present && element.stream().anyMatch(p -> p.group() == group)) {
                throw new NoVarianceException("a sum over copies stands inside a sum over the same copies");
            }
            Map<Integer, Part> parts = new TreeMap<>();
            for (Part p : element) {
                int to = p.group() == one ? group : p.group();
                parts.put(to, new Part(to, p.indices()));
            }
            out.merge(List.copyOf(parts.values()), present ? c : c * basis.replicas(group), Double::sum);
        });
        return new Chaos(out);
    }
}
