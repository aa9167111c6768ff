package org.lossproof.landscape;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The subsets of at most {@code most} items by descending sum of their positive weights, one at a time. Every subset but
 * the heaviest is reached from a heavier one by exchanging an item for the next lighter one or by leaving the lightest out,
 * so that a queue of such neighbours holds the next subset: O(most) new ones each, whatever the number of subsets.
 */
final class HeaviestSubsets {
    private final List<Integer> order;
    private final double[] weight;
    private final PriorityQueue<Entry> queue =
            new PriorityQueue<>(Comparator.comparingDouble(Entry::sum).reversed());
    private final Set<BitSet> seen = new HashSet<>();

    /** A subset of ranks (0 is the heaviest item) and the sum of its weights. */
    private record Entry(BitSet ranks, double sum) {}

    /** Items 0, 1, ... with these weights, all positive. */
    HeaviestSubsets(double[] weights, int most) {
        this.order = IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> weights[i]).reversed())
                .toList();
        this.weight = order.stream().mapToDouble(i -> weights[i]).toArray();
        BitSet heaviest = new BitSet();
        heaviest.set(0, Math.min(most, weights.length));
        offer(heaviest);
    }

    /** How many subsets there are: the sum of the binomials (items over k), k <= most. */
    static BigInteger count(int items, int most) {
        BigInteger binomial = BigInteger.ONE;
        BigInteger sum = BigInteger.ONE;
        for (int k = 1; k <= Math.min(items, most); k++) {
            binomial = binomial.multiply(BigInteger.valueOf(items - k + 1L)).divide(BigInteger.valueOf(k));
            sum = sum.add(binomial);
        }
        return sum;
    }

    boolean hasNext() {
        return !queue.isEmpty();
    }

    /** The items of the next subset. */
    List<Integer> next() {
        BitSet ranks = queue.remove().ranks();
        int lightest = weight.length - 1;
        for (int rank = ranks.nextSetBit(0); rank >= 0; rank = ranks.nextSetBit(rank + 1)) {
            if (rank == lightest || !ranks.get(rank + 1)) {
                BitSet neighbour = (BitSet) ranks.clone();
                neighbour.clear(rank);
                if (rank < lightest) {
                    neighbour.set(rank + 1);
                }
                offer(neighbour);
            }
        }
        return ranks.stream().mapToObj(order::get).toList();
    }

    private void offer(BitSet ranks) {
        if (seen.add(ranks)) {
            queue.add(
                    new Entry(ranks, ranks.stream().mapToDouble(r -> weight[r]).sum()));
        }
    }
}
