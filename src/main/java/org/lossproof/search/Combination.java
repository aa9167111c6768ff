package org.lossproof.search;

import cc.redberry.rings.Rational;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.multivar.Monomial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.lossproof.tolerance.Tolerance;

/** Positive weights for which a sum of candidates vanishes and a positive one takes part: a linear program, made exact. */
final class Combination {
    private static final int MAX_PIVOTS = 4000;

    private Combination() {}

    /** The positive weights by candidate; empty if none are found. */
    static Optional<Map<Integer, BigFraction>> of(List<ConeSearch.Candidate> candidates) {
        FieldMatrix<BigFraction> columns = coefficients(candidates);
        double[] proposal = proposal(columns, candidates);
        List<Integer> support = IntStream.range(0, proposal.length)
                .filter(j -> proposal[j] > Tolerance.TAKES_PART)
                .boxed()
                .toList();
        return support.isEmpty() ? Optional.empty() : exact(columns, support);
    }

    /** A row per monomial, and a last one that holds 1 for what is positive. */
    private static FieldMatrix<BigFraction> coefficients(List<ConeSearch.Candidate> candidates) {
        Map<String, Integer> rows = new TreeMap<>();
        candidates.forEach(p -> p.reduced().forEach(t -> rows.putIfAbsent(key(t), rows.size())));
        FieldMatrix<BigFraction> out =
                MatrixUtils.createFieldMatrix(BigFractionField.getInstance(), rows.size() + 1, candidates.size());
        for (int j = 0; j < candidates.size(); j++) {
            int column = j;
            candidates.get(j).reduced().forEach(t -> out.setEntry(rows.get(key(t)), column, fraction(t.coefficient)));
            out.setEntry(rows.size(), j, candidates.get(j).positive() ? BigFraction.ONE : BigFraction.ZERO);
        }
        return out;
    }

    private static String key(Monomial<Rational<BigInteger>> term) {
        return Arrays.toString(term.exponents);
    }

    private static BigFraction fraction(Rational<BigInteger> value) {
        return new BigFraction(
                new java.math.BigInteger(value.numerator().toString()),
                new java.math.BigInteger(value.denominator().toString()));
    }

    private static double[] proposal(FieldMatrix<BigFraction> columns, List<ConeSearch.Candidate> candidates) {
        int rows = columns.getRowDimension();
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            double[] row = new double[candidates.size()];
            for (int j = 0; j < row.length; j++) {
                row[j] = columns.getEntry(i, j).doubleValue();
            }
            constraints.add(new LinearConstraint(row, Relationship.EQ, i == rows - 1 ? 1 : 0));
        }
        double[] cost =
                candidates.stream().mapToDouble(p -> 1 + p.value().degree()).toArray();
        try {
            return new SimplexSolver()
                    .optimize(
                            new MaxIter(MAX_PIVOTS),
                            new LinearObjectiveFunction(cost, 0),
                            new LinearConstraintSet(constraints),
                            GoalType.MINIMIZE,
                            new NonNegativeConstraint(true))
                    .getPoint();
        } catch (MathRuntimeException e) {
            // Infeasible, or too long: no argument of this kind.
            return new double[0];
        }
    }

    /** The weights of the support in exact arithmetic, if they are positive and solve the equations. */
    private static Optional<Map<Integer, BigFraction>> exact(FieldMatrix<BigFraction> columns, List<Integer> support) {
        int[] chosen = support.stream().mapToInt(Integer::intValue).toArray();
        int[] rows = IntStream.range(0, columns.getRowDimension()).toArray();
        FieldMatrix<BigFraction> a = columns.getSubMatrix(rows, chosen);
        FieldVector<BigFraction> b = MatrixUtils.createFieldVector(
                Collections.nCopies(rows.length, BigFraction.ZERO).toArray(BigFraction[]::new));
        b.setEntry(rows.length - 1, BigFraction.ONE);
        var solver = new FieldLUDecomposition<>(a.transpose().multiply(a)).getSolver();
        if (!solver.isNonSingular()) {
            return Optional.empty();
        }
        FieldVector<BigFraction> x = solver.solve(a.transpose().operate(b));
        Map<Integer, BigFraction> out = new TreeMap<>();
        for (int j = 0; j < chosen.length; j++) {
            if (x.getEntry(j).signum() < 0) {
                return Optional.empty();
            } else if (x.getEntry(j).signum() > 0) {
                out.put(chosen[j], x.getEntry(j));
            }
        }
        return a.operate(x).equals(b) ? Optional.of(out) : Optional.empty();
    }
}
