package org.lossproof.moments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A function of the covariances of the representation that an expansion consists of: a product of traces of words and of
 * coordinate sums, such as {@code tr(A)tr(AC)} or {@code sum_i(A_ii^2)}. Equal invariants have equal texts.
 *
 * <p>A is K_A = W A0 W', C is K_C = W C W', S = A + C, G is W W'. A word is the least of its rotations and reversals;
 * words of a product are sorted by length, then letters; repeated factors are powers. In a coordinate sum every index
 * occurs other than twice (an index that occurs twice is a matrix product) and the names i, j, ... are chosen so that
 * the text is least.
 */
public record Invariant(Monomial monomial, String text) implements Comparable<Invariant> {
    private static final String INDEX_NAMES = "ijklmnopqrstuvwxyz";

    /**
     * The invariant of a monomial without vectors and open indices.
     *
     * @param encoders the names of the encoders, by number
     */
    public static Invariant of(Monomial monomial, List<String> encoders) {
        List<String> traces = new ArrayList<>();
        List<Atom> edges = new ArrayList<>();
        for (Atom atom : monomial.atoms()) {
            if (atom.isTrace()) {
                traces.add("tr(" + Words.display(atom.word(), encoders) + ")");
            } else {
                edges.add(atom);
            }
        }
        List<String> sums = components(edges).stream()
                .map(component -> leastText(component, encoders))
                .sorted(java.util.Comparator.comparingInt(String::length).thenComparing(s -> s))
                .toList();
        return new Invariant(monomial, powers(traces, "") + powers(sums, ""));
    }

    /** The order in W. */
    public int order() {
        return monomial.order();
    }

    /** Whether it is a product of traces, so that it is invariant under O(d1). */
    public boolean isRotationInvariant() {
        return monomial.atoms().stream().allMatch(Atom::isTrace);
    }

    /** Typeset, with K_A, K_C, K_S and K_G = W W'. */
    public String tex() {
        String out = text.replaceAll("tr\\(([^)]*)\\)", "\\\\operatorname{tr}\\($1\\)");
        out = out.replaceAll("sum_([a-z]+)\\(", "\\\\sum_{$1}\\(").replace("*", "\\,");
        out = out.replaceAll("([ACSG]+)_([a-z]+)", "\\($1\\)_{$2}");
        return out.replaceAll("([ACSG])(?![a-z])", "K_{$1}");
    }

    @Override
    public int compareTo(Invariant that) {
        int byOrder = Integer.compare(order(), that.order());
        int byFactors =
                Integer.compare(monomial.atoms().size(), that.monomial.atoms().size());
        return byOrder != 0 ? byOrder : byFactors != 0 ? byFactors : text.compareTo(that.text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Invariant that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    private static List<List<Atom>> components(List<Atom> edges) {
        List<List<Atom>> components = new ArrayList<>();
        for (Atom edge : edges) {
            List<Atom> merged = new ArrayList<>(List.of(edge));
            components.removeIf(c -> touches(c, edge) && merged.addAll(c));
            components.add(merged);
        }
        return components;
    }

    private static boolean touches(List<Atom> component, Atom edge) {
        return component.stream()
                .anyMatch(a -> a.left().equals(edge.left())
                        || a.left().equals(edge.right())
                        || a.right().equals(edge.left())
                        || a.right().equals(edge.right()));
    }

    private static String leastText(List<Atom> component, List<String> encoders) {
        List<Integer> labels = Labels.numbers(Monomial.of(component), e -> e.is(End.Kind.VERTEX));
        String names = INDEX_NAMES.substring(0, labels.size());
        return Labels.permutations(labels).stream()
                .map(order -> component.stream()
                        .map(a -> entry(a, order, encoders))
                        .sorted()
                        .toList())
                .map(entries -> "sum_" + names + "(" + powers(entries, "*") + ")")
                .min(String::compareTo)
                .orElseThrow();
    }

    private static String entry(Atom atom, List<Integer> order, List<String> encoders) {
        String l = INDEX_NAMES.substring(order.indexOf(atom.left().number())).substring(0, 1);
        String r = INDEX_NAMES.substring(order.indexOf(atom.right().number())).substring(0, 1);
        String forth = Words.display(atom.word(), encoders) + "_" + l + r;
        String back = Words.display(Words.transpose(atom.word()), encoders) + "_" + r + l;
        return forth.compareTo(back) <= 0 ? forth : back;
    }

    private static String powers(List<String> factors, String separator) {
        Map<String, Integer> counts = new java.util.LinkedHashMap<>();
        factors.forEach(f -> counts.merge(f, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + "^" + e.getValue())
                .collect(Collectors.joining(separator));
    }
}
