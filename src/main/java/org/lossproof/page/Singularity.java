package org.lossproof.page;

import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.Notation;

/**
 * The statement that a loss is not analytic at W = 0, so that it has no expansion there.
 *
 * @param loss the loss
 */
public record Singularity(LossDefinition loss) implements Assertion {
    @Override
    public String text() {
        return Notation.plain(loss.expression()) + " is not analytic at W = 0";
    }

    @Override
    public String tex() {
        return Notation.tex(loss.expression()) + "\\allowbreak\\quad\\text{is not analytic at }W = 0";
    }
}
