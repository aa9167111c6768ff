package org.lossproof.covariance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
     * Hyperparameters: those of usual names, and what decides the values of others.
     *
     * @param alpha weight of the positive pair in the denominator, not negative
     * @param beta weight of the entropy, not negative
     * @param gamma weight decay, not negative
     * @param kappa strength of the normalisation, positive
     * @param c the wanted mean square norm, positive
     * @param n number of terms in the denominator, at least 2
     * @param further numbers, 0 the simplest, by which parameters of other names take a value in their range
     * @param fixed values that are set, by name
     */
    public record Hyperparameters(
            BigFraction alpha,
            BigFraction beta,
            BigFraction gamma,
            BigFraction kappa,
            BigFraction c,
            int n,
            List<Integer> further,
            Map<String, BigFraction> fixed) {
        public Hyperparameters {
            further = List.copyOf(further);
            fixed = Map.copyOf(fixed);
        }

        /** Parameters of other names take their examples. */
        public Hyperparameters(
                BigFraction alpha, BigFraction beta, BigFraction gamma, BigFraction kappa, BigFraction c, int n) {
            this(alpha, beta, gamma, kappa, c, n, List.of(), Map.of());
        }

        /** The same with a value set. */
        public Hyperparameters with(String name, BigFraction value) {
            Map<String, BigFraction> all = new HashMap<>(fixed);
            all.put(name, value);
            return new Hyperparameters(
                    name.equals("alpha") ? value : alpha,
                    name.equals("beta") ? value : beta,
                    name.equals("gamma") ? value : gamma,
                    name.equals("kappa") ? value : kappa,
                    name.equals("c") ? value : c,
                    name.equals("N") ? value.intValue() : n,
                    further,
                    all);
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
        return IntStream.range(0, modes()).mapToObj(this::s).toList();
    }

    /** The eigenvalue of Sigma of a mode, from 0. */
    public BigFraction s(int mode) {
        return a().get(mode).add(c().get(mode));
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
