package org.lossproof.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A linear combination of representations in every row, a_r + w m_j: what is the same for all items of the innermost running
 * datum, and what is not.
 */
final class Combined {
    /** The batch at hand; the cells of one compiled loss share it. */
    static final class Source {
        private final List<Combined> all = new ArrayList<>();

        Batch batch;

        /** Passes on what was put off; once after everything else. */
        void finish() {
            all.forEach(Combined::passMultiples);
        }
    }

    /**
     * weight * f(vector), the vector of an item.
     *
     * @param source which representation
     * @param axis the item that runs
     * @param all whether all its items are taken at once
     */
    record Term(double weight, int source, RunningItem axis, boolean all) {}

    private final Source source;
    private final Rows rows;
    private final int d1;
    private final Term[] single;
    private final Term[] many;
    private final double[] ofSingle;
    private final double[][] sum;
    private final double[] dots;
    private final double[][] scaled;
    private final double[] multiples;
    private boolean putOff;

    Combined(Source source, Rows rows, List<Term> terms, int d1, int items) {
        this.source = source;
        this.rows = rows;
        this.d1 = d1;
        this.single = terms.stream().filter(t -> !t.all()).toArray(Term[]::new);
        this.many = terms.stream().filter(Term::all).toArray(Term[]::new);
        this.ofSingle = new double[rows.most() * d1];
        this.dots = new double[rows.most() * d1];
        this.sum = many.length > 1 ? new double[d1][items] : new double[0][];
        this.scaled = new double[rows.most()][many.length > 0 ? items : 0];
        this.multiples = new double[many.length > 0 ? items : 0];
        source.all.add(this);
    }

    boolean isMany() {
        return many.length > 0;
    }

    boolean hasSingle() {
        return single.length > 0;
    }

    int d1() {
        return d1;
    }

    /** Reads a: rows x d1, row by row. */
    double[] readSingle() {
        for (int r = 0; r < rows.count && hasSingle(); r++) {
            Arrays.fill(ofSingle, r * d1, (r + 1) * d1, 0);
            for (Term t : single) {
                double[] values = source.batch.items()[t.source()];
                int item = t.axis().at(r) * d1;
                for (int k = 0; k < d1; k++) {
                    ofSingle[r * d1 + k] += t.weight() * values[item + k];
                }
            }
        }
        return ofSingle;
    }

    /** a as it was read last. */
    double[] single() {
        return ofSingle;
    }

    /** w. */
    double weight() {
        return many.length == 1 ? many[0].weight() : 1;
    }

    /** m: d1 x items. */
    double[][] many() {
        if (many.length == 1) {
            return source.batch.values()[many[0].source()];
        }
        for (int k = 0; k < d1; k++) {
            Arrays.fill(sum[k], 0);
            for (Term t : many) {
                Loops.addScaled(sum[k], t.weight(), source.batch.values()[t.source()][k]);
            }
        }
        return sum;
    }

    /** Passes adjoints of a on: rows x d1, row by row. */
    void passSingle(double[] adjoints) {
        for (Term t : single) {
            for (int k = 0; k < d1; k++) {
                double[] slopes = source.batch.slopes()[t.source()][k];
                for (int r = 0; r < rows.count; r++) {
                    slopes[t.axis().at(r)] += t.weight() * adjoints[r * d1 + k];
                }
            }
        }
    }

    /** Passes on adjoints of coordinate k of the whole vector for every item, or of the one there is. */
    void passCoordinate(int row, int k, double[] adjoints) {
        for (Term t : many) {
            Loops.addScaled(source.batch.slopes()[t.source()][k], t.weight(), adjoints);
        }
        for (Term t : single) {
            source.batch.slopes()[t.source()][k][t.axis().at(row)] += t.weight() * Loops.sum(adjoints);
        }
    }

    /** Passes on the adjoints factor s_rj (a_rk + w m_kj) of w m_kj, and adds their products with w m_kj over all items to those of a. */
    void passSquares(double[] ofA, double factor, double[][] s) {
        for (Term t : many) {
            scale(factor * t.weight(), s);
            if (hasSingle()) {
                Tiles.BEST.addOuter(source.batch.slopes()[t.source()], rows.count, scaled, ofSingle);
                addDots(ofA, t);
            }
        }
        for (int r = 0; r < rows.count && isMany(); r++) {
            Loops.addScaled(multiples, factor, s[r]);
            putOff = true;
        }
    }

    /** Adjoints factor s_rj w m_kj of w m_kj, the same m in every row: put off until the factors of all rows are added up. */
    private void passMultiples() {
        if (putOff) {
            double[][] m = many();
            double w = weight();
            for (Term t : many) {
                Loops.scale(scaled[0], w * t.weight(), multiples);
                for (int k = 0; k < d1; k++) {
                    Loops.addProducts(source.batch.slopes()[t.source()][k], scaled[0], m[k]);
                }
            }
            Arrays.fill(multiples, 0);
            putOff = false;
        }
    }

    /** Passes on the adjoints factor s_rj a_rk of w m_kj, a of the other side; adds factor s_rj w m_kj over all items to those of a. */
    void passProducts(double[] ofA, double factor, double[][] s, double[] a) {
        for (Term t : many) {
            scale(factor * t.weight(), s);
            Tiles.BEST.addOuter(source.batch.slopes()[t.source()], rows.count, scaled, a);
            addDots(ofA, t);
        }
    }

    private void scale(double factor, double[][] s) {
        for (int r = 0; r < rows.count; r++) {
            Loops.scale(scaled[r], factor, s[r]);
        }
    }

    private void addDots(double[] out, Term t) {
        Tiles.BEST.dots(dots, rows.count, scaled, source.batch.items()[t.source()], d1);
        for (int p = 0; p < rows.count * d1; p++) {
            out[p] += dots[p];
        }
    }

    /** Coordinate k of the whole vector for every item, or the one there is. */
    void coordinate(double[] out, int row, int k) {
        double a = 0;
        for (Term t : single) {
            a += t.weight() * source.batch.values()[t.source()][k][t.axis().at(row)];
        }
        Arrays.fill(out, a);
        for (Term t : many) {
            Loops.addScaled(out, t.weight(), source.batch.values()[t.source()][k]);
        }
    }
}
