package org.lossproof.expansion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lossproof.expansion.routes.Derivation;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;
import org.lossproof.loss.NotAnalyticException;

/**
 * Random definitions end with an answer or a clear refusal: never with a false alarm of the routes, an error of a library, or
 * over budget. {@code -Dlossproof.definitions=10000} tries that many.
 */
class RandomDefinitionsTest {
    private static final int ORDER = 4;
    private static final int COUNT = Integer.getInteger("lossproof.definitions", 200);

    private final Map<String, AtomicLong> counts = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private long slowest;

    @Test
    void randomDefinitionsEndWithAnAnswerOrARefusal() {
        long start = System.nanoTime();
        LongStream.range(0, COUNT).forEach(this::run);
        System.out.printf(
                java.util.Locale.ROOT,
                "%d random definitions at order %d in %.1f s, the slowest %.1f s: %s%n",
                COUNT,
                ORDER,
                (System.nanoTime() - start) / 1e9,
                slowest / 1e9,
                counts);
        assertThat(failures).isEmpty();
        assertThat(counts.get("answered").get()).isGreaterThan(COUNT / 2);
        assertThat(counts.get("confirmed by two routes or more").get()).isGreaterThan(COUNT / 2);
    }

    private void run(long seed) {
        String text = RandomDefinitions.definition(seed);
        long start = System.nanoTime();
        try {
            LossDefinition loss = LossParser.parse(text, "random-" + seed);
            Expansion expansion = Derivation.derive(loss, ORDER, Map.of());
            count("answered");
            count(expansion.confirmed() ? "confirmed by two routes or more" : "by one route alone");
            expansion.reports().forEach(r -> count(r.route() + " " + r.fate()));
        } catch (NotAnalyticException e) {
            count("refused: not analytic");
        } catch (InputException e) {
            count(e.getMessage().matches(".*needs more than its budget.*") ? "refused: budget" : "refused: other");
            assertThat(e.getMessage().lines()).hasSize(1);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            failures.add(seed + ": " + e + "\n" + text);
        }
        slowest = Math.max(slowest, System.nanoTime() - start);
    }

    private void count(String what) {
        counts.computeIfAbsent(what, w -> new AtomicLong()).incrementAndGet();
    }
}
