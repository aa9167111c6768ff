package org.lossproof.moments;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gaussian means of monomials by Isserlis' theorem (Wick's theorem), with multiplicities.
 *
 * <p>One leg u is removed at a time: E[u g] = mean(u) E[g] + sum_v cov(u, v) E[dg/dv] over the other averaged legs v.
 * Equal factors are counted, not repeated, and means of equal monomials are computed once, so the (2k-1)!! pairings are
 * never listed: E |z|^16 in R^d costs as many steps as there are partitions of 8.
 *
 * <p>Isserlis, "On a formula for the product-moment coefficient of any order of a normal frequency distribution in any
 * number of variables", Biometrika 12 (1918).
 */
public final class Isserlis {
    private final Pairing pairing;
    private final Map<Monomial, Map<Monomial, BigInteger>> known = new HashMap<>();

    /** Means under one joint law. Not safe for use by several threads. */
    public Isserlis(Pairing pairing) {
        this.pairing = pairing;
    }

    /** The mean, as monomials without averaged ends and their multiplicities. */
    public Map<Monomial, BigInteger> mean(Monomial monomial) {
        List<Atom> averaged = new ArrayList<>();
        List<Atom> held = new ArrayList<>();
        for (Atom atom : monomial.atoms()) {
            (touches(atom) ? averaged : held).add(atom);
        }
        Map<Monomial, BigInteger> core = meanOfAveraged(Monomial.of(averaged));
        return held.isEmpty() ? core : multiplied(core, Monomial.of(held));
    }

    private Map<Monomial, BigInteger> meanOfAveraged(Monomial monomial) {
        if (monomial.atoms().isEmpty()) {
            return Map.of(Monomial.ONE, BigInteger.ONE);
        }
        Map<Monomial, BigInteger> result = known.get(monomial);
        if (result == null) {
            result = removeLeg(monomial);
            known.put(monomial, result);
        }
        return result;
    }

    private Map<Monomial, BigInteger> removeLeg(Monomial monomial) {
        List<Atom> rest = new ArrayList<>(monomial.atoms());
        Atom first = rest.remove(0);
        Atom path = pairing.averages(first.left()) ? first : first.turned();
        End leg = path.left();
        Map<Monomial, BigInteger> sum = new HashMap<>();
        pairing.mean(leg).ifPresent(m -> add(sum, rest, Atom.path(m, path.word(), path.right()), 1));
        if (pairing.averages(path.right())) {
            pairing.covariance(path.right(), leg)
                    .ifPresent(letter -> add(sum, rest, Atom.trace(path.word() + letter), 1));
        }
        for (int i = 0; i < rest.size(); ) {
            int next = i;
            while (next < rest.size() && rest.get(next).equals(rest.get(i))) {
                next++;
            }
            pairWith(rest, i, next - i, path, sum);
            i = next;
        }
        return sum;
    }

    /** Joins the removed leg of {@code path} to each averaged end of {@code rest[i]}, which occurs {@code times} times. */
    private void pairWith(List<Atom> rest, int i, int times, Atom path, Map<Monomial, BigInteger> sum) {
        Atom other = rest.get(i);
        if (other.isTrace()) {
            return;
        }
        List<Atom> others = new ArrayList<>(rest);
        others.remove(i);
        for (Atom reading : List.of(other, other.turned())) {
            if (pairing.averages(reading.left())) {
                pairing.covariance(path.left(), reading.left()).ifPresent(letter -> {
                    String word = Words.transpose(path.word()) + letter + reading.word();
                    add(sum, others, Atom.path(path.right(), word, reading.right()), times);
                });
            }
        }
    }

    private void add(Map<Monomial, BigInteger> sum, List<Atom> rest, Atom joined, int times) {
        List<Atom> atoms = new ArrayList<>(rest);
        atoms.add(joined);
        BigInteger factor = BigInteger.valueOf(times);
        mean(Monomial.of(atoms)).forEach((m, c) -> sum.merge(m, c.multiply(factor), BigInteger::add));
    }

    private boolean touches(Atom atom) {
        return !atom.isTrace() && (pairing.averages(atom.left()) || pairing.averages(atom.right()));
    }

    private static Map<Monomial, BigInteger> multiplied(Map<Monomial, BigInteger> sum, Monomial factor) {
        Map<Monomial, BigInteger> out = new HashMap<>();
        sum.forEach((m, c) -> out.merge(m.times(factor), c, BigInteger::add));
        return out;
    }
}
