package org.lossproof.paper;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.covariance.CommutingModel.Hyperparameters;

/** Table 1: NT-xent has dimensional collapse. Its page is {@code proofs/table-1-nt-xent-dimensional.md}. */
public final class Table1NtXentDimensional extends ExpansionClaim {
    private static final String LOSS = "weighted-infonce";

    /** The claim {@code table-1-nt-xent-dimensional}. */
    public Table1NtXentDimensional() {
        super("table-1-nt-xent-dimensional");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(
                LandscapeProperty.printed(
                        "mode i collapses if c_i >= N a_i",
                        false,
                        x -> CatalogueLandscape.collapsesIf(
                                LOSS,
                                ntXent(x),
                                (a, c) -> c.compareTo(
                                                a.multiply(x.hyperparameters().n()))
                                        >= 0)),
                LandscapeProperty.correction(
                        "no mode with a_i > 0 collapses", x -> CatalogueLandscape.neverCollapses(LOSS, ntXent(x))));
    }

    /** alpha = 0. */
    static CommutingModel ntXent(CommutingModel x) {
        Hyperparameters h = x.hyperparameters();
        return x.with(new Hyperparameters(BigFraction.ZERO, h.beta(), h.gamma(), h.kappa(), h.c(), h.n()));
    }
}
