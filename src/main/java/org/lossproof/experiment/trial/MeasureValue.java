package org.lossproof.experiment.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.stat.regression.SimpleRegression;
import org.lossproof.loss.RationalArithmetic;
import org.lossproof.page.Experiment.Aggregate;
import org.lossproof.page.Experiment.Measure;

/** A measure of the models of one seed along a sweep. */
final class MeasureValue {
    private MeasureValue() {}

    /**
     * Its value.
     *
     * @param swept the values of what is swept; one that nothing is made of where nothing is
     * @param models of them, in the same order
     * @throws RationalArithmetic.UndefinedException if there is none
     */
    static double of(Measure measure, List<Optional<BigFraction>> swept, List<ModelNames> models) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int k = 0; k < models.size(); k++) {
            if (swept.get(k).map(measure::counts).orElse(true)) {
                swept.get(k).ifPresent(v -> x.add(RationalArithmetic.toDouble(v)));
                y.add(models.get(k).value(measure.expression()));
            }
        }
        if (y.isEmpty()) {
            throw new RationalArithmetic.UndefinedException("no point of the sweep counts for " + measure.name());
        }
        return switch (measure.how()) {
            case VALUE, AT -> y.get(0);
            case LEAST -> y.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
            case GREATEST -> y.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            case EXPONENT -> exponent(x, y);
        };
    }

    /** The slope of log y by log x. */
    private static double exponent(List<Double> x, List<Double> y) {
        SimpleRegression fit = new SimpleRegression();
        for (int k = 0; k < x.size(); k++) {
            if (!(x.get(k) > 0 && y.get(k) > 0)) {
                throw new RationalArithmetic.UndefinedException(
                        "there is no " + Aggregate.EXPONENT.name().toLowerCase(java.util.Locale.ROOT)
                                + " where a value is not positive");
            }
            fit.addData(Math.log(x.get(k)), Math.log(y.get(k)));
        }
        if (!Double.isFinite(fit.getSlope())) {
            throw new RationalArithmetic.UndefinedException("an exponent needs two points of a sweep");
        }
        return fit.getSlope();
    }
}
