package org.lossproof.landscape;

import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * L(W) = -Tr[W B W'] + quartic + kappa (Tr[W Sigma W'] + |b|^2 - c)^2 with coordinate sums, for diagonal A0 and C (the basis
 * of modes) and finite kappa, as a function of W (and b, the last column).
 */
public final class CoordinateQuartic implements SmoothLandscape {
    private final RealMatrix b;
    private final RealMatrix a;
    private final RealMatrix c;
    private final QuarticForm.Coordinates form;
    private final int d1;
    private final Penalty penalty;
    private final boolean bias;

    /** Eigenvalues b_i of B, a_i of A0, c_i of C; finite kappa. */
    CoordinateQuartic(
            List<Double> b,
            List<Double> a,
            List<Double> c,
            QuarticForm.Coordinates form,
            int d1,
            Penalty penalty,
            boolean bias) {
        this.b = diagonal(b, bias);
        this.a = diagonal(a, bias);
        this.c = diagonal(c, bias);
        this.form = form;
        this.d1 = d1;
        this.penalty = penalty;
        this.bias = bias;
    }

    private static RealMatrix diagonal(List<Double> values, boolean bias) {
        RealMatrix m = MatrixUtils.createRealMatrix(values.size() + (bias ? 1 : 0), values.size() + (bias ? 1 : 0));
        for (int i = 0; i < values.size(); i++) {
            m.setEntry(i, i, values.get(i));
        }
        return m;
    }

    @Override
    public int rows() {
        return d1;
    }

    @Override
    public int columns() {
        return b.getRowDimension();
    }

    @Override
    public double value(RealMatrix w) {
        RealMatrix ka = w.multiply(a).multiply(w.transpose());
        RealMatrix kc = w.multiply(c).multiply(w.transpose());
        QuarticForm.Traces t = form.traces();
        double ta = ka.getTrace();
        double tc = kc.getTrace();
        double sum = -w.multiply(b).multiply(w.transpose()).getTrace();
        sum += t.aa() * inner(ka, ka) + t.ac() * inner(ka, kc) + t.cc() * inner(kc, kc);
        sum += t.aSquared() * ta * ta + t.aTimesC() * ta * tc + t.cSquared() * tc * tc;
        for (int i = 0; i < d1; i++) {
            double x = ka.getEntry(i, i);
            double y = kc.getEntry(i, i);
            sum += form.aa() * x * x + form.ac() * x * y + form.cc() * y * y;
        }
        return sum + penalty.value(norm(w));
    }

    @Override
    public RealMatrix gradient(RealMatrix w) {
        RealMatrix ka = w.multiply(a).multiply(w.transpose());
        RealMatrix kc = w.multiply(c).multiply(w.transpose());
        QuarticForm.Traces t = form.traces();
        double ta = ka.getTrace();
        double tc = kc.getTrace();
        // L = L(K_A, K_C): the gradient is 2 (dL/dK_A W A0 + dL/dK_C W C).
        RealMatrix byA = ka.scalarMultiply(2 * t.aa()).add(kc.scalarMultiply(t.ac()));
        RealMatrix byC = kc.scalarMultiply(2 * t.cc()).add(ka.scalarMultiply(t.ac()));
        double mu = penalty.kappa() == 0 ? 0 : 2 * penalty.kappa() * (norm(w) - penalty.c());
        for (int i = 0; i < d1; i++) {
            double x = ka.getEntry(i, i);
            double y = kc.getEntry(i, i);
            byA.addToEntry(i, i, 2 * t.aSquared() * ta + t.aTimesC() * tc + 2 * form.aa() * x + form.ac() * y + mu);
            byC.addToEntry(i, i, 2 * t.cSquared() * tc + t.aTimesC() * ta + 2 * form.cc() * y + form.ac() * x + mu);
        }
        RealMatrix out =
                byA.multiply(w).multiply(a).add(byC.multiply(w).multiply(c)).subtract(w.multiply(b));
        if (bias) {
            int last = columns() - 1;
            out.setColumnVector(last, w.getColumnVector(last).mapMultiply(mu));
        }
        return out.scalarMultiply(2);
    }

    /** Tr[W Sigma W'] + |b|^2. */
    double norm(RealMatrix w) {
        double rho = w.multiply(a.add(c)).multiply(w.transpose()).getTrace();
        int last = columns() - 1;
        return bias ? rho + w.getColumnVector(last).dotProduct(w.getColumnVector(last)) : rho;
    }

    private static double inner(RealMatrix x, RealMatrix y) {
        return x.transposeMultiply(y).getTrace();
    }
}
