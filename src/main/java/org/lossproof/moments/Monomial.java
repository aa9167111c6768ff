package org.lossproof.moments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A commutative product of {@link Atom}s, sorted; the empty product is 1. Immutable. */
public final class Monomial implements Comparable<Monomial> {
    /** The number one. */
    public static final Monomial ONE = new Monomial(new Atom[0]);

    private final Atom[] atoms;
    private final int order;
    private final int hash;

    private Monomial(Atom[] sorted) {
        atoms = sorted;
        order = Arrays.stream(sorted).mapToInt(Atom::order).sum();
        hash = Arrays.hashCode(sorted);
    }

    /** The product of the atoms. */
    public static Monomial of(List<Atom> factors) {
        Atom[] sorted = factors.toArray(new Atom[0]);
        Arrays.sort(sorted);
        return sorted.length == 0 ? ONE : new Monomial(sorted);
    }

    /** The factors, sorted, equal ones repeated. */
    public List<Atom> atoms() {
        return List.of(atoms);
    }

    /** The total number of W in it: the order in t under W -> tW. */
    public int order() {
        return order;
    }

    /** The plain product; labels of copies and vertices are taken as they stand. */
    public Monomial times(Monomial that) {
        if (that.atoms.length == 0) {
            return this;
        }
        if (atoms.length == 0) {
            return that;
        }
        List<Atom> all = new ArrayList<>(atoms.length + that.atoms.length);
        all.addAll(Arrays.asList(atoms));
        all.addAll(Arrays.asList(that.atoms));
        return of(all);
    }

    /** The same monomial with every end replaced. */
    public Monomial mapEnds(UnaryOperator<End> map) {
        List<Atom> out = new ArrayList<>(atoms.length);
        for (Atom atom : atoms) {
            out.add(atom.mapEnds(map));
        }
        return of(out);
    }

    /** How many ends satisfy the condition. */
    public int countEnds(Predicate<End> condition) {
        int count = 0;
        for (Atom atom : atoms) {
            if (!atom.isTrace()) {
                count += (condition.test(atom.left()) ? 1 : 0) + (condition.test(atom.right()) ? 1 : 0);
            }
        }
        return count;
    }

    /** The different ends that satisfy the condition, in the order of the atoms. */
    public List<End> ends(Predicate<End> condition) {
        List<End> out = new ArrayList<>();
        for (Atom atom : atoms) {
            if (!atom.isTrace()) {
                for (End end : List.of(atom.left(), atom.right())) {
                    if (condition.test(end) && !out.contains(end)) {
                        out.add(end);
                    }
                }
            }
        }
        return out;
    }

    @Override
    public int compareTo(Monomial that) {
        for (int i = 0; i < Math.min(atoms.length, that.atoms.length); i++) {
            int c = atoms[i].compareTo(that.atoms[i]);
            if (c != 0) {
                return c;
            }
        }
        return Integer.compare(atoms.length, that.atoms.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Monomial that && hash == that.hash && Arrays.equals(atoms, that.atoms);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return atoms.length == 0 ? "1" : Arrays.toString(atoms);
    }
}
