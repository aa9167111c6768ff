package org.lossproof.experiment;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;

/** The representations of a data set by a model, and the derivatives by its parameters; buffers are kept between steps. */
final class Model {
    private final ModelShape shape;
    private final int[] encoders;
    private final double[][][] hidden;
    private final double[][][] plain;
    private final double[][][] values;
    private double scale;
    private double norm;

    /**
     * @param encoders the encoder of every representation that is needed
     * @param items how many items there are
     */
    Model(ModelShape shape, int[] encoders, int items) {
        this.shape = shape;
        this.encoders = encoders;
        this.hidden = new double[encoders.length][shape.width()][items];
        this.plain = new double[encoders.length][shape.d1()][items];
        this.values = new double[encoders.length][shape.d1()][items];
    }

    /**
     * The representations: sources x d1 x items.
     *
     * @param theta the parameters
     * @param x the data of every source: d0 x items
     */
    double[][][] forward(double[] theta, double[][][] x) {
        for (int s = 0; s < encoders.length; s++) {
            double[][] h = x[s];
            if (shape.hidden().kind() != Hidden.Kind.NONE) {
                multiply(hidden[s], theta, shape.u(encoders[s]), x[s]);
                for (double[] row : hidden[s]) {
                    for (int j = 0; j < row.length; j++) {
                        row[j] = shape.hidden().of(row[j]);
                    }
                }
                h = hidden[s];
            }
            multiply(plain[s], theta, shape.w(encoders[s]), h);
            for (int k = 0; shape.bias() && k < shape.d1(); k++) {
                double b = theta[shape.b(encoders[s]) + k];
                for (int j = 0; j < plain[s][k].length; j++) {
                    plain[s][k][j] += b;
                }
            }
        }
        return normalised();
    }

    /** out = M h, M stored row by row from {@code at} on. */
    private static void multiply(double[][] out, double[] theta, int at, double[][] h) {
        for (int k = 0; k < out.length; k++) {
            Arrays.fill(out[k], 0);
            for (int m = 0; m < h.length; m++) {
                Loops.addScaled(out[k], theta[at + k * h.length + m], h[m]);
            }
        }
    }

    private double[][][] normalised() {
        return switch (shape.normalisation().kind()) {
            case NONE -> plain;
            case PER_SAMPLE -> perSample();
            case MEAN -> inTheMean();
        };
    }

    private double[][][] perSample() {
        for (int s = 0; s < plain.length; s++) {
            for (int j = 0; j < plain[s][0].length; j++) {
                double length = length(plain[s], j);
                for (int k = 0; k < shape.d1(); k++) {
                    values[s][k][j] = plain[s][k][j] / length;
                }
            }
        }
        return values;
    }

    private static double length(double[][] f, int j) {
        double sum = 0;
        for (double[] row : f) {
            sum += row[j] * row[j];
        }
        return Math.sqrt(sum);
    }

    private double[][][] inTheMean() {
        norm = 0;
        for (double[][] f : plain) {
            for (double[] row : f) {
                norm += Loops.dot(row, row);
            }
        }
        norm /= (double) plain.length * plain[0][0].length;
        scale = Math.sqrt(shape.normalisation().c() / norm);
        for (int s = 0; s < plain.length; s++) {
            for (int k = 0; k < shape.d1(); k++) {
                for (int j = 0; j < plain[s][k].length; j++) {
                    values[s][k][j] = scale * plain[s][k][j];
                }
            }
        }
        return values;
    }

    /** Adds the derivatives by the parameters, given those by the representations, which are used up. */
    void backward(double[] theta, double[][][] x, double[][][] slopes, double[] gradient) {
        undoNormalisation(slopes);
        for (int s = 0; s < encoders.length; s++) {
            int e = encoders[s];
            double[][] h = shape.hidden().kind() == Hidden.Kind.NONE ? x[s] : hidden[s];
            outer(gradient, shape.w(e), slopes[s], h);
            for (int k = 0; shape.bias() && k < shape.d1(); k++) {
                gradient[shape.b(e) + k] += Loops.sum(slopes[s][k]);
            }
            if (shape.hidden().kind() != Hidden.Kind.NONE) {
                double[][] below = new double[h.length][h[0].length];
                for (int m = 0; m < h.length; m++) {
                    for (int k = 0; k < shape.d1(); k++) {
                        Loops.addScaled(below[m], theta[shape.w(e) + k * h.length + m], slopes[s][k]);
                    }
                    for (int j = 0; j < below[m].length; j++) {
                        below[m][j] *= shape.hidden().slope(h[m][j]);
                    }
                }
                outer(gradient, shape.u(e), below, x[s]);
            }
        }
    }

    /** gradient += g h', row by row from {@code at} on. */
    private static void outer(double[] gradient, int at, double[][] g, double[][] h) {
        double[] byItem = Batch.byItem(h);
        double[] rows = new double[Rows.MOST * h.length];
        for (int k = 0; k < g.length; k += Rows.MOST) {
            double[][] some = Arrays.copyOfRange(g, k, Math.min(g.length, k + Rows.MOST));
            Tiles.BEST.dots(rows, some.length, some, byItem, h.length);
            for (int p = 0; p < some.length * h.length; p++) {
                gradient[at + k * h.length + p] += rows[p];
            }
        }
    }

    private void undoNormalisation(double[][][] slopes) {
        switch (shape.normalisation().kind()) {
            case NONE -> {}
            case PER_SAMPLE -> undoPerSample(slopes);
            case MEAN -> undoInTheMean(slopes);
        }
    }

    /** d(f/|f|) = (df - f/|f| <f/|f|, df>) / |f|. */
    private void undoPerSample(double[][][] slopes) {
        for (int s = 0; s < slopes.length; s++) {
            for (int j = 0; j < slopes[s][0].length; j++) {
                double length = length(plain[s], j);
                double along = 0;
                for (int k = 0; k < shape.d1(); k++) {
                    along += slopes[s][k][j] * values[s][k][j];
                }
                for (int k = 0; k < shape.d1(); k++) {
                    slopes[s][k][j] = (slopes[s][k][j] - values[s][k][j] * along) / length;
                }
            }
        }
    }

    /** f = scale u, scale = sqrt(c / mean |u|^2). */
    private void undoInTheMean(double[][][] slopes) {
        double along = 0;
        for (int s = 0; s < slopes.length; s++) {
            for (int k = 0; k < shape.d1(); k++) {
                along += Loops.dot(slopes[s][k], plain[s][k]);
            }
        }
        double back = along / (norm * slopes.length * slopes[0][0].length);
        for (int s = 0; s < slopes.length; s++) {
            for (int k = 0; k < shape.d1(); k++) {
                for (int j = 0; j < slopes[s][k].length; j++) {
                    slopes[s][k][j] = scale * (slopes[s][k][j] - back * plain[s][k][j]);
                }
            }
        }
    }

    /** W of an encoder, in the scale in which the loss sees it: d1 x width. Under a normalisation of each sample as it stands. */
    RealMatrix weights(double[] theta, int encoder) {
        double by = shape.normalisation().kind() == Normalisation.Kind.MEAN ? scale : 1;
        RealMatrix out = new Array2DRowRealMatrix(shape.d1(), shape.width());
        for (int k = 0; k < shape.d1(); k++) {
            for (int m = 0; m < shape.width(); m++) {
                out.setEntry(k, m, by * theta[shape.w(encoder) + k * shape.width() + m]);
            }
        }
        return out;
    }
}
