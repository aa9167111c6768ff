package org.lossproof.expansion.rational;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldMatrix;
import org.lossproof.loss.Expr.Letter;
import org.lossproof.loss.InputException;

/**
 * Exact covariances of the representation: K_A = W A0 W', K_C = W C W', K_G = W W', each (e d1) x (e d1) for e encoders
 * whose representations are stacked.
 *
 * @param d1 the dimension of a representation
 * @param encoders how many encoders
 * @param covariances K_A, K_C, K_S = K_A + K_C and K_G
 */
public record RationalModel(int d1, int encoders, Map<Letter, FieldMatrix<BigFraction>> covariances) {
    public RationalModel {
        covariances = Map.copyOf(covariances);
        if (covariances.values().stream().anyMatch(m -> m.getRowDimension() != d1 * encoders || !m.isSquare())) {
            throw new InputException("covariances of the representation are " + d1 * encoders + " x " + d1 * encoders);
        }
    }

    /** The model of given K_A, K_C, K_G, symmetric matrices of one size, for a single encoder. */
    public static RationalModel of(FieldMatrix<BigFraction> a, FieldMatrix<BigFraction> c, FieldMatrix<BigFraction> g) {
        return of(a.getRowDimension(), 1, a, c, g);
    }

    /**
     * The model of weights and covariances of the data, for a single encoder.
     *
     * @param w W: d1 x d0
     * @param a0 A0: d0 x d0
     * @param c C: d0 x d0
     */
    public static RationalModel of(
            int d1, FieldMatrix<BigFraction> w, FieldMatrix<BigFraction> a0, FieldMatrix<BigFraction> c) {
        FieldMatrix<BigFraction> t = w.transpose();
        return of(d1, 1, w.multiply(a0).multiply(t), w.multiply(c).multiply(t), w.multiply(t));
    }

    /** d1 = 1 with K_A = a, K_C = c and K_G = 1: the smallest model there is. */
    public static RationalModel scalar(BigFraction a, BigFraction c) {
        return of(scalarMatrix(a), scalarMatrix(c), scalarMatrix(BigFraction.ONE));
    }

    /**
     * W A0 W', W C W', W W' for a random W: (e d1) x d0 and random positive semi-definite A0, C with small rational
     * entries, which for d1 >= 2 do not commute in general.
     */
    public static RationalModel random(int d1, int encoders, long seed) {
        Random random = new Random(seed);
        int rows = d1 * encoders;
        FieldMatrix<BigFraction> w = integers(random, rows, rows + 1, 1);
        FieldMatrix<BigFraction> rootA = integers(random, rows + 1, 2, 2);
        FieldMatrix<BigFraction> rootC = integers(random, rows + 1, rows + 1, 3);
        FieldMatrix<BigFraction> wa = w.multiply(rootA);
        FieldMatrix<BigFraction> wc = w.multiply(rootC);
        return of(d1, encoders, gram(wa), gram(wc), gram(w));
    }

    private static RationalModel of(
            int d1, int e, FieldMatrix<BigFraction> a, FieldMatrix<BigFraction> c, FieldMatrix<BigFraction> g) {
        Map<Letter, FieldMatrix<BigFraction>> all = new EnumMap<>(Letter.class);
        all.put(Letter.A, a);
        all.put(Letter.C, c);
        all.put(Letter.S, a.add(c));
        all.put(Letter.G, g);
        return new RationalModel(d1, e, all);
    }

    /** K_letter. */
    public FieldMatrix<BigFraction> covariance(Letter letter) {
        return covariances.get(letter);
    }

    /** W_left X W_right' as a d1 x d1 block of K_letter. */
    public FieldMatrix<BigFraction> block(Letter letter, int left, int right) {
        return covariance(letter).getSubMatrix(left * d1, left * d1 + d1 - 1, right * d1, right * d1 + d1 - 1);
    }

    private static FieldMatrix<BigFraction> gram(FieldMatrix<BigFraction> m) {
        return m.multiply(m.transpose());
    }

    private static FieldMatrix<BigFraction> integers(Random random, int rows, int columns, int denominator) {
        FieldMatrix<BigFraction> out = new Array2DRowFieldMatrix<>(BigFractionField.getInstance(), rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                out.setEntry(i, j, new BigFraction(random.nextInt(5) - 2, denominator));
            }
        }
        return out;
    }

    private static FieldMatrix<BigFraction> scalarMatrix(BigFraction value) {
        return new Array2DRowFieldMatrix<>(BigFractionField.getInstance(), new BigFraction[][] {{value}});
    }
}
