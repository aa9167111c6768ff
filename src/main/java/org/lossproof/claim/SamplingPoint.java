package org.lossproof.claim;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.expansion.Coefficient;
import org.lossproof.expansion.rational.InvariantEvaluation;
import org.lossproof.expansion.rational.RationalModel;
import org.lossproof.loss.Expr.Letter;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.Notation;
import org.lossproof.moments.Invariant;
import org.lossproof.montecarlo.LossSampler;
import org.lossproof.montecarlo.SamplingModel;
import org.lossproof.montecarlo.Seed;

/**
 * Where a loss is sampled: random weights and covariances by number, and a value of every parameter.
 *
 * @param number of the random covariances
 * @param model these covariances
 * @param values of the parameters
 */
record SamplingPoint(long number, RationalModel model, Map<String, BigFraction> values) {
    /** The number of the point that is used unless there is a reason for another. */
    static final long FIRST = 6;

    private static final int DIMENSION = 2;

    SamplingPoint {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static SamplingPoint of(LossDefinition loss, long number, Map<String, BigFraction> values) {
        return new SamplingPoint(
                number, RationalModel.random(DIMENSION, loss.encoders().size(), number), values);
    }

    /** The same covariances with another value of a parameter. */
    SamplingPoint with(String parameter, BigFraction value) {
        Map<String, BigFraction> all = new LinkedHashMap<>(values);
        all.put(parameter, value);
        return new SamplingPoint(number, model, all);
    }

    Map<String, Double> parameters() {
        Map<String, Double> out = new HashMap<>();
        values.forEach((p, v) -> out.put(p, v.doubleValue()));
        return out;
    }

    /** The value of a sum of invariants. */
    double value(Map<Invariant, Coefficient> sum) {
        Map<String, Double> all = parameters();
        all.put("d1", (double) model.d1());
        InvariantEvaluation invariants = new InvariantEvaluation(model);
        return sum.entrySet().stream()
                .mapToDouble(e ->
                        e.getValue().value().at(all) * invariants.of(e.getKey()).doubleValue())
                .sum();
    }

    /** A sampler of coefficients up to an order. */
    LossSampler sampler(LossDefinition loss, int order) {
        SamplingModel sampled = SamplingModel.of(
                model.d1(),
                real(model.covariance(Letter.A)),
                real(model.covariance(Letter.C)),
                real(model.covariance(Letter.G)));
        return LossSampler.compile(loss, parameters(), sampled, order);
    }

    /** Where the samples of a loss up to an order at this point start: all that a sample depends on names them. */
    Seed seed(long run, LossDefinition loss, int order) {
        return Seed.of(run)
                .of(Notation.plain(loss.expression()))
                .of(String.join("; ", loss.data().stream().map(Notation::plain).toList()))
                .of(String.join(", ", loss.encoders()))
                .of(text())
                .of("order " + order);
    }

    /** The largest number of copies of a datum. */
    double copies(LossDefinition loss) {
        return LossSampler.largestNumberOfCopies(loss, parameters());
    }

    String text() {
        int rows = model.covariance(Letter.A).getRowDimension();
        StringBuilder out = new StringBuilder("random W: " + rows + " x " + (rows + 1) + ", A0, C");
        out.append(number == FIRST ? "" : " (no. " + number + ")");
        values.forEach((p, v) -> out.append(", ")
                .append(p)
                .append(" = ")
                .append(Notation.plain(new org.lossproof.loss.Expr.Constant(v))));
        return out.toString();
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
