package org.lossproof.experiment;

/**
 * What takes most of a step: the matrix products between a few rows and all items of a data set, rows a (rows x d1, row by row),
 * items m (d1 x items); and exponentials. Every implementation adds in the same order, with the same roundings: the bits are the same.
 */
interface Tiles {
    /** The fastest there is: with vector instructions under {@code --add-modules jdk.incubator.vector}. */
    Tiles BEST = best();

    private static Tiles best() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return new PlainTiles();
        }
        try {
            // By name: it is compiled apart, with the module, and must not be loaded without.
            return Class.forName("org.lossproof.experiment.VectorTiles")
                    .asSubclass(Tiles.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** out_rj = factor sum_k (a_rk + w m_kj)^2: rows x items. */
    void squares(double[][] out, int rows, double factor, double[] a, double w, double[][] m);

    /** out_rj = factor sum_k a_rk (b_rk + w m_kj): rows x items. */
    void products(double[][] out, int rows, double factor, double[] a, double[] b, double w, double[][] m);

    /**
     * out_rk = sum_j s_rj m_jk: rows x d1.
     *
     * @param m item by item: items x d1
     */
    void dots(double[] out, int rows, double[][] s, double[] m, int d1);

    /** out_kj += sum_r s_rj a_rk: d1 x items. */
    void addOuter(double[][] out, int rows, double[][] s, double[] a);

    /** The largest of a range; what is no number is left out. */
    double largest(double[] u, int from, int to);

    /**
     * out = exp(x - shift), within 1 ulp.
     *
     * @param out not x itself
     * @param scratch as long
     */
    void exp(double[] out, double[] x, double shift, double[] scratch);
}
