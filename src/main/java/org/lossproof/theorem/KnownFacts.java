package org.lossproof.theorem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lossproof.kernel.MatrixFact;
import org.lossproof.kernel.MatrixPolynomial;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Span;
import org.lossproof.search.CountSearch;
import org.lossproof.search.MatrixSearch;

/** The facts known at a place of a proof, by number and by label. */
final class KnownFacts {
    private final List<MatrixFact> facts = new ArrayList<>();
    private final Map<String, Integer> labels = new LinkedHashMap<>();

    KnownFacts() {}

    KnownFacts(KnownFacts before) {
        facts.addAll(before.facts);
        labels.putAll(before.labels);
    }

    /** Adds facts under a label: each under the label and its number if there are several. */
    void add(String label, List<MatrixFact> more) {
        for (int i = 0; i < more.size(); i++) {
            facts.add(more.get(i));
            if (!label.isEmpty()) {
                labels.put(more.size() == 1 ? label : label + "." + (i + 1), facts.size() - 1);
            }
        }
    }

    /** Labels facts that are known. */
    void label(String label, List<MatrixFact> known) {
        for (int i = 0; i < known.size() && !label.isEmpty(); i++) {
            labels.put(known.size() == 1 ? label : label + "." + (i + 1), facts.indexOf(known.get(i)));
        }
    }

    boolean holds(MatrixFact fact) {
        return facts.contains(fact);
    }

    MatrixFact get(int i) {
        return facts.get(i);
    }

    int labelled(String label, Span where) {
        Integer found = labels.get(label);
        if (found == null) {
            throw new InputException(where, "no fact is labelled '" + label + "'; the labels are " + labels.keySet());
        }
        return found;
    }

    /** The label of a fact, or what it says. */
    String shown(int i) {
        return labels.entrySet().stream()
                .filter(e -> e.getValue() == i)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(facts.get(i).toString());
    }

    /** What is zero, among the facts with these labels, or among all. */
    List<MatrixSearch.Known> zeros(List<String> using, Span where) {
        List<MatrixSearch.Known> out = new ArrayList<>();
        for (int i : using.isEmpty()
                ? all()
                : using.stream().map(u -> labelled(u, where)).toList()) {
            if (facts.get(i) instanceof MatrixFact.Zero zero && !zero.matrix().isZero()) {
                out.add(new MatrixSearch.Known(i, zero.matrix()));
            }
        }
        return out;
    }

    /** The inequalities between counts. */
    List<CountSearch.Known> counts() {
        List<CountSearch.Known> out = new ArrayList<>();
        for (int i : all()) {
            if (facts.get(i) instanceof MatrixFact.AtLeastZero fact) {
                out.add(new CountSearch.Known(i, fact));
            }
        }
        return out;
    }

    /** The facts that give a matrix of this shape a sign, by number; with {@code strict} only positive ones. */
    Map<Integer, MatrixPolynomial> signs(MatrixPolynomial like, boolean strict) {
        Map<Integer, MatrixPolynomial> out = new LinkedHashMap<>();
        for (int i : all()) {
            Optional<MatrixPolynomial> signed = sign(i);
            boolean fits = signed.isPresent()
                    && signed.get().rows().equals(like.rows())
                    && signed.get().columns().equals(like.columns());
            if (fits && (!strict || facts.get(i) instanceof MatrixFact.Positive)) {
                out.put(i, signed.get());
            }
        }
        return out;
    }

    /** The matrix that a fact says is not negative. */
    Optional<MatrixPolynomial> sign(int i) {
        if (facts.get(i) instanceof MatrixFact.Positive p) {
            return Optional.of(p.matrix());
        }
        return facts.get(i) instanceof MatrixFact.NonNegative n ? Optional.of(n.matrix()) : Optional.empty();
    }

    private List<Integer> all() {
        return java.util.stream.IntStream.range(0, facts.size()).boxed().toList();
    }
}
