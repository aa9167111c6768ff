package org.lossproof.paper;

import java.util.List;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;

/** Table 1: weight decay causes dimensional collapse. Its page is {@code proofs/table-1-weight-decay-dimensional.md}. */
public final class Table1WeightDecayDimensional extends ExpansionClaim {
    /** The claim {@code table-1-weight-decay-dimensional}. */
    public Table1WeightDecayDimensional() {
        super("table-1-weight-decay-dimensional");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(LandscapeProperty.printed(
                "mode i collapses just when gamma >= a_i",
                true,
                x -> CatalogueLandscape.collapsesWhere(
                        "infonce-weight-decay",
                        x,
                        (a, c) -> x.hyperparameters().gamma().compareTo(a) >= 0)));
    }
}
