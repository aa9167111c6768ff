package org.lossproof.montecarlo;

import org.lossproof.loss.Expr;
import org.lossproof.loss.Exprs;

/** Questions about the form of an expression that decide how it is sampled. */
final class Shape {
    private Shape() {}

    /** Whether coordinates occur, so that odd orders can. */
    static boolean usesCoordinates(Expr e) {
        return Exprs.contains(e, Expr.Coordinate.class);
    }

    /** The lowest positive order at which an expression can depend on its vectors, a lower bound. */
    static int lowestOrder(Expr e) {
        return usesCoordinatesAlone(e) ? 1 : 2;
    }

    /** Whether some coordinate is not multiplied by another one. */
    private static boolean usesCoordinatesAlone(Expr e) {
        if (e instanceof Expr.Coordinate) {
            return true;
        } else if (e instanceof Expr.Product product) {
            long odd = product.factors().stream()
                    .filter(Shape::usesCoordinatesAlone)
                    .count();
            boolean pureFactors = product.factors().stream()
                    .filter(Shape::usesCoordinatesAlone)
                    .allMatch(Expr.Coordinate.class::isInstance);
            return odd == 1 || (odd > 1 && !pureFactors);
        } else if (e instanceof Expr.Power power) {
            return !(power.base() instanceof Expr.Coordinate) && usesCoordinatesAlone(power.base());
        }
        return e.children().stream().anyMatch(Shape::usesCoordinatesAlone);
    }
}
