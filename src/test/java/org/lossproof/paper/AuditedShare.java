package org.lossproof.paper;

import java.util.ArrayList;
import java.util.List;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.landscape.Penalty;

/** Of how many landscapes floating point can tell what decides them, so that the solver's answer is checked. */
public final class AuditedShare {
    private AuditedShare() {}

    /** Between 0 and 1, of the landscapes of these models with each normalisation, with and without a bias. */
    public static double of(List<CommutingModel> models) {
        List<Boolean> audited = new ArrayList<>();
        for (CommutingModel model : models) {
            ModeLandscape l = ModeLandscape.indefinite(model);
            for (Penalty penalty : List.of(Penalty.NONE, l.penalty(), l.constraint())) {
                for (boolean bias : List.of(false, true)) {
                    l.points(penalty, bias);
                    audited.add(l.isAudited(penalty, bias));
                }
            }
        }
        return (double) audited.stream().filter(x -> x).count() / audited.size();
    }
}
