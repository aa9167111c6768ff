package org.lossproof.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeaviestSubsetsTest {
    @Test
    void everySubsetComesOnceByDescendingWeight() {
        Random random = new Random(1);
        for (int items = 0; items <= 7; items++) {
            for (int most = 1; most <= 8; most++) {
                double[] weights = random.doubles(items, 0.5, 2).toArray();
                if (items > 3) {
                    weights[3] = weights[0];
                }
                HeaviestSubsets subsets = new HeaviestSubsets(weights, most);
                List<List<Integer>> all = new ArrayList<>();
                double last = Double.POSITIVE_INFINITY;
                while (subsets.hasNext()) {
                    List<Integer> next = subsets.next();
                    double sum = next.stream().mapToDouble(i -> weights[i]).sum();
                    assertThat(sum).isLessThanOrEqualTo(last + 1e-12);
                    last = sum;
                    all.add(next.stream().sorted().toList());
                }
                int size = most;
                long expected = IntStream.range(0, 1 << items)
                        .filter(bits -> Integer.bitCount(bits) <= size)
                        .count();
                assertThat(new HashSet<>(all)).hasSize(all.size()).hasSize((int) expected);
                assertThat(all).allMatch(s -> s.size() <= size);
                assertThat(HeaviestSubsets.count(items, most)).isEqualTo(BigInteger.valueOf(expected));
            }
        }
    }

    @Test
    void countsAreExact() {
        assertThat(HeaviestSubsets.count(1000, 3)).isEqualTo(BigInteger.valueOf(1 + 1000 + 499_500 + 166_167_000L));
        assertThat(HeaviestSubsets.count(1000, 2000)).isEqualTo(BigInteger.TWO.pow(1000));
    }

    @Test
    void theExactLandscapeOfAThousandModesIsListedFromBelow() {
        List<Double> a = IntStream.range(0, 1000).mapToObj(i -> 1.0 / (i + 1)).toList();
        List<Double> c = Collections.nCopies(1000, 0.5);
        CommutingLandscape.Result some = ExactInfoNceLandscape.solve(a, c, 1, 3, 20);
        assertThat(some.points()).hasSize(20);
        assertThat(some.isTruncated()).isTrue();
        assertThat(some.count()).isEqualTo(HeaviestSubsets.count(1000, 3));
        StationaryPoint lowest = some.globalMinimum().orElseThrow();
        assertThat(lowest.mask().subList(0, 4)).containsExactly(1, 1, 1, 0);
        assertThat(lowest.kind()).isEqualTo(Kind.MINIMUM);
        assertThat(some.points()).extracting(StationaryPoint::loss).isSorted();
    }

    @Test
    void theLowestPointsAreTheFirstOfAll() {
        List<Double> a = List.of(1.0, 0.6, 0.3, 2.0, 0.6);
        List<Double> c = List.of(0.4, 1.1, 0.7, 0.0, 1.1);
        CommutingLandscape.Result all = ExactInfoNceLandscape.solve(a, c, 1, 2, 100);
        assertThat(all.isTruncated()).isFalse();
        assertThat(all.points()).hasSize(1 + 4 + 6);
        assertThat(all.globalMinimum()).isEmpty();
        assertThat(ExactInfoNceLandscape.solve(a, c, 1, 2, 5).points())
                .isEqualTo(all.points().subList(0, 5));
    }
}
