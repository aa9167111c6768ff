package org.lossproof.paper;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.covariance.RationalMatrix;

/** Stationary points for commuting covariances: Eq. (9), Section 3.1. Its page is {@code proofs/thm-1-commuting.md}. */
public final class Theorem1Commuting extends ExpansionClaim {
    /** The claim {@code thm-1-commuting}. */
    public Theorem1Commuting() {
        super("thm-1-commuting");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(
                LandscapeProperty.printed(
                        "B = A0 - beta C: no stationary point mixes two different modes",
                        false,
                        x -> noMixture(x, false)),
                LandscapeProperty.correction(
                        "B = A0 - beta C: none does if all b_i/s_i differ", x -> noMixture(x, true)));
    }

    /** Looks for stationary V'V = h v v', v = (3/5, 4/5) in a plane of two modes: V'V G = 2 (V'V)^2, exactly. */
    private static Outcome noMixture(CommutingModel x, boolean onlyDifferent) {
        if (!ModeLandscape.isRegular(x) || x.modes() < 2) {
            return Outcome.SILENT;
        }
        ModeLandscape l = ModeLandscape.indefinite(x);
        for (int i = 0; i < l.modes(); i++) {
            for (int j = 0; j < i; j++) {
                boolean sameG = l.g(i).equals(l.g(j));
                boolean sameMode = sameG && l.s(i).equals(l.s(j));
                if (onlyDifferent && sameG) {
                    return Outcome.SILENT;
                }
                if (!sameMode && (mixes(l, i, j, l.g(i)) || mixes(l, i, j, l.g(j)))) {
                    return Outcome.FALSE;
                }
            }
        }
        return Outcome.TRUE;
    }

    private static boolean mixes(ModeLandscape l, int i, int j, BigFraction g) {
        BigFraction[] v = {new BigFraction(3, 5), new BigFraction(4, 5)};
        RationalMatrix h = RationalMatrix.of(
                2, 2, (p, q) -> v[p].multiply(v[q]).multiply(g).divide(2));
        RationalMatrix diagonal = RationalMatrix.diagonal(List.of(l.g(i), l.g(j)));
        return g.signum() > 0 && h.multiply(diagonal).equals(h.multiply(h).scale(BigFraction.TWO));
    }
}
