package org.lossproof.theorem;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.kernel.MatrixStatement;

/** Whether matrices exist of which facts hold: decided where the linear ones among the facts have no solution, or one. */
final class ExistsDecision {
    private final MatrixStatement.Alternative alternative;
    private final LinearEquations linear;

    ExistsDecision(MatrixModel model, MatrixStatement.Alternative alternative) {
        this.alternative = alternative;
        this.linear = new LinearEquations(model.instance(), alternative.letters(), alternative.facts());
    }

    Truth truth() {
        Optional<Instance> some = linear.solution(k -> BigFraction.ZERO);
        if (some.isEmpty()) {
            return Truth.FALSE;
        }
        MatrixModel there = new MatrixModel(some.get());
        boolean fits = there.fits(alternative.letters());
        Truth holds = fits ? there.all(alternative.facts()) : Truth.FALSE;
        return holds == Truth.TRUE || linear.isUnique() ? holds : Truth.UNKNOWN;
    }
}
