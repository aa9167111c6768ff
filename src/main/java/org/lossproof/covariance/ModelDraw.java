package org.lossproof.covariance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.covariance.CommutingModel.Hyperparameters;

/**
 * A model as a list of small whole numbers, 0 the simplest of each: what {@code verify} draws from its own generator and jqwik
 * from its own, so that both put a statement to the test at the same models and both shrink them.
 *
 * @param numbers {@link #LENGTH} of them, each from 0 to {@link #LARGEST}
 */
public record ModelDraw(List<Integer> numbers) {
    /** The most modes d0. */
    public static final int MOST_MODES = 5;
    /** The largest number. */
    public static final int LARGEST = 59;

    private static final int TURNS = 4;
    private static final int A = 8;
    private static final int C = A + MOST_MODES;
    private static final int B = C + MOST_MODES;
    private static final int BASIS = B + MOST_MODES;
    /** How many numbers there are. */
    public static final int LENGTH = BASIS + TURNS;

    private static final int[][] EIGENVALUES = {
        {1, 1}, {0, 1}, {2, 1}, {1, 2}, {3, 1}, {1, 3}, {5, 2}, {1, 100}, {50, 1}
    };
    private static final int[][] ZERO_FIRST = {{0, 1}, {1, 1}, {2, 1}, {1, 2}, {3, 1}, {1, 3}, {5, 2}};
    private static final int[][] POSITIVE = {{1, 1}, {2, 1}, {1, 2}, {3, 1}, {1, 3}, {5, 2}, {1, 100}, {50, 1}};
    private static final int[][] ANY = {{1, 1}, {2, 1}, {-1, 1}, {1, 2}, {3, 1}, {0, 1}, {-1, 3}, {5, 2}, {1, 100}};

    public ModelDraw {
        numbers = List.copyOf(numbers);
        if (numbers.size() != LENGTH || numbers.stream().anyMatch(n -> n < 0 || n > LARGEST)) {
            throw new IllegalArgumentException("a model is " + LENGTH + " numbers from 0 to " + LARGEST);
        }
    }

    /** One of every size alike. */
    public static ModelDraw of(Random random) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            numbers.add(random.nextInt(LARGEST + 1));
        }
        return new ModelDraw(numbers);
    }

    /** d0. */
    public int modes() {
        return 1 + numbers.get(0) % MOST_MODES;
    }

    /** Eigenvalues with a common basis, d1 and hyperparameters. */
    public CommutingModel model() {
        Hyperparameters h = new Hyperparameters(
                pick(ZERO_FIRST, 2),
                pick(EIGENVALUES, 3),
                pick(ZERO_FIRST, 4),
                pick(POSITIVE, 5),
                pick(POSITIVE, 6),
                2 + numbers.get(7) % 4,
                further(),
                Map.of());
        return new CommutingModel(
                new CommutingPair(basis(), values(EIGENVALUES, A), values(EIGENVALUES, C)),
                1 + numbers.get(1) % (MOST_MODES + 1),
                h);
    }

    /** The numbers of the hyperparameters of usual names, of which a landscape uses few, the last first. */
    private List<Integer> further() {
        List<Integer> out = new ArrayList<>(numbers.subList(2, A));
        Collections.reverse(out);
        return out;
    }

    /** Eigenvalues of any sign, for a B that is granted as any matrix. */
    public List<BigFraction> anyB() {
        return values(ANY, B);
    }

    /** A0 in the basis of the model and C diagonal: they commute where the basis is the standard one or an eigenspace is shared. */
    public CovariancePair anyCovariances() {
        CommutingModel model = model();
        return new CovariancePair(model.pair().inBasis(model.a()), RationalMatrix.diagonal(model.c()));
    }

    /** Simpler draws, one number changed in each. */
    public List<ModelDraw> simpler() {
        List<ModelDraw> out = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            int n = numbers.get(i);
            for (int smaller : new TreeSet<>(List.of(0, 1, 2, n / 2, n - 1))) {
                if (smaller >= 0 && smaller < n) {
                    List<Integer> changed = new ArrayList<>(numbers);
                    changed.set(i, smaller);
                    out.add(new ModelDraw(changed));
                }
            }
        }
        return out;
    }

    private List<BigFraction> values(int[][] table, int from) {
        List<BigFraction> out = new ArrayList<>();
        for (int i = 0; i < modes(); i++) {
            out.add(pick(table, from + i));
        }
        return out;
    }

    private BigFraction pick(int[][] table, int at) {
        int[] q = table[numbers.get(at) % table.length];
        return new BigFraction(q[0], q[1]);
    }

    /** A product of turns by the angle of the triangle 3, 4, 5 in planes of neighbouring axes: orthogonal, exactly. */
    private RationalMatrix basis() {
        int n = modes();
        RationalMatrix out = RationalMatrix.identity(n);
        for (int k = 0; n > 1 && k < TURNS; k++) {
            int which = numbers.get(BASIS + k) % n;
            if (which > 0) {
                out = out.multiply(turn(n, which - 1));
            }
        }
        return out;
    }

    private static RationalMatrix turn(int n, int from) {
        return RationalMatrix.of(n, n, (i, j) -> {
            boolean inPlane = i >= from && i <= from + 1 && j >= from && j <= from + 1;
            if (!inPlane) {
                return i.equals(j) ? BigFraction.ONE : BigFraction.ZERO;
            }
            return i.equals(j) ? new BigFraction(3, 5) : new BigFraction(i < j ? -4 : 4, 5);
        });
    }
}
