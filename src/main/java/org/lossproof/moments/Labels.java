package org.lossproof.moments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Renumbering of interchangeable labels: the different copies of a datum, and the vertices of coordinate sums. Two
 * monomials that differ by a permutation of such labels are equal; {@link #canonical} picks one of them.
 */
public final class Labels {
    /** Up to here every permutation is tried; beyond it, labels are ordered by what they touch, which may leave twins. */
    private static final int EXHAUSTIVE = 6;

    private Labels() {}

    /** The numbers of the ends in {@code group}, ascending. */
    public static List<Integer> numbers(Monomial monomial, Predicate<End> group) {
        return monomial.ends(group).stream()
                .map(End::number)
                .distinct()
                .sorted()
                .toList();
    }

    /** The monomial with the numbers of the ends in {@code group} replaced. */
    public static Monomial renumber(Monomial monomial, Predicate<End> group, Map<Integer, Integer> map) {
        return monomial.mapEnds(e -> group.test(e) ? e.withNumber(map.getOrDefault(e.number(), e.number())) : e);
    }

    /** The least monomial under permutations of the numbers of {@code group}, which become 1, 2, ... */
    public static Monomial canonical(Monomial monomial, Predicate<End> group) {
        List<Integer> labels = numbers(monomial, group);
        if (labels.isEmpty()) {
            return monomial;
        }
        if (labels.size() > EXHAUSTIVE) {
            return renumber(monomial, group, bySignature(monomial, group, labels));
        }
        Monomial best = null;
        for (List<Integer> order : permutations(labels)) {
            Monomial candidate = renumber(monomial, group, inOrder(order));
            if (best == null || candidate.compareTo(best) < 0) {
                best = candidate;
            }
        }
        return best;
    }

    /** All orders of the items. */
    public static <T> List<List<T>> permutations(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> out = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            List<T> rest = new ArrayList<>(items);
            T head = rest.remove(i);
            for (List<T> tail : permutations(rest)) {
                List<T> one = new ArrayList<>(items.size());
                one.add(head);
                one.addAll(tail);
                out.add(one);
            }
        }
        return out;
    }

    private static Map<Integer, Integer> inOrder(List<Integer> order) {
        Map<Integer, Integer> map = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            map.put(order.get(i), i + 1);
        }
        return map;
    }

    private static Map<Integer, Integer> bySignature(Monomial monomial, Predicate<End> group, List<Integer> labels) {
        Map<Integer, String> signature = new HashMap<>();
        for (int label : labels) {
            Monomial marked = monomial.mapEnds(e -> group.test(e) ? e.withNumber(e.number() == label ? 1 : 0) : e);
            signature.put(label, marked.toString());
        }
        List<Integer> order = new ArrayList<>(labels);
        order.sort(java.util.Comparator.comparing(signature::get));
        return inOrder(order);
    }
}
