package org.lossproof.experiment;

import org.lossproof.loss.InputException;

/**
 * A model f(x) = W h + b, h = x or a hidden layer g(U x), one for each encoder.
 *
 * @param d0 the dimension of the data
 * @param d1 the dimension of a representation
 * @param hidden the hidden layer
 * @param bias whether there is b: d1
 * @param normalisation of the representations
 * @param encoders how many encoders the definition has
 */
public record ModelShape(int d0, int d1, Hidden hidden, boolean bias, Normalisation normalisation, int encoders) {
    /** More parameters than this are a mistake. */
    private static final long MOST = 50_000_000;

    public ModelShape {
        long width = hidden.kind() == Hidden.Kind.NONE ? d0 : hidden.width() == 0 ? d0 : hidden.width();
        if (d0 < 1 || d1 < 1) {
            throw new InputException("a model of d0 = " + d0 + ", d1 = " + d1 + ": both are at least 1");
        } else if (encoders * (width * d0 + width * d1) > MOST) {
            throw new InputException("a model of d0 = " + d0 + ", width " + width + ", d1 = " + d1 + " has more than "
                    + MOST + " parameters; give smaller dimensions");
        }
    }

    /** The width of what W is applied to: d0 or that of the hidden layer. */
    int width() {
        return hidden.kind() == Hidden.Kind.NONE || hidden.width() == 0 ? d0 : hidden.width();
    }

    private int first() {
        return hidden.kind() == Hidden.Kind.NONE ? 0 : width() * d0;
    }

    /** Where U of an encoder starts: width x d0, row by row. */
    int u(int encoder) {
        return encoder * (first() + d1 * width() + (bias ? d1 : 0));
    }

    /** Where W of an encoder starts: d1 x width, row by row. */
    int w(int encoder) {
        return u(encoder) + first();
    }

    /** Where b of an encoder starts: d1. */
    int b(int encoder) {
        return w(encoder) + d1 * width();
    }

    /** How many parameters there are. */
    int size() {
        return u(encoders);
    }
}
