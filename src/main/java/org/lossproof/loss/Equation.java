package org.lossproof.loss;

/**
 * Two expressions over the same declarations, said to be equal.
 *
 * @param left one side, usually a loss or a part of one
 * @param right the other, usually what a paper prints
 */
public record Equation(LossDefinition left, LossDefinition right) {
    /** left - right as a definition: it vanishes where the equation holds. */
    public LossDefinition difference() {
        return left.withExpression(Exprs.difference(left.expression(), right.expression()));
    }

    /** The same with another right side over the same declarations. */
    public Equation withRight(Expr other) {
        return new Equation(left, right.withExpression(other));
    }
}
