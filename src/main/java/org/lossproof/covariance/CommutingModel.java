package org.lossproof.covariance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/**
 * Commuting covariances, the dimension of the representation and values of all hyperparameters: a point at which a
 * proposition on landscapes is put to the test.
 *
 * @param pair A0 and C: d0 x d0
 * @param d1 the dimension of the representation, at least 1
 * @param hyperparameters the values of all hyperparameters, of which a proposition uses some
 */
public record CommutingModel(CommutingPair pair, int d1, Hyperparameters hyperparameters) {
    /**
     * Hyperparameters of the paper's losses.
     *
     * @param alpha weight of the positive pair in the denominator, not negative
     * @param beta weight of the entropy, not negative
     * @param gamma weight decay, not negative
     * @param kappa strength of the normalisation, positive
     * @param c the wanted mean square norm, positive
     * @param n number of terms in the denominator, at least 2
     */
    public record Hyperparameters(
            BigFraction alpha, BigFraction beta, BigFraction gamma, BigFraction kappa, BigFraction c, int n) {
        /** All 1 but alpha and gamma, which are 0, and N = 2: where shrinking ends. */
        public static final Hyperparameters SIMPLEST = new Hyperparameters(
                BigFraction.ZERO, BigFraction.ONE, BigFraction.ZERO, BigFraction.ONE, BigFraction.ONE, 2);

        /** The same with one value that is not the simplest replaced by it. */
        List<Hyperparameters> simpler() {
            Hyperparameters s = SIMPLEST;
            return Stream.of(
                            new Hyperparameters(s.alpha, beta, gamma, kappa, c, n),
                            new Hyperparameters(alpha, s.beta, gamma, kappa, c, n),
                            new Hyperparameters(alpha, beta, s.gamma, kappa, c, n),
                            new Hyperparameters(alpha, beta, gamma, s.kappa, c, n),
                            new Hyperparameters(alpha, beta, gamma, kappa, s.c, n),
                            new Hyperparameters(alpha, beta, gamma, kappa, c, s.n))
                    .filter(h -> !h.equals(this))
                    .toList();
        }

        @Override
        public String toString() {
            return "alpha = " + text(alpha) + ", beta = " + text(beta) + ", gamma = " + text(gamma) + ", kappa = "
                    + text(kappa) + ", c = " + text(c) + ", N = " + n;
        }
    }

    public CommutingModel {
        if (d1 < 1) {
            throw new IllegalArgumentException("d1 = " + d1 + " is no dimension");
        }
    }

    /** The eigenvalues of A0. */
    public List<BigFraction> a() {
        return pair.a();
    }

    /** The eigenvalues of C, in the order of those of A0. */
    public List<BigFraction> c() {
        return pair.c();
    }

    /** The eigenvalues of Sigma = A0 + C. */
    public List<BigFraction> s() {
        return IntStream.range(0, modes())
                .mapToObj(i -> a().get(i).add(c().get(i)))
                .toList();
    }

    /** d0. */
    public int modes() {
        return pair.dimension();
    }

    /** The same with other eigenvalues. */
    public CommutingModel with(List<BigFraction> a, List<BigFraction> c) {
        return new CommutingModel(new CommutingPair(pair.basis(), a, c), d1, hyperparameters);
    }

    /** The same with other hyperparameters. */
    public CommutingModel with(Hyperparameters other) {
        return new CommutingModel(pair, d1, other);
    }

    /** The same with another d1. */
    public CommutingModel withRows(int rows) {
        return new CommutingModel(pair, rows, hyperparameters);
    }

    /** Simpler models, one change each: a mode less, an eigenvalue 1 or 0, d1 = 1, the standard basis. */
    public List<CommutingModel> simpler() {
        List<CommutingModel> out = new ArrayList<>();
        RationalMatrix standard = RationalMatrix.identity(modes());
        if (modes() > 1) {
            for (int i = 0; i < modes(); i++) {
                RationalMatrix smaller = RationalMatrix.identity(modes() - 1);
                out.add(new CommutingModel(
                        new CommutingPair(smaller, without(a(), i), without(c(), i)), d1, hyperparameters));
            }
        }
        if (!pair.basis().equals(standard)) {
            out.add(new CommutingModel(new CommutingPair(standard, a(), c()), d1, hyperparameters));
        }
        if (d1 > 1) {
            out.add(withRows(d1 - 1));
        }
        for (int i = 0; i < modes(); i++) {
            for (BigFraction simple : List.of(BigFraction.ZERO, BigFraction.ONE, BigFraction.TWO)) {
                if (isSimpler(simple, a().get(i))) {
                    out.add(with(replaced(a(), i, simple), c()));
                }
                if (isSimpler(simple, c().get(i))) {
                    out.add(with(a(), replaced(c(), i, simple)));
                }
            }
        }
        hyperparameters.simpler().forEach(h -> out.add(with(h)));
        return out;
    }

    private static boolean isSimpler(BigFraction simple, BigFraction than) {
        return size(simple) < size(than);
    }

    private static double size(BigFraction q) {
        return q.getNumerator().abs().doubleValue() + 2 * q.getDenominator().doubleValue();
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> out = new ArrayList<>(list);
        out.remove(index);
        return out;
    }

    private static <T> List<T> replaced(List<T> list, int index, T value) {
        List<T> out = new ArrayList<>(list);
        out.set(index, value);
        return out;
    }

    private static String text(BigFraction q) {
        return q.toString().replace(" ", "");
    }

    @Override
    public String toString() {
        String basis = pair.basis().equals(RationalMatrix.identity(modes())) ? "" : ", U = " + pair.basis();
        return "a = " + a().stream().map(CommutingModel::text).toList() + ", c = "
                + c().stream().map(CommutingModel::text).toList() + basis + ", d1 = " + d1 + ", " + hyperparameters;
    }
}
