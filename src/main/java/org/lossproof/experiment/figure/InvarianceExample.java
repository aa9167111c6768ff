package org.lossproof.experiment.figure;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.landscape.ExactInfoNceLandscape;
import org.lossproof.landscape.StationaryPoint;

/**
 * The example of Section 4.2: two modes, the first the content, the second the style, data N(0, diag(a1, a2)), augmentation
 * sigma R xi with R = diag(sqrt(1 - theta), sqrt(theta)), that is c1 = sigma^2 (1 - theta) and c2 = sigma^2 theta, and
 * beta-InfoNCE.
 *
 * <p>Where a mode collapses, by hand. To second order in W the energy E|f(x) - f(x')|^2/2 is Tr[W C W'], and the entropy term, beta
 * times -E|f(x) - f(chi)|^2/2, is -beta Tr[W (A0 + C) W']. So b_i = beta a_i - (1 - beta) c_i. To fourth order beta/8 times the
 * mean over x of the variance over chi of |f(x) - f(chi)|^2 is added; given u = f(x) that variance is 2 Tr[S^2] + 4 u'Su with
 * S = W (A0 + C) W', and its mean 6 Tr[S^2]. In the modes, with s_i = a_i + c_i,
 *
 * <pre>L = sum_i -b_i w_i^2 + (3/4) beta s_i^2 w_i^4,</pre>
 *
 * <p>least at w_i^2 = 2 b_i/(3 beta s_i^2) where b_i > 0 and at w_i = 0 elsewhere. Mode i collapses just when b_i <= 0, which is
 *
 * <pre>c_i >= beta a_i/(1 - beta):  sigma^2 (1 - theta) >= beta a1/(1 - beta) for the content,
 *                              sigma^2 theta >= beta a2/(1 - beta) for the style.</pre>
 *
 * <p>The paper prints the leading term -Tr[W (A0 - (1 - beta) C) W'], without beta at A0, which collapses at c_i >= a_i/(1 - beta).
 */
final class InvarianceExample {
    private final List<Double> a;
    private final double beta;
    private final DerivedQuartic derived;

    /** What is missing from the representation at the global minimum. */
    enum Phase {
        NONE("no collapse"),
        STYLE("style collapsed"),
        CONTENT("content collapsed"),
        BOTH("complete collapse");

        private final String text;

        Phase(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /**
     * The example with representations of dimension 2.
     *
     * @param beta in (0, 1), where there is a threshold
     */
    InvarianceExample(double content, double style, BigFraction beta) {
        this.a = List.of(content, style);
        this.beta = beta.doubleValue();
        this.derived = new DerivedQuartic("beta-infonce", Map.of("beta", beta), 2);
    }

    /** a1 and a2. */
    List<Double> data() {
        return a;
    }

    /** The global minimum that the landscape's solver finds for the quartic derived from the definition. */
    StationaryPoint minimum(double theta, double sigma) {
        List<Double> c = List.of(sigma * sigma * (1 - theta), sigma * sigma * theta);
        return derived.modes(a, c).solve().globalMinimum().orElseThrow();
    }

    /** A weight at that minimum: 2 x 2, up to a rotation of the outputs. */
    RealMatrix weight(double theta, double sigma) {
        return ExactInfoNceLandscape.weight(minimum(theta, sigma), 2);
    }

    /** Which modes the solver's minimum has lost. */
    Phase phase(double theta, double sigma) {
        List<Integer> mask = minimum(theta, sigma).mask();
        if (mask.get(0) == 1) {
            return mask.get(1) == 1 ? Phase.NONE : Phase.STYLE;
        }
        return mask.get(1) == 1 ? Phase.CONTENT : Phase.BOTH;
    }

    /** The augmentation c_i at which a mode collapses: beta a_i/(1 - beta), derived above. */
    double derivedThreshold(int mode) {
        return beta * a.get(mode) / (1 - beta);
    }

    /** The same of the leading term as it is printed: a_i/(1 - beta). */
    double printedThreshold(int mode) {
        return a.get(mode) / (1 - beta);
    }

    /** theta at which a mode has the augmentation c at strength sigma, in [0, 1] for sigma^2 >= c. */
    static double theta(int mode, double c, double sigma) {
        double share = c / (sigma * sigma);
        return mode == 0 ? 1 - share : share;
    }
}
