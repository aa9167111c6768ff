package org.lossproof.theorem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lossproof.kernel.Letter;
import org.lossproof.kernel.MatrixFact;
import org.lossproof.kernel.MatrixPolynomial;
import org.lossproof.kernel.MatrixStatement;

/**
 * The letters and sizes that occur in a statement; a page may declare more.
 *
 * @param letters in the order of their declaration
 * @param sizes by name
 */
record Vocabulary(List<Letter> letters, Set<String> sizes) {
    static Vocabulary of(MatrixStatement statement) {
        List<MatrixFact> facts = new ArrayList<>(statement.premises());
        statement.alternatives().forEach(a -> facts.addAll(a.facts()));
        Set<String> names = new TreeSet<>();
        Set<String> sizes = new TreeSet<>();
        for (MatrixFact fact : facts) {
            names.addAll(fact.names());
            fact.matrices().forEach(m -> add(m, sizes));
        }
        List<Letter> letters = statement.letters().stream()
                .filter(l -> names.contains(l.name()))
                .toList();
        letters.forEach(l -> sizes.addAll(List.of(l.rows(), l.columns())));
        sizes.remove(Letter.UNIT);
        return new Vocabulary(letters, sizes);
    }

    private static void add(MatrixPolynomial p, Set<String> sizes) {
        sizes.addAll(List.of(p.rows(), p.columns()));
        p.letters().forEach(l -> sizes.addAll(List.of(l.rows(), l.columns())));
        p.terms()
                .keySet()
                .forEach(t -> t.scalars().keySet().forEach(s -> {
                    if (!s.size().isEmpty()) {
                        sizes.add(s.size());
                    }
                }));
    }
}
