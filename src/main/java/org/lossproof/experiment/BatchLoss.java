package org.lossproof.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lossproof.loss.LossDefinition;

/**
 * The undeveloped loss of a definition on a data set, and its derivatives in reverse mode. The items of the outermost datum are
 * split into a fixed number of parts whose derivatives are added in order: the result does not depend on the number of threads.
 * Memory: a few rows of numbers an item for each part of the definition, and the derivatives once for each part of the data set.
 */
final class BatchLoss {
    private static final int PARTS = 8;

    private final List<Part> parts = new ArrayList<>();
    private final List<BatchCompiler.Source> sources;
    private double[][][][] slopes = {};

    /** A compiled loss, and the items it takes. */
    private record Part(Cell root, Combined.Source source, boolean first) {
        double withSlopes(Batch batch) {
            source.batch = batch;
            double out = root.both(1, first);
            source.finish();
            return out;
        }
    }

    private BatchLoss(LossDefinition loss, Map<String, Double> parameters, BatchShape shape) {
        BatchCompiler any = new BatchCompiler(loss, parameters, shape);
        boolean split = !any.compile().split().isEmpty();
        sources = any.sources();
        int count = split ? Math.max(1, Math.min(PARTS, shape.items() / Rows.MOST)) : 1;
        for (int p = 0; p < count; p++) {
            BatchCompiler compiler = new BatchCompiler(loss, parameters, shape);
            Cell root = compiler.compile();
            int from = p * shape.items() / count;
            int to = (p + 1) * shape.items() / count;
            if (count > 1) {
                root.split().forEach(s -> s.window(from, to));
            }
            parts.add(new Part(root, compiler.batch(), p == 0));
        }
    }

    /**
     * Compiles a definition.
     *
     * @param parameters a value for every parameter
     * @throws org.lossproof.loss.InputException if the definition asks for more items than there are, or for a view drawn anew
     */
    static BatchLoss compile(LossDefinition loss, Map<String, Double> parameters, BatchShape shape) {
        return new BatchLoss(loss, parameters, shape);
    }

    /** The representations it reads, in the order of {@link Batch#values}. */
    List<BatchCompiler.Source> sources() {
        return sources;
    }

    /** The loss; its derivatives are added to the slopes of the batch. */
    double withSlopes(Batch batch) {
        if (parts.size() == 1) {
            return parts.get(0).withSlopes(batch);
        }
        if (slopes.length == 0) {
            slopes = new double[parts.size()][][][];
            Arrays.setAll(slopes, p -> Batch.zeros(batch.values()));
        }
        Batch[] own = new Batch[parts.size()];
        double[] values = new double[parts.size()];
        IntStream.range(0, parts.size()).parallel().forEach(p -> {
            own[p] = batch.with(slopes[p]);
            values[p] = parts.get(p).withSlopes(own[p]);
        });
        add(batch);
        for (Batch part : own) {
            batch.addWeightSlopes(part.weightSlopes());
        }
        return Arrays.stream(values).reduce(0, Double::sum);
    }

    /** The derivatives of the parts in order. */
    private void add(Batch batch) {
        double[][][] sum = batch.slopes();
        int d1 = sum[0].length;
        IntStream.range(0, sum.length * d1).parallel().forEach(i -> {
            for (double[][][] part : slopes) {
                Loops.add(sum[i / d1][i % d1], part[i / d1][i % d1]);
            }
        });
    }
}
