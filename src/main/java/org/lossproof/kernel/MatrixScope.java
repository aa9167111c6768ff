package org.lossproof.kernel;

import static org.lossproof.kernel.RejectedCertificateException.require;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known at a place of a proof about matrices: letters, sizes and facts, which are named by their numbers from 0. */
final class MatrixScope {
    private final Map<String, Letter> letters = new HashMap<>();
    private final Set<String> sizes = new HashSet<>(Set.of(Letter.UNIT));
    private final List<MatrixFact> facts = new ArrayList<>();

    /** A scope that knows the same; what one of them learns, the other does not. */
    MatrixScope copy() {
        MatrixScope out = new MatrixScope();
        out.letters.putAll(letters);
        out.sizes.addAll(sizes);
        out.facts.addAll(facts);
        return out;
    }

    /** A new letter. Throws {@link RejectedCertificateException} if it is not new, or a size and a letter would have one name. */
    void add(Letter letter) {
        require(letters.putIfAbsent(letter.name(), letter) == null, letter.name() + " already stands for a matrix");
        sizes.add(letter.rows());
        sizes.add(letter.columns());
        sizes.forEach(s -> require(!letters.containsKey(s), s + " is a size and a matrix"));
    }

    /** A further fact. Throws {@link RejectedCertificateException} if it speaks of letters or sizes that are not known. */
    void add(MatrixFact fact) {
        if (fact instanceof MatrixFact.ForAll all) {
            MatrixScope under = copy();
            all.letters().forEach(under::add);
            under.add(all.fact());
        } else {
            fact.matrices().forEach(this::requireKnown);
        }
        facts.add(fact);
    }

    /** What an alternative says exists, and what is true of it. */
    void add(MatrixStatement.Alternative alternative) {
        alternative.letters().forEach(this::add);
        alternative.facts().forEach(this::add);
    }

    /** Throws {@link RejectedCertificateException} if a letter or a size of a matrix is not known. */
    void requireKnown(MatrixPolynomial p) {
        p.letters().forEach(l -> require(l.equals(letters.get(l.name())), "unknown matrix " + l.name()));
        p.sizes().forEach(s -> require(sizes.contains(s), "unknown size " + s));
    }

    boolean knows(MatrixFact fact) {
        return facts.contains(fact);
    }

    /** The fact of a number; throws {@link RejectedCertificateException} if there is none. */
    MatrixFact fact(int i) {
        require(i >= 0 && i < facts.size(), "there is no fact " + i);
        return facts.get(i);
    }
}
