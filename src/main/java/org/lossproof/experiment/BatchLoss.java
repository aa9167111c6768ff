package org.lossproof.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lossproof.loss.LossDefinition;

/**
 * The undeveloped loss of a definition on a data set, and its derivatives in reverse mode. The items of the outermost datum are
 * split into a fixed number of parts whose derivatives are added in order: the result does not depend on the number of threads.
 * Memory: a few numbers an item for each part of the definition, and the derivatives once for each part of the data set.
 */
final class BatchLoss {
    private static final int PARTS = 8;

    private final List<Part> parts = new ArrayList<>();
    private final List<BatchCompiler.Source> sources;

    /** A compiled loss, and the items it takes. */
    private record Part(Cell root, ReadingCells.Source source, boolean first) {}

    private BatchLoss(LossDefinition loss, Map<String, Double> parameters, BatchShape shape) {
        BatchCompiler any = new BatchCompiler(loss, parameters, shape);
        boolean split = any.compile().isSplit();
        sources = any.sources();
        int count = split ? Math.min(PARTS, shape.items()) : 1;
        for (int p = 0; p < count; p++) {
            BatchCompiler compiler = new BatchCompiler(loss, parameters, shape);
            Cell root = compiler.compile();
            int from = p * shape.items() / count;
            int to = (p + 1) * shape.items() / count;
            if (count > 1) {
                compiler.split().forEach(s -> s.window(from, to));
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
            parts.get(0).source.batch = batch;
            return parts.get(0).root.both(1, true);
        }
        Batch[] own = new Batch[parts.size()];
        double[] values = new double[parts.size()];
        IntStream.range(0, parts.size()).parallel().forEach(p -> {
            Part part = parts.get(p);
            own[p] = new Batch(batch.values(), batch.weights());
            part.source.batch = own[p];
            values[p] = part.root.both(1, part.first);
        });
        double sum = 0;
        for (int p = 0; p < own.length; p++) {
            batch.add(own[p]);
            sum += values[p];
        }
        return sum;
    }
}
