package org.lossproof.expansion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.lossproof.loss.Datum;
import org.lossproof.loss.LossDefinition;
import org.lossproof.moments.End;
import org.lossproof.moments.Labels;
import org.lossproof.moments.Monomial;

/**
 * Monomials that stand for sums over pairwise different copies of a datum: with labels 1..p on its vectors, a monomial m
 * stands for sum over different j_1, ..., j_p of m(j_1, ..., j_p). Label 0 is the current copy inside a sum.
 *
 * <p>The product of two such sums is a sum over the ways in which copies of one coincide with copies of the other, so
 * that the number of copies enters only at the end, as a falling factorial, and may stay a symbol.
 */
final class CopyAlgebra implements Polynomial.MonomialProduct {
    private final Map<String, Predicate<End>> labelled = new LinkedHashMap<>();
    private final Map<String, Set<String>> members = new HashMap<>();

    CopyAlgebra(LossDefinition loss) {
        for (Datum datum : loss.data()) {
            if (datum.repeated()) {
                Set<String> names = new HashSet<>(Set.of(datum.name()));
                datum.views().forEach(v -> names.add(v.name()));
                members.put(datum.name(), names);
                labelled.put(
                        datum.name(), e -> e.kind() == End.Kind.VECTOR && e.number() > 0 && names.contains(e.name()));
            }
        }
    }

    /** How many different copies of the datum the monomial holds. */
    int copies(String datum, Monomial monomial) {
        return Labels.numbers(monomial, labelled.get(datum)).size();
    }

    @Override
    public List<Monomial> multiply(Monomial m, Monomial n) {
        int vertices = Labels.numbers(m, CopyAlgebra::isVertex).size();
        Monomial shifted = vertices == 0 ? n : shift(n, CopyAlgebra::isVertex, vertices);
        List<Monomial> right = List.of(shifted);
        for (Predicate<End> group : labelled.values()) {
            right = right.stream().flatMap(r -> overlaps(m, r, group).stream()).toList();
        }
        return right.stream().map(r -> canonical(m.times(r))).toList();
    }

    /**
     * The sum over all copies of a body that mentions the current one: the current copy differs from those already there
     * or is one of them. Empty if the body does not depend on the current copy.
     */
    List<Monomial> sumOverCurrent(String datum, Monomial body) {
        Set<String> names = members.get(datum);
        Predicate<End> current = e -> e.kind() == End.Kind.VECTOR && e.number() == 0 && names.contains(e.name());
        if (body.countEnds(current) == 0) {
            return List.of();
        }
        int others = copies(datum, body);
        List<Monomial> out = new ArrayList<>();
        for (int label = 1; label <= others + 1; label++) {
            out.add(canonical(Labels.renumber(body, current, Map.of(0, label))));
        }
        return out;
    }

    /** One representative of all monomials that differ by renaming copies and vertices. */
    Monomial canonical(Monomial monomial) {
        Monomial out = Labels.canonical(monomial, CopyAlgebra::isVertex);
        for (Predicate<End> group : labelled.values()) {
            out = Labels.canonical(out, group);
        }
        return out;
    }

    private static boolean isVertex(End end) {
        return end.kind() == End.Kind.VERTEX;
    }

    private static Monomial shift(Monomial n, Predicate<End> group, int by) {
        Map<Integer, Integer> map = new HashMap<>();
        Labels.numbers(n, group).forEach(k -> map.put(k, k + by));
        return Labels.renumber(n, group, map);
    }

    /** The relabellings of n in which each of its copies is one of m's or a new one. */
    private static List<Monomial> overlaps(Monomial m, Monomial n, Predicate<End> group) {
        int there = Labels.numbers(m, group).size();
        List<Integer> mine = Labels.numbers(n, group);
        if (there == 0 || mine.isEmpty()) {
            return List.of(n);
        }
        List<Monomial> out = new ArrayList<>();
        injections(mine.size(), there, new ArrayList<>(), targets -> {
            Map<Integer, Integer> map = new HashMap<>();
            for (int i = 0; i < mine.size(); i++) {
                map.put(mine.get(i), targets.get(i));
            }
            out.add(Labels.renumber(n, group, map));
        });
        return out;
    }

    /** Each of {@code count} copies goes to one of 1..there not yet taken, or to the next new label. */
    private static void injections(
            int count, int there, List<Integer> chosen, java.util.function.Consumer<List<Integer>> sink) {
        if (chosen.size() == count) {
            sink.accept(chosen);
            return;
        }
        int fresh = there + 1;
        while (chosen.contains(fresh)) {
            fresh++;
        }
        for (int target = 1; target <= fresh; target++) {
            boolean admissible = target == fresh || (target <= there && !chosen.contains(target));
            if (admissible) {
                chosen.add(target);
                injections(count, there, chosen, sink);
                chosen.remove(chosen.size() - 1);
            }
        }
    }
}
