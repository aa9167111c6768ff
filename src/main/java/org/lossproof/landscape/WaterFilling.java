package org.lossproof.landscape;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.lossproof.loss.InputException;

/**
 * The global minimum of a uniform {@link ModeQuartic} in O(n log n): h_i = max(0, g_i - level) / (2 q2) on the min(n, d1)
 * largest g, where the level follows from the norm. At kappa = infinity this is the projection of g/(2 q2) on the simplex of
 * size c.
 *
 * @param h diagonal of H = V'V, in the order of g
 * @param level what a mode's g must exceed to survive
 * @param rho sum of h
 * @param biasSquared |b|^2; 0 without a bias
 * @param loss the loss there
 */
public record WaterFilling(List<Double> h, double level, double rho, double biasSquared, double loss) {
    public WaterFilling {
        h = List.copyOf(h);
    }

    /** The number of surviving modes: the largest k <= min(n, d1) with g_(k) above the level of the first k. */
    public int survivors() {
        return (int) h.stream().filter(x -> x > 0).count();
    }

    /**
     * Minimises L = -g.h + q2 |h|^2 + q1 (sum h)^2 + kappa (sum h + |b|^2 - c)^2 over h >= 0 with at most d1 positive
     * entries, and over b.
     *
     * @throws InputException if the quartic is not positive
     */
    public static WaterFilling minimise(List<Double> g, double q2, double q1, int d1, Penalty penalty, boolean bias) {
        ModeQuartic.requireBounded(g.size(), q2, q1, d1);
        Checks.finite("g", g);
        if (bias && penalty.kappa() > 0) {
            WaterFilling free = fill(g, q2, q1, d1, Penalty.NONE);
            if (free.rho <= penalty.c()) {
                return new WaterFilling(free.h, free.level, free.rho, penalty.c() - free.rho, free.loss);
            }
        }
        return fill(g, q2, q1, d1, penalty);
    }

    private static WaterFilling fill(List<Double> g, double q2, double q1, int d1, Penalty penalty) {
        List<Integer> order = IntStream.range(0, g.size())
                .boxed()
                .sorted(Comparator.comparingDouble(g::get).reversed())
                .limit(d1)
                .toList();
        Level best = new Level(q2, q1, penalty, 0, 0);
        double sum = 0;
        for (int k = 1; k <= order.size(); k++) {
            sum += g.get(order.get(k - 1));
            Level next = new Level(q2, q1, penalty, k, sum);
            if (g.get(order.get(k - 1)) > next.value()) {
                best = next;
            } else {
                break;
            }
        }
        return at(g, order, q2, q1, penalty, best);
    }

    private static WaterFilling at(
            List<Double> g, List<Integer> order, double q2, double q1, Penalty penalty, Level level) {
        List<Double> h = new java.util.ArrayList<>(Collections.nCopies(g.size(), 0.0));
        double linear = 0;
        double squares = 0;
        for (int i : order.subList(0, level.k)) {
            double value = (g.get(i) - level.value()) / (2 * q2);
            h.set(i, value);
            linear += g.get(i) * value;
            squares += value * value;
        }
        double rho = level.rho();
        double loss = -linear + q2 * squares + q1 * rho * rho;
        if (penalty.kappa() > 0 && !penalty.isConstraint()) {
            loss += level.mu() * level.mu() / (4 * penalty.kappa());
        }
        return new WaterFilling(h, level.value(), rho, 0, loss);
    }

    /** The level when k modes with sum of g are active: alpha and beta as in {@link MaskSolver}. */
    private record Level(double q2, double q1, Penalty penalty, int k, double sum) {
        double mu() {
            double alpha = sum / (2 * (q2 + k * q1));
            double beta = k / (2 * (q2 + k * q1));
            return penalty.isConstraint()
                    ? k == 0 ? Double.NEGATIVE_INFINITY : (alpha - penalty.c()) / beta
                    : 2 * penalty.kappa() * (alpha - penalty.c()) / (1 + 2 * penalty.kappa() * beta);
        }

        double rho() {
            if (penalty.isConstraint()) {
                return penalty.c();
            }
            return (sum - k * mu()) / (2 * (q2 + k * q1));
        }

        double value() {
            return 2 * q1 * rho() + mu();
        }
    }
}
