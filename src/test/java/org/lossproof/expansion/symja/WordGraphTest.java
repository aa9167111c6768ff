package org.lossproof.expansion.symja;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lossproof.expansion.symja.WordGraph.Edge;

class WordGraphTest {
    /** AACACC is no rotation of its reversal, CCACAA. */
    @Test
    void aTraceIsReadInBothDirections() {
        assertThat(WordGraph.of(List.of(), List.of("CCACAA"))).isEqualTo(Map.of("tr(AACACC)", 1L));
        assertThat(WordGraph.of(List.of(), List.of("CAACAC"))).isEqualTo(Map.of("tr(AACACC)", 1L));
    }

    /** The path i -A- v -C- j, its edges given in either direction, with i and j kept by loops. */
    @Test
    void aPathKeepsTheOrderOfItsLetters() {
        List<Edge> ends = List.of(new Edge("#1", "A", "#1"), new Edge("#2", "C", "#2"));
        for (List<Edge> path : List.of(
                List.of(new Edge("#1", "A", "v"), new Edge("v", "C", "#2")),
                List.of(new Edge("v", "A", "#1"), new Edge("#2", "C", "v")))) {
            assertThat(WordGraph.of(joined(ends, path), List.of())).isEqualTo(Map.of("sum_ij(AC_ij*A_ii*C_jj)", 1L));
        }
    }

    /** Contracted over v and w, edges of several letters are turned as a whole: the cycle of AAC and then ACC reversed. */
    @Test
    void aTurnedEdgeIsReadBackwards() {
        List<Edge> cycle = List.of(new Edge("v", "AAC", "w"), new Edge("v", "ACC", "w"));
        assertThat(WordGraph.of(cycle, List.of())).isEqualTo(Map.of("tr(AAACCC)", 1L));
    }

    @Test
    void equalComponentsAreCollectedAsPowers() {
        List<Edge> two = List.of(
                new Edge("#1", "A", "#1"),
                new Edge("#1", "A", "#1"),
                new Edge("#2", "A", "#2"),
                new Edge("#2", "A", "#2"),
                new Edge("v", "S", "v"));
        assertThat(WordGraph.of(two, List.of()))
                .isEqualTo(Map.of("tr(A)sum_i(A_ii^2)^2", 1L, "tr(C)sum_i(A_ii^2)^2", 1L));
    }

    private static List<Edge> joined(List<Edge> a, List<Edge> b) {
        return java.util.stream.Stream.concat(a.stream(), b.stream()).toList();
    }
}
