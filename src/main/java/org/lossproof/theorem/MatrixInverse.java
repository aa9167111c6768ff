package org.lossproof.theorem;

import java.util.SortedMap;
import java.util.TreeMap;
import org.lossproof.kernel.Letter;
import org.lossproof.kernel.MatrixPolynomial;
import org.lossproof.kernel.MatrixTerm;
import org.lossproof.kernel.Rational;
import org.lossproof.kernel.Word;

/** The reciprocal of a product of numbers. */
final class MatrixInverse {
    private MatrixInverse() {}

    /** Throws {@link IllegalArgumentException} if one of them may be zero. */
    static MatrixPolynomial of(MatrixTerm term) {
        SortedMap<MatrixTerm.Scalar, Integer> powers = new TreeMap<>();
        term.scalars().forEach((s, k) -> powers.put(s, -k));
        return MatrixPolynomial.of(Letter.UNIT, Letter.UNIT, new MatrixTerm(powers, Word.EMPTY), Rational.ONE);
    }
}
