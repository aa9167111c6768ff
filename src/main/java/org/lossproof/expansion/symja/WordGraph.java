package org.lossproof.expansion.symja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The graph that a pairing makes: vertices are inner products and summed indices, edges are covariances. A vertex with two
 * edge ends is a matrix product; what remains are cycles (traces) and vertices of other degree (coordinate sums).
 */
final class WordGraph {
    /** An edge: a word of letters read from one vertex to the other; all letters are symmetric. */
    record Edge(String from, String word, String to) {
        Edge reversed() {
            return new Edge(to, new StringBuilder(word).reverse().toString(), from);
        }
    }

    private WordGraph() {}

    /** The invariants in A, C and G that the graph and further traces stand for, each with its multiplicity. */
    static Map<String, Long> of(List<Edge> pairing, List<String> traces) {
        List<String> cycles = new ArrayList<>(traces);
        List<Edge> edges = contracted(new ArrayList<>(pairing), cycles);
        Map<String, Long> out = new HashMap<>();
        List<String> words = new ArrayList<>(cycles);
        edges.forEach(e -> words.add(e.word()));
        int sums = words.stream()
                .mapToInt(w -> (int) w.chars().filter(c -> c == 'S').count())
                .sum();
        // S = A + C, one choice a bit.
        for (int choice = 0; choice < 1 << sums; choice++) {
            List<String> chosen = chosen(words, choice);
            List<Edge> pure = new ArrayList<>();
            for (int i = 0; i < edges.size(); i++) {
                pure.add(new Edge(
                        edges.get(i).from(),
                        chosen.get(cycles.size() + i),
                        edges.get(i).to()));
            }
            out.merge(text(chosen.subList(0, cycles.size()), pure), 1L, Long::sum);
        }
        return out;
    }

    private static List<String> chosen(List<String> words, int choice) {
        List<String> out = new ArrayList<>();
        int bit = 0;
        for (String word : words) {
            StringBuilder pure = new StringBuilder(word);
            for (int i = 0; i < word.length(); i++) {
                if (word.charAt(i) == 'S') {
                    pure.setCharAt(i, (choice >> bit++ & 1) == 0 ? 'A' : 'C');
                }
            }
            out.add(pure.toString());
        }
        return out;
    }

    private static List<Edge> contracted(List<Edge> edges, List<String> cycles) {
        for (String vertex : vertices(edges)) {
            List<Edge> touching = edges.stream()
                    .filter(e -> e.from().equals(vertex) || e.to().equals(vertex))
                    .toList();
            boolean loop = touching.size() == 1
                    && touching.get(0).from().equals(touching.get(0).to());
            boolean through = touching.size() == 2
                    && touching.stream().noneMatch(e -> e.from().equals(e.to()));
            if (loop) {
                remove(edges, touching.get(0));
                cycles.add(touching.get(0).word());
            } else if (through) {
                Edge in = touching.get(0).to().equals(vertex)
                        ? touching.get(0)
                        : touching.get(0).reversed();
                Edge onward = touching.get(1).from().equals(vertex)
                        ? touching.get(1)
                        : touching.get(1).reversed();
                touching.forEach(e -> remove(edges, e));
                edges.add(new Edge(in.from(), in.word() + onward.word(), onward.to()));
            }
        }
        return edges;
    }

    private static void remove(List<Edge> edges, Edge edge) {
        edges.remove(edge);
    }

    private static Set<String> vertices(List<Edge> edges) {
        TreeSet<String> out = new TreeSet<>();
        edges.forEach(e -> Collections.addAll(out, e.from(), e.to()));
        return out;
    }

    private static String text(List<String> cycles, List<Edge> edges) {
        Map<String, Integer> traces = new TreeMap<>(
                java.util.Comparator.comparingInt(String::length).thenComparing(java.util.Comparator.naturalOrder()));
        cycles.forEach(w -> traces.merge(leastCycle(w), 1, Integer::sum));
        Map<String, Integer> sums = new TreeMap<>(
                java.util.Comparator.comparingInt(String::length).thenComparing(java.util.Comparator.naturalOrder()));
        for (List<Edge> component : components(edges)) {
            sums.merge(leastSum(component), 1, Integer::sum);
        }
        StringBuilder out = new StringBuilder();
        traces.forEach((w, n) -> out.append("tr(").append(w).append(")").append(n == 1 ? "" : "^" + n));
        sums.forEach((s, n) -> out.append(s).append(n == 1 ? "" : "^" + n));
        return out.toString();
    }

    private static String leastCycle(String word) {
        TreeSet<String> all = new TreeSet<>();
        String back = new StringBuilder(word).reverse().toString();
        for (int i = 0; i < word.length(); i++) {
            all.add(word.substring(i) + word.substring(0, i));
            all.add(back.substring(i) + back.substring(0, i));
        }
        return all.first();
    }

    private static List<List<Edge>> components(List<Edge> edges) {
        List<List<Edge>> out = new ArrayList<>();
        List<Edge> rest = new ArrayList<>(edges);
        while (!rest.isEmpty()) {
            List<Edge> component = new ArrayList<>(List.of(rest.remove(0)));
            boolean grew = true;
            while (grew) {
                Set<String> reached = vertices(component);
                List<Edge> next = rest.stream()
                        .filter(e -> reached.contains(e.from()) || reached.contains(e.to()))
                        .toList();
                rest.removeAll(next);
                component.addAll(next);
                grew = !next.isEmpty();
            }
            out.add(component);
        }
        return out;
    }

    /** The least text over all ways to name the vertices i, j, k, ... */
    private static String leastSum(List<Edge> component) {
        List<String> vertices = new ArrayList<>(vertices(component));
        String best = null;
        for (List<String> order : orders(vertices)) {
            Map<String, Integer> entries = new TreeMap<>();
            for (Edge e : component) {
                String forth = entry(e, order);
                String back = entry(e.reversed(), order);
                entries.merge(forth.compareTo(back) <= 0 ? forth : back, 1, Integer::sum);
            }
            String text = entries.entrySet().stream()
                    .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + "^" + e.getValue())
                    .collect(Collectors.joining("*"));
            best = best == null || text.compareTo(best) < 0 ? text : best;
        }
        return "sum_" + "ijklmnop".substring(0, vertices.size()) + "(" + best + ")";
    }

    private static String entry(Edge e, List<String> order) {
        return e.word() + "_" + "ijklmnop".charAt(order.indexOf(e.from())) + "ijklmnop".charAt(order.indexOf(e.to()));
    }

    private static List<List<String>> orders(List<String> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> out = new ArrayList<>();
        for (String head : items) {
            List<String> rest = new ArrayList<>(items);
            rest.remove(head);
            for (List<String> tail : orders(rest)) {
                List<String> order = new ArrayList<>(List.of(head));
                order.addAll(tail);
                out.add(order);
            }
        }
        return out;
    }
}
