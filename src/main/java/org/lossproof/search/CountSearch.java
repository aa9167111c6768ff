package org.lossproof.search;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.lossproof.kernel.MatrixFact;
import org.lossproof.kernel.MatrixProof;
import org.lossproof.kernel.Rational;

/** Writes an inequality between counts as a sum of known ones, by a linear program whose answer is made rational. */
public final class CountSearch {
    /** Weights are multiples of one over this. */
    private static final int DENOMINATOR = 60;

    private CountSearch() {}

    /** An inequality that is known, and the number of that fact. */
    public record Known(int of, MatrixFact.AtLeastZero fact) {}

    /** Weights of known inequalities that add up to what is sought or to more; empty if there are none. */
    public static Optional<List<MatrixProof.Weighted>> find(MatrixFact.AtLeastZero sought, List<Known> known) {
        SortedMap<MatrixFact.Count, Integer> places = new TreeMap<>();
        sought.counts().keySet().forEach(c -> places.putIfAbsent(c, places.size()));
        known.forEach(k -> k.fact().counts().keySet().forEach(c -> places.putIfAbsent(c, places.size())));
        if (known.isEmpty()) {
            return sought.counts().isEmpty() && sought.constant().signum() >= 0
                    ? Optional.of(List.of())
                    : Optional.empty();
        }
        List<LinearConstraint> constraints = new ArrayList<>();
        places.keySet()
                .forEach(c -> constraints.add(new LinearConstraint(
                        row(known, c), Relationship.EQ, value(sought.counts().getOrDefault(c, Rational.ZERO)))));
        double[] constants =
                known.stream().mapToDouble(k -> value(k.fact().constant())).toArray();
        constraints.add(new LinearConstraint(constants, Relationship.LEQ, value(sought.constant())));
        double[] ones = new double[known.size()];
        java.util.Arrays.fill(ones, 1);
        try {
            double[] weights = new SimplexSolver()
                    .optimize(
                            new LinearObjectiveFunction(ones, 0),
                            new LinearConstraintSet(constraints),
                            GoalType.MINIMIZE,
                            new NonNegativeConstraint(true))
                    .getPoint();
            return Optional.of(rational(weights, known));
        } catch (MathRuntimeException none) {
            return Optional.empty();
        }
    }

    private static double[] row(List<Known> known, MatrixFact.Count count) {
        return known.stream()
                .mapToDouble(k -> value(k.fact().counts().getOrDefault(count, Rational.ZERO)))
                .toArray();
    }

    private static List<MatrixProof.Weighted> rational(double[] weights, List<Known> known) {
        List<MatrixProof.Weighted> out = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            long parts = Math.round(weights[i] * DENOMINATOR);
            if (parts > 0) {
                out.add(new MatrixProof.Weighted(
                        new Rational(BigInteger.valueOf(parts), BigInteger.valueOf(DENOMINATOR)),
                        known.get(i).of()));
            }
        }
        return out;
    }

    private static double value(Rational r) {
        return r.numerator().doubleValue() / r.denominator().doubleValue();
    }
}
