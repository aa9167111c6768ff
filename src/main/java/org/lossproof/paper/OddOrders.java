package org.lossproof.paper;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.Evidence;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.loss.Catalogue;

/** First and third order vanish, below Eq. (3), Section 3.1. Its page is {@code proofs/odd-orders.md}. */
public final class OddOrders extends ExpansionClaim {
    private static final int ORDER = 4;

    /** The claim {@code odd-orders}. */
    public OddOrders() {
        super("odd-orders");
    }

    /** What is wrong with the paper's reason, invariance under rotations. */
    @Override
    protected List<Evidence> furtherEvidence() {
        List<String> notInvariant = Catalogue.names().stream()
                .filter(name ->
                        !isRotationInvariant(SeriesExpansion.expand(Catalogue.load(name), ORDER, java.util.Map.of())))
                .toList();
        String losses = "rotation changes the order-" + ORDER + " form of " + String.join(", ", notInvariant)
                + " (coordinate sums); every other loss of the catalogue consists of traces";
        return List.of(
                new Evidence(Evidence.Kind.SYMBOLIC, losses), new Evidence(Evidence.Kind.EXACT, cubicInvariant()));
    }

    private static boolean isRotationInvariant(Expansion expansion) {
        return expansion.terms().values().stream()
                .allMatch(m -> m.keySet().stream().allMatch(i -> i.isRotationInvariant()));
    }

    /** det W, W: 3 x 3, is of third order and invariant under left rotation, at a rational rotation and weight. */
    private static String cubicInvariant() {
        BigFraction[][] turn = {
            {new BigFraction(3, 5), new BigFraction(-4, 5), BigFraction.ZERO},
            {new BigFraction(4, 5), new BigFraction(3, 5), BigFraction.ZERO},
            {BigFraction.ZERO, BigFraction.ZERO, BigFraction.ONE}
        };
        RationalMatrix rotation = RationalMatrix.of(3, 3, (i, j) -> turn[i][j]);
        RationalMatrix w = RationalMatrix.of(3, 3, (i, j) -> new BigFraction((i * i + 2 * j + i * j) % 5));
        BigFraction before = determinant(w);
        BigFraction after = determinant(rotation.multiply(w));
        BigFraction negated = determinant(w.scale(BigFraction.MINUS_ONE));
        String verdict = before.equals(after) && negated.equals(before.negate()) ? "is odd and" : "is not odd or not";
        return "for d1 = d0 = 3, det W " + verdict + " invariant under rotation: det W = " + before + ", det RW = "
                + after + ", det(-W) = " + negated + "; rotations alone do not exclude third orders";
    }

    private static BigFraction determinant(RationalMatrix m) {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            int k = (i + 2) % 3;
            sum = sum.add(m.get(0, i).multiply(minor(m, j, k)));
        }
        return sum;
    }

    private static BigFraction minor(RationalMatrix m, int j, int k) {
        return m.get(1, j).multiply(m.get(2, k)).subtract(m.get(1, k).multiply(m.get(2, j)));
    }
}
