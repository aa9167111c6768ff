package org.lossproof.experiment.trial;

import java.util.Collection;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.CombinatoricsUtils;
import org.lossproof.loss.Truth;

/**
 * The decision of an experiment, and its error rates; the mathematics stands with the package.
 *
 * @param seeds n, at least 1
 * @param exceptions e, 2 e < n
 */
public record SignTest(int seeds, int exceptions) {
    /** For claims of this share of all seeds the power is stated. */
    public static final BigFraction STATED = new BigFraction(99, 100);

    /** What comes of it. */
    public enum Decision {
        CORROBORATED,
        REFUTED,
        OPEN
    }

    public SignTest {
        if (exceptions < 0 || 2 * exceptions >= seeds) {
            throw new IllegalArgumentException(exceptions + " exceptions among " + seeds + " seeds decide nothing");
        }
    }

    /** alpha(n, e): a claim that fails at half of all seeds or more is corroborated, and one that holds at half of them refuted, no more often. */
    public BigFraction rate() {
        return power(BigFraction.ONE_HALF);
    }

    /** How often a claim is decided that holds, or fails, with this probability at a random seed. */
    public BigFraction power(BigFraction share) {
        BigFraction other = BigFraction.ONE.subtract(share);
        BigFraction sum = BigFraction.ZERO;
        for (int k = 0; k <= exceptions; k++) {
            sum = sum.add(other.pow(k)
                    .multiply(share.pow(seeds - k))
                    .multiply(new BigFraction(CombinatoricsUtils.binomialCoefficient(seeds, k))));
        }
        return sum;
    }

    /** The decision on the trials, one for each seed. */
    public Decision decide(Collection<Truth> trials) {
        if (trials.size() != seeds) {
            throw new IllegalArgumentException(trials.size() + " trials of " + seeds + " seeds");
        }
        long holds = trials.stream().filter(t -> t == Truth.TRUE).count();
        long fails = trials.stream().filter(t -> t == Truth.FALSE).count();
        if (holds >= seeds - exceptions) {
            return Decision.CORROBORATED;
        }
        return fails >= seeds - exceptions ? Decision.REFUTED : Decision.OPEN;
    }
}
