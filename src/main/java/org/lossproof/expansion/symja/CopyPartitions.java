package org.lossproof.expansion.symja;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Sums over the copies of a datum. A product of p such sums is a sum over the ways in which p copies coincide (set
 * partitions into b blocks), each of which stands for M (M - 1) ... (M - b + 1) equal terms once it is averaged.
 */
final class CopyPartitions {
    private final Symja symja;

    CopyPartitions(Symja symja) {
        this.symja = symja;
    }

    /** The sum over the current copy, which gets a number of its own; M times what does not depend on it. */
    Terms sumOver(Product p, String datum, IExpr count) {
        boolean depends = p.vectors().anyMatch(v -> v.datum().equals(datum) && v.copy() == 0);
        if (!depends) {
            return Terms.of(symja, p, count);
        }
        int fresh = p.largestNumber() + 1;
        return Terms.of(symja, p.map(v -> v.datum().equals(datum) && v.copy() == 0 ? v.withCopy(fresh) : v), F.C1);
    }

    /** All ways in which the summed copies of a datum coincide; in each, copies of different numbers are different. */
    Terms distinct(Product p, String datum, IExpr count) {
        List<Integer> copies = p.vectors()
                .filter(v -> v.datum().equals(datum) && v.copy() > 0)
                .map(Vector::copy)
                .distinct()
                .sorted()
                .toList();
        Terms out = new Terms(symja);
        for (List<List<Integer>> blocks : partitions(copies)) {
            Map<Integer, Integer> representative = new HashMap<>();
            IExpr factor = F.C1;
            for (int b = 0; b < blocks.size(); b++) {
                List<Integer> block = blocks.get(b);
                block.forEach(copy -> representative.put(copy, -block.get(0)));
                factor = symja.multiply(factor, symja.add(count, F.ZZ(-b)));
            }
            out.add(
                    p.map(v -> v.datum().equals(datum) && v.copy() > 0 ? v.withCopy(representative.get(v.copy())) : v),
                    factor);
        }
        return out;
    }

    private static List<List<List<Integer>>> partitions(List<Integer> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        Integer head = items.get(0);
        List<List<List<Integer>>> out = new ArrayList<>();
        for (List<List<Integer>> rest : partitions(items.subList(1, items.size()))) {
            List<List<Integer>> alone = new ArrayList<>(rest);
            alone.add(List.of(head));
            out.add(alone);
            for (int b = 0; b < rest.size(); b++) {
                List<List<Integer>> joined = new ArrayList<>(rest);
                List<Integer> block = new ArrayList<>(rest.get(b));
                block.add(head);
                joined.set(b, block);
                out.add(joined);
            }
        }
        return out;
    }
}
