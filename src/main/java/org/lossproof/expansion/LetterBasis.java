package org.lossproof.expansion;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lossproof.loss.Expr.Letter;
import org.lossproof.moments.Atom;
import org.lossproof.moments.Monomial;
import org.lossproof.moments.Words;

/**
 * Rewriting of closed polynomials between letters by Sigma = A0 + C: S = A + C, A = S - C, C = S - A.
 */
final class LetterBasis {
    /** Beyond this many terms other bases are not tried for display. */
    private static final int SEARCH_LIMIT = 400;

    private LetterBasis() {}

    /** The polynomial in A, C and G only. */
    static <C> Polynomial<C> inAandC(Field<C> field, Polynomial<C> p) {
        return eliminate(field, p, Letter.S, Letter.A, Letter.C, 1);
    }

    /** The one with the fewest terms among the writings in (A, C), (A, S), (C, S) and as given. */
    static <C> Polynomial<C> mostCompact(Field<C> field, Polynomial<C> given, Polynomial<C> inAandC) {
        Polynomial<C> best = inAandC;
        if (given.terms().size() < best.terms().size()) {
            best = given;
        }
        if (inAandC.terms().size() <= SEARCH_LIMIT) {
            for (Letter replaced : List.of(Letter.C, Letter.A)) {
                Letter kept = replaced == Letter.C ? Letter.A : Letter.C;
                Polynomial<C> other = eliminate(field, inAandC, replaced, Letter.S, kept, -1);
                if (other.terms().size() < best.terms().size()) {
                    best = other;
                }
            }
        }
        return best;
    }

    /** Replaces a letter by {@code first + sign second}. */
    private static <C> Polynomial<C> eliminate(
            Field<C> field, Polynomial<C> p, Letter letter, Letter first, Letter second, int sign) {
        Map<Atom, Map<Atom, BigInteger>> known = new HashMap<>();
        return p.map(m -> {
            Map<Monomial, BigInteger> product = Map.of(Monomial.ONE, BigInteger.ONE);
            for (Atom atom : m.atoms()) {
                product = times(product, known.computeIfAbsent(atom, a -> expand(a, letter, first, second, sign)));
            }
            Polynomial<C> out = new Polynomial<>(field);
            for (Map.Entry<Monomial, BigInteger> e : product.entrySet()) {
                C weight = field.rational(new org.hipparchus.fraction.BigFraction(e.getValue()));
                out = out.plus(Polynomial.of(field, canonical(e.getKey()), weight));
            }
            return out;
        });
    }

    private static Monomial canonical(Monomial m) {
        return org.lossproof.moments.Labels.canonical(m, e -> e.kind() == org.lossproof.moments.End.Kind.VERTEX);
    }

    private static Map<Monomial, BigInteger> times(Map<Monomial, BigInteger> product, Map<Atom, BigInteger> sum) {
        Map<Monomial, BigInteger> out = new HashMap<>();
        product.forEach((m, c) ->
                sum.forEach((a, d) -> out.merge(m.times(Monomial.of(List.of(a))), c.multiply(d), BigInteger::add)));
        return out;
    }

    private static Map<Atom, BigInteger> expand(Atom atom, Letter letter, Letter first, Letter second, int sign) {
        Map<String, BigInteger> words = Map.of("", BigInteger.ONE);
        for (int i = 0; i < atom.word().length(); i++) {
            char code = atom.word().charAt(i);
            Optional<Character> other =
                    Words.letterOf(code) == letter ? Optional.of(Words.withLetter(code, second)) : Optional.empty();
            char main = other.isPresent() ? Words.withLetter(code, first) : code;
            Map<String, BigInteger> longer = new HashMap<>();
            words.forEach((w, c) -> {
                longer.merge(w + main, c, BigInteger::add);
                other.ifPresent(o -> longer.merge(w + o, c.multiply(BigInteger.valueOf(sign)), BigInteger::add));
            });
            words = longer;
        }
        Map<Atom, BigInteger> out = new HashMap<>();
        words.forEach((w, c) -> {
            Atom image = atom.isTrace() ? Atom.trace(w) : Atom.path(atom.left(), w, atom.right());
            out.merge(image, c, BigInteger::add);
        });
        return out;
    }
}
