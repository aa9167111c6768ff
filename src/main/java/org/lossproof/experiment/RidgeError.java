package org.lossproof.experiment;

import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.lossproof.montecarlo.Seed;

/**
 * The error of a ridge regression of y = x_1 on a representation z = W x, x ~ N(0, A0): with G = argmin mean |G z - y|^2 + mu |G|^2,
 * the error E|G z - y|^2 over the population.
 *
 * <p>With M the second moments of the data regressed on, G = e1' M W' (W M W' + mu I)^(-1), and the error is
 * (G W - e1') A0 (G W - e1')'. For M = A0 in the modes it is a_1 mu^2/(a_1 w_1^2 + mu)^2.
 *
 * @param data A0: d0 x d0
 * @param penalty mu, positive
 */
public record RidgeError(RealMatrix data, double penalty) {
    public RidgeError {
        if (!(penalty > 0)) {
            throw new IllegalArgumentException("a penalty of " + penalty + " leaves G undetermined after a collapse");
        }
    }

    /** Regressed on the population, for W: d1 x d0. */
    public double ofPopulation(RealMatrix w) {
        return of(w, data);
    }

    /** Regressed on data with the second moments M: d0 x d0, for W: d1 x d0. */
    public double of(RealMatrix w, RealMatrix moments) {
        RealMatrix system = w.multiply(moments).multiply(w.transpose());
        for (int i = 0; i < system.getRowDimension(); i++) {
            system.addToEntry(i, i, penalty);
        }
        RealVector target = w.multiply(moments).getColumnVector(0);
        RealVector g = new LUDecomposition(system).getSolver().solve(target);
        RealVector residual = w.transpose().operate(g);
        residual.addToEntry(0, -1);
        return residual.dotProduct(data.operate(residual));
    }

    /** X'X/n of n draws from N(0, A0), A0 diagonal. */
    public RealMatrix moments(int n, Seed seed) {
        var gaussian = ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(seed.state()));
        int d = data.getRowDimension();
        RealMatrix sum = MatrixUtils.createRealMatrix(d, d);
        for (int k = 0; k < n; k++) {
            RealVector x = MatrixUtils.createRealVector(new double[d]);
            for (int i = 0; i < d; i++) {
                x.setEntry(i, Math.sqrt(data.getEntry(i, i)) * gaussian.sample());
            }
            sum = sum.add(x.outerProduct(x));
        }
        return sum.scalarMultiply(1.0 / n);
    }
}
