package org.lossproof.landscape;

import org.hipparchus.linear.RealMatrix;
import org.lossproof.tolerance.Tolerance;

/** The Hessian spectrum of any landscape by numerical derivatives; zero directions count as a threshold. */
final class NumericalSpectrum {
    private NumericalSpectrum() {}

    static HessianSpectrum at(SmoothLandscape landscape, RealMatrix w) {
        RealMatrix hessian = Validation.hessian(landscape::gradient, w);
        double size = hessian.getNorm1();
        HessianSpectrum.Builder out = new HessianSpectrum.Builder();
        for (double e : Symmetric.eigenvalues(hessian)) {
            out.addOrThreshold(Math.abs(e) < Tolerance.NUMERICAL_HESSIAN * size ? 0 : e / 2, 0, 1);
        }
        return out.build();
    }
}
