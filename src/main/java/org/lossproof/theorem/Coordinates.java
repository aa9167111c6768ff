package org.lossproof.theorem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.kernel.Letter;
import org.lossproof.kernel.MatrixPolynomial;
import org.lossproof.kernel.MatrixTerm;
import org.lossproof.kernel.Word;

/** The entries of some letters, one after the other, as the coordinates of a point; of symmetric ones the upper half. */
final class Coordinates {
    private final Instance given;
    private final List<Letter> letters;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(int letter, int row, int column) {}

    Coordinates(Instance given, List<Letter> letters) {
        this.given = given;
        this.letters = letters;
        for (int k = 0; k < letters.size(); k++) {
            Letter letter = letters.get(k);
            for (int i = 0; i < given.size(letter.rows()); i++) {
                int from = letter.kind() == Letter.Kind.SYMMETRIC ? i : 0;
                for (int j = from; j < given.size(letter.columns()); j++) {
                    entries.add(new Entry(k, i, j));
                }
            }
        }
    }

    int count() {
        return entries.size();
    }

    /** The given matrices and the letters at a point. */
    Instance at(BigFraction[] point) {
        Instance out = given;
        for (int k = 0; k < letters.size(); k++) {
            Letter letter = letters.get(k);
            BigFraction[][] m = new BigFraction[given.size(letter.rows())][given.size(letter.columns())];
            for (int i = 0; i < entries.size(); i++) {
                Entry e = entries.get(i);
                if (e.letter() == k) {
                    m[e.row()][e.column()] = point[i];
                    if (letter.kind() == Letter.Kind.SYMMETRIC) {
                        m[e.column()][e.row()] = point[i];
                    }
                }
            }
            out = out.with(letter.name(), RationalMatrix.of(m.length, m[0].length, (i, j) -> m[i][j]));
        }
        return out;
    }

    /** The origin with some coordinates more by a number; a place may come twice. */
    BigFraction[] point(BigFraction more, int... places) {
        BigFraction[] out = new BigFraction[entries.size()];
        java.util.Arrays.fill(out, BigFraction.ZERO);
        for (int place : places) {
            out[place] = out[place].add(more);
        }
        return out;
    }

    /** The degree in these letters; a high number where one is divided by. */
    int degree(MatrixPolynomial p) {
        Set<String> names = letters.stream().map(Letter::name).collect(Collectors.toSet());
        return p.terms().keySet().stream().mapToInt(t -> degree(t, names)).max().orElse(0);
    }

    private static int degree(MatrixTerm term, Set<String> names) {
        int sum = count(term.word(), names);
        for (Map.Entry<MatrixTerm.Scalar, Integer> s : term.scalars().entrySet()) {
            int inside = count(s.getKey().word(), names);
            if (inside > 0 && s.getValue() < 0) {
                return Integer.MAX_VALUE;
            }
            sum += inside * s.getValue();
        }
        return sum;
    }

    private static int count(Word word, Set<String> names) {
        return (int) word.factors().stream()
                .filter(f -> names.contains(f.letter().name()))
                .count();
    }
}
