package org.lossproof.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.Expansion;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.ParameterDeclaration;
import org.lossproof.loss.ParameterValues;
import org.lossproof.montecarlo.CheckPlan;
import org.lossproof.montecarlo.SampleMoments;
import org.lossproof.page.Statement;
import org.lossproof.tolerance.Tolerance;

/**
 * Where to sample a statement whose sides differ: at the first point if the check of the derived value tells them apart
 * there; else among a few points the one where they differ most in units of the derived standard deviation, at the order
 * where that is least. Neither samples nor outcomes enter the choice.
 *
 * @param statement the statement
 * @param left the expansion of its left side
 * @param right the expansion of its right side
 * @param orders the sampled ones
 */
record PointChoice(Statement statement, Expansion left, Expansion right, List<Integer> orders) {
    private static final int POINTS = 4;

    /** The point of a loss where nothing is to be told apart: the first, with the examples of what is not given. */
    static SamplingPoint first(LossDefinition loss, Map<String, BigFraction> given) {
        Map<String, BigFraction> values =
                new ParameterValues(loss, given).withExamples().values();
        return SamplingPoint.of(loss, SamplingPoint.FIRST, values);
    }

    /** The point; the first if the sides agree wherever it was tried. */
    SamplingPoint point(CheckPlan plan) {
        SamplingPoint best = first(loss(), statement.where());
        if (suffices(best, plan)) {
            return best;
        }
        for (ParameterDeclaration p : loss().parameters()) {
            if (!statement.where().containsKey(p.name())) {
                SamplingPoint here = best;
                best = largest(
                        values(p).stream().map(v -> here.with(p.name(), v)).toList());
            }
        }
        List<SamplingPoint> points = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            points.add(SamplingPoint.of(loss(), SamplingPoint.FIRST + i, best.values()));
        }
        return largest(points);
    }

    /** Whether the sides differ by what is to be detected anyway, and it is detected within the limit of work. */
    private boolean suffices(SamplingPoint point, CheckPlan plan) {
        List<Integer> differing = differing(point);
        boolean large = differing.stream()
                .allMatch(k -> difference(point, k) >= plan.relativeDiscrepancy() * Math.abs(derived(point, k)));
        if (differing.isEmpty() || !large || point.copies(loss()) > ExpansionSampling.MAX_COPIES) {
            return false;
        }
        SampleMoments moments = moments(point);
        return moments.unknown().isEmpty()
                && differing.stream()
                        .allMatch(k -> plan.detects(moments.variance().get(k), difference(point, k)));
    }

    private SampleMoments moments(SamplingPoint point) {
        return point.sampler(loss(), orders.get(orders.size() - 1)).moments();
    }

    private double derived(SamplingPoint point, int order) {
        return point.value(left.ofOrder(order));
    }

    private LossDefinition loss() {
        return statement.equation().left();
    }

    /** How far the printed value is from the derived one. */
    double difference(SamplingPoint point, int order) {
        double derived = derived(point, order);
        double printed = point.value(right.ofOrder(order));
        double difference = Math.abs(derived - printed);
        return difference <= Tolerance.SAME_VALUE * Math.max(Math.abs(derived), Math.abs(printed)) ? 0 : difference;
    }

    /** The first of the largest. */
    private SamplingPoint largest(List<SamplingPoint> points) {
        ToDoubleFunction<SamplingPoint> separation = this::separation;
        double[] found = points.stream().mapToDouble(separation).toArray();
        int best = 0;
        for (int i = 1; i < found.length; i++) {
            best = found[i] > found[best] ? i : best;
        }
        return points.get(best);
    }

    /** How far the sides are apart where they differ, in standard deviations of a sample; 0 where that is not known. */
    private double separation(SamplingPoint point) {
        List<Integer> differing = differing(point);
        if (differing.isEmpty() || point.copies(loss()) > ExpansionSampling.MAX_COPIES) {
            return 0;
        }
        try {
            SampleMoments moments = moments(point);
            return differing.stream()
                    .mapToDouble(k -> separation(moments, k, difference(point, k)))
                    .min()
                    .orElse(0);
        } catch (InputException | ArithmeticException e) {
            // Not analytic, or not defined, at this value of a parameter.
            return 0;
        }
    }

    private List<Integer> differing(SamplingPoint point) {
        return orders.stream().filter(k -> difference(point, k) > 0).toList();
    }

    /** A coefficient that is not random is no matter for samples. */
    private static double separation(SampleMoments moments, int order, double difference) {
        double deviation =
                moments.unknown().isPresent() ? 0 : Math.sqrt(moments.variance().get(order));
        return deviation > Tolerance.NOT_RANDOM * difference ? difference / deviation : 0;
    }

    /** The example first, then its double and half, one and two, the least integer; as far as they are in range. */
    private static List<BigFraction> values(ParameterDeclaration p) {
        List<BigFraction> out = new ArrayList<>(List.of(p.example()));
        List<BigFraction> more = new ArrayList<>(
                List.of(p.example().multiply(2), p.example().divide(2), BigFraction.ONE, BigFraction.TWO));
        p.low().filter(low -> p.integer()).ifPresent(more::add);
        more.stream().filter(p::admits).filter(v -> !out.contains(v)).forEach(out::add);
        return out;
    }
}
