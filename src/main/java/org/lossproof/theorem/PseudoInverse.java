package org.lossproof.theorem;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.covariance.RationalMatrix;

/** The Moore-Penrose inverse of a rational matrix, which is rational. */
final class PseudoInverse {
    private PseudoInverse() {}

    /** Of a = b c with b of full column and c of full row rank: c'(cc')^-1 (b'b)^-1 b'. */
    static RationalMatrix of(RationalMatrix a) {
        List<Integer> independent = new ArrayList<>();
        for (int j = 0; j < a.columns(); j++) {
            independent.add(j);
            if (Elimination.rank(columns(a, independent)) < independent.size()) {
                independent.remove(independent.size() - 1);
            }
        }
        if (independent.isEmpty()) {
            return RationalMatrix.of(a.columns(), a.rows(), (i, j) -> BigFraction.ZERO);
        }
        RationalMatrix b = columns(a, independent);
        RationalMatrix left = b.transpose().multiply(b).inverse().multiply(b.transpose());
        RationalMatrix c = left.multiply(a);
        return c.transpose().multiply(c.multiply(c.transpose()).inverse()).multiply(left);
    }

    private static RationalMatrix columns(RationalMatrix a, List<Integer> which) {
        return RationalMatrix.of(a.rows(), which.size(), (i, j) -> a.get(i, which.get(j)));
    }
}
