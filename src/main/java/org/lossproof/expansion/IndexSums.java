package org.lossproof.expansion;

import java.util.ArrayList;
import java.util.List;
import org.lossproof.moments.Atom;
import org.lossproof.moments.End;
import org.lossproof.moments.Labels;
import org.lossproof.moments.Monomial;
import org.lossproof.moments.Words;

/**
 * Sums over coordinates 1..d1 of representations: an index that occurs twice joins two paths (a matrix product), one that
 * occurs nowhere gives the factor d1, any other becomes a vertex of a coordinate sum.
 *
 * @param <C> the coefficients
 */
final class IndexSums<C> {
    private final Field<C> field;
    private final CopyAlgebra copies;

    IndexSums(Field<C> field, CopyAlgebra copies) {
        this.field = field;
        this.copies = copies;
    }

    /** The sum over all values of the indices, or over pairwise different ones. */
    Polynomial<C> sum(Polynomial<C> body, List<String> indices, boolean distinct) {
        if (indices.isEmpty()) {
            return body;
        }
        String last = indices.get(indices.size() - 1);
        List<String> others = indices.subList(0, indices.size() - 1);
        Polynomial<C> result = sum(body.map(m -> close(m, last)), others, distinct);
        if (distinct) {
            for (String other : others) {
                Polynomial<C> equal = body.map(m -> Polynomial.of(field, rename(m, last, other), field.one()));
                result = result.plus(sum(equal, others, true).times(field.integer(-1)));
            }
        }
        return result;
    }

    private static Monomial rename(Monomial m, String from, String to) {
        End old = End.index(from);
        return m.mapEnds(e -> e.equals(old) ? End.index(to) : e);
    }

    private Polynomial<C> close(Monomial m, String index) {
        End end = End.index(index);
        int degree = m.countEnds(end::equals);
        if (degree == 0) {
            return Polynomial.of(field, m, field.parameter("d1"));
        }
        Monomial closed = degree == 2 ? join(m, end) : toVertex(m, end);
        return Polynomial.of(field, copies.canonical(closed), field.one());
    }

    private static Monomial toVertex(Monomial m, End end) {
        int label = 1 + Labels.numbers(m, e -> e.kind() == End.Kind.VERTEX).size();
        return m.mapEnds(e -> e.equals(end) ? End.vertex(label) : e);
    }

    private static Monomial join(Monomial m, End end) {
        List<Atom> rest = new ArrayList<>();
        List<Atom> touched = new ArrayList<>();
        for (Atom atom : m.atoms()) {
            boolean touches =
                    !atom.isTrace() && (atom.left().equals(end) || atom.right().equals(end));
            (touches ? touched : rest).add(atom);
        }
        Atom first = touched.get(0);
        rest.add(touched.size() == 1 ? Atom.trace(first.word()) : joined(first, touched.get(1), end));
        return Monomial.of(rest);
    }

    private static Atom joined(Atom first, Atom second, End end) {
        boolean firstEnds = first.right().equals(end);
        boolean secondStarts = second.left().equals(end);
        String head = firstEnds ? first.word() : Words.transpose(first.word());
        String tail = secondStarts ? second.word() : Words.transpose(second.word());
        End from = firstEnds ? first.left() : first.right();
        End to = secondStarts ? second.right() : second.left();
        return Atom.path(from, head + tail, to);
    }
}
