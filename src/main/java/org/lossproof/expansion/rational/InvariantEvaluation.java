package org.lossproof.expansion.rational;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.FieldMatrix;
import org.lossproof.moments.Atom;
import org.lossproof.moments.End;
import org.lossproof.moments.Invariant;
import org.lossproof.moments.Monomial;
import org.lossproof.moments.Words;

/** The exact value of an invariant at given covariances, by multiplying the matrices out. */
public final class InvariantEvaluation {
    private final RationalModel model;
    private final Map<String, FieldMatrix<BigFraction>> words = new HashMap<>();

    public InvariantEvaluation(RationalModel model) {
        this.model = model;
    }

    /** The value of a product of traces and coordinate sums. */
    public BigFraction of(Invariant invariant) {
        Monomial monomial = invariant.monomial();
        BigFraction product = BigFraction.ONE;
        for (Atom atom : monomial.atoms()) {
            if (atom.isTrace()) {
                product = product.multiply(word(atom.word()).getTrace());
            }
        }
        List<Atom> edges = monomial.atoms().stream().filter(a -> !a.isTrace()).toList();
        List<Integer> vertices = edges.stream()
                .flatMap(a -> java.util.stream.Stream.of(a.left(), a.right()))
                .map(End::number)
                .distinct()
                .toList();
        return edges.isEmpty() ? product : product.multiply(sum(edges, vertices, new HashMap<>(), 0));
    }

    private BigFraction sum(List<Atom> edges, List<Integer> vertices, Map<Integer, Integer> chosen, int next) {
        if (next == vertices.size()) {
            BigFraction product = BigFraction.ONE;
            for (Atom edge : edges) {
                int row = chosen.get(edge.left().number());
                int column = chosen.get(edge.right().number());
                product = product.multiply(word(edge.word()).getEntry(row, column));
            }
            return product;
        }
        BigFraction total = BigFraction.ZERO;
        for (int i = 0; i < model.d1(); i++) {
            chosen.put(vertices.get(next), i);
            total = total.add(sum(edges, vertices, chosen, next + 1));
        }
        return total;
    }

    private FieldMatrix<BigFraction> word(String word) {
        FieldMatrix<BigFraction> known = words.get(word);
        if (known == null) {
            FieldMatrix<BigFraction> last = letter(word.charAt(word.length() - 1));
            known = word.length() == 1
                    ? last
                    : word(word.substring(0, word.length() - 1)).multiply(last);
            words.put(word, known);
        }
        return known;
    }

    private FieldMatrix<BigFraction> letter(char code) {
        return model.block(Words.letterOf(code), Words.left(code), Words.right(code));
    }
}
