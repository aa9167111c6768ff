package org.lossproof.montecarlo;

/**
 * A subexpression compiled for sampling. After {@link #evaluate} its jet stands in {@link #jet}: one for every number of
 * inner draws in use (see {@link InnerDraws}), or a single one if it holds no estimated mean.
 */
abstract class Node {
    private final double[][] jets;

    /**
     * @param variants the number of jets, 1 unless an estimated mean is inside
     * @param length the number of coefficients
     */
    Node(int variants, int length) {
        jets = new double[variants][length];
    }

    final int variants() {
        return jets.length;
    }

    final double[] jet(int variant) {
        return jets[jets.length == 1 ? 0 : variant];
    }

    /** Brings the jets up to date with the current draws. */
    abstract void evaluate();
}
