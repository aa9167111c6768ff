package org.lossproof.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.expansion.Coefficient;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.expansion.rational.InvariantEvaluation;
import org.lossproof.expansion.rational.RationalModel;
import org.lossproof.loss.Expr.Letter;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.ParameterValues;
import org.lossproof.moments.Invariant;
import org.lossproof.montecarlo.CheckPlan;
import org.lossproof.montecarlo.LossSampler;
import org.lossproof.montecarlo.SampledCheck;
import org.lossproof.montecarlo.SamplingModel;

/** Samples the left side of a statement at one point and sets the derived and the printed value beside it. */
final class StatementSampling {
    /** Higher coefficients have tails too heavy for the work of one check. */
    static final int HIGHEST_ORDER = 4;

    private static final int DIMENSION = 2;
    private static final long POINT_SEED = 6;

    private final Statement statement;
    private final Expansion left;
    private final CheckSettings settings;
    private final long seed;
    private final Map<String, Double> parameters = new HashMap<>();
    private final RationalModel model;

    StatementSampling(Statement statement, Expansion left, CheckSettings settings, long seed) {
        this.statement = statement;
        this.left = left;
        this.settings = settings;
        this.seed = settings.seed() + seed;
        LossDefinition loss = statement.equation().left();
        new ParameterValues(loss, statement.where())
                .withExamples()
                .values()
                .forEach((p, v) -> parameters.put(p, v.doubleValue()));
        this.model = point(loss);
    }

    /** The covariances at which a loss is sampled. */
    static RationalModel point(LossDefinition loss) {
        return RationalModel.random(DIMENSION, loss.encoders().size(), POINT_SEED);
    }

    /** How many sampled checks a statement takes. */
    static int checks(Statement statement) {
        return orders(statement).size();
    }

    private static List<Integer> orders(Statement statement) {
        boolean random = !Exprs.isDeterministic(statement.equation().left().expression())
                && Exprs.hasMean(statement.equation().left().expression());
        return random && statement.limit().isEmpty()
                ? CheckPlan.evenOrders(Math.min(HIGHEST_ORDER, statement.to())).stream()
                        .filter(k -> k >= statement.from())
                        .toList()
                : List.of();
    }

    List<SampleComparison> comparisons() {
        SortedMap<Integer, Double> expected = new TreeMap<>();
        Expansion right = SeriesExpansion.expand(statement.equation().right(), statement.to(), statement.where());
        orders(statement).stream()
                .filter(k -> !left.ofOrder(k).isEmpty() || !right.ofOrder(k).isEmpty())
                .forEach(k -> expected.put(k, value(left.ofOrder(k))));
        if (expected.isEmpty()) {
            return List.of();
        }
        CheckPlan plan = new CheckPlan(
                settings.budget().perCheck(),
                settings.falsePass(),
                settings.relativeDiscrepancy(),
                settings.maxSamples(),
                seed);
        SamplingModel sampled = sampled(model);
        SortedMap<Integer, SampledCheck> checks = plan.check(
                () -> LossSampler.compile(statement.equation().left(), parameters, sampled, expected.lastKey()),
                expected);
        List<SampleComparison> out = new ArrayList<>();
        checks.forEach((k, check) -> out.add(new SampleComparison(check, value(right.ofOrder(k)), point())));
        return out;
    }

    /** The value of a sum of invariants at the sampled point. */
    private double value(Map<Invariant, Coefficient> sum) {
        return value(sum, model, parameters);
    }

    static double value(Map<Invariant, Coefficient> sum, RationalModel model, Map<String, Double> parameters) {
        Map<String, Double> all = new HashMap<>(parameters);
        all.put("d1", (double) model.d1());
        InvariantEvaluation invariants = new InvariantEvaluation(model);
        return sum.entrySet().stream()
                .mapToDouble(e ->
                        e.getValue().value().at(all) * invariants.of(e.getKey()).doubleValue())
                .sum();
    }

    private String point() {
        StringBuilder out = new StringBuilder("random W: 2 x 3, A0, C");
        parameters.forEach((p, v) -> out.append(", ").append(p).append(" = ").append(v));
        return out.toString();
    }

    static SamplingModel sampled(RationalModel model) {
        return SamplingModel.of(
                model.d1(),
                real(model.covariance(Letter.A)),
                real(model.covariance(Letter.C)),
                real(model.covariance(Letter.G)));
    }

    private static RealMatrix real(FieldMatrix<BigFraction> m) {
        RealMatrix out = new Array2DRowRealMatrix(m.getRowDimension(), m.getColumnDimension());
        for (int i = 0; i < m.getRowDimension(); i++) {
            for (int j = 0; j < m.getColumnDimension(); j++) {
                out.setEntry(i, j, m.getEntry(i, j).doubleValue());
            }
        }
        return out;
    }
}
