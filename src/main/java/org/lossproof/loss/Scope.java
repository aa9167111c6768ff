package org.lossproof.loss;

import java.util.HashSet;
import java.util.Set;

/**
 * What an expression may mention: the vectors that an enclosing mean names, the repeated data whose current copy is at
 * hand, the coordinate indices that are summed. Immutable.
 */
record Scope(Set<String> vectors, Set<String> currentCopies, Set<String> indices) {
    static final Scope EMPTY = new Scope(Set.of(), Set.of(), Set.of());

    Scope {
        vectors = Set.copyOf(vectors);
        currentCopies = Set.copyOf(currentCopies);
        indices = Set.copyOf(indices);
    }

    Scope withVectors(Iterable<String> more) {
        return new Scope(joined(vectors, more), currentCopies, indices);
    }

    Scope withCopy(String datum) {
        return new Scope(vectors, joined(currentCopies, Set.of(datum)), indices);
    }

    Scope withIndices(Iterable<String> more) {
        return new Scope(vectors, currentCopies, joined(indices, more));
    }

    private static Set<String> joined(Set<String> a, Iterable<String> b) {
        Set<String> out = new HashSet<>(a);
        b.forEach(out::add);
        return out;
    }
}
