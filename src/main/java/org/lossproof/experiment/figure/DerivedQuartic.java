package org.lossproof.experiment.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.landscape.CommutingLandscape;
import org.lossproof.landscape.ExpansionLandscape;
import org.lossproof.landscape.QuarticForm;
import org.lossproof.landscape.QuarticLandscape;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.InputException;

/**
 * The quartic landscape of a loss of the catalogue, derived from its definition: as a function of W, and with its stationary
 * points.
 */
final class DerivedQuartic {
    private final ExpansionLandscape read;
    private final int d1;

    /**
     * Expands the definition.
     *
     * @param parameters a value for each parameter of the loss
     * @param d1 the dimension of the representation
     */
    DerivedQuartic(String loss, Map<String, BigFraction> parameters, int d1) {
        Map<String, Double> numbers = new HashMap<>();
        parameters.forEach((p, v) -> numbers.put(p, v.doubleValue()));
        this.read = new ExpansionLandscape(SeriesExpansion.expand(Catalogue.load(loss), 4, parameters), numbers, d1);
        this.d1 = d1;
    }

    /** The stationary points for modes with these eigenvalues of A0 and C. */
    CommutingLandscape modes(List<Double> a, List<Double> c) {
        return CommutingLandscape.of(read.b(a, c), a, c, read.quartic(), d1);
    }

    /**
     * The landscape as a function of W: d1 x d0, in the basis of the modes.
     *
     * @throws InputException if the quartic is no combination of tr(SS) and tr(S)^2
     */
    QuarticLandscape function(List<Double> a, List<Double> c) {
        if (!(read.quartic() instanceof QuarticForm.Uniform quartic)) {
            throw new InputException("this quartic is no combination of tr(SS) and tr(S)^2");
        }
        RealMatrix sigma = diagonal(a).add(diagonal(c));
        return QuarticLandscape.of(diagonal(read.b(a, c)), sigma, quartic.q2(), quartic.q1(), 0, d1);
    }

    static RealMatrix diagonal(List<Double> values) {
        return MatrixUtils.createRealDiagonalMatrix(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
