package org.lossproof.theorem;

import java.util.List;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.kernel.Letter;
import org.lossproof.kernel.MatrixFact;
import org.lossproof.kernel.MatrixPolynomial;

/**
 * Whether a fact holds for all matrices in the place of its letters. A number of degree at most two in them is a quadratic form in
 * their entries and 1, found by polarisation; it is not negative just when the matrix of the form has no negative eigenvalue.
 */
final class ForAllDecision {
    private static final int DRAWS = 12;

    private final MatrixFact fact;
    private final Coordinates entries;
    private final boolean nonzero;

    ForAllDecision(MatrixModel model, MatrixFact.ForAll all) {
        this.fact = all.fact();
        this.entries = new Coordinates(model.instance(), all.letters());
        this.nonzero = all.letters().stream().anyMatch(l -> l.kind() == Letter.Kind.NONZERO);
    }

    Truth truth() {
        if (nonzero) {
            return Truth.UNKNOWN;
        }
        int degree = fact.matrices().stream().mapToInt(entries::degree).max().orElse(0);
        boolean number = fact.matrices().size() == 1 && fact.matrices().get(0).isScalar();
        if (degree == 0) {
            return at(entries.point(BigFraction.ZERO));
        } else if (degree <= 2 && number && fact instanceof MatrixFact.NonNegative f) {
            return Truth.of(Elimination.inertia(form(f.matrix())).negative() == 0);
        } else if (degree <= 2 && number && fact instanceof MatrixFact.Positive f) {
            return positive(form(f.matrix()));
        }
        return probe(degree);
    }

    private Truth at(BigFraction[] point) {
        return new MatrixModel(entries.at(point)).truth(fact);
    }

    private Truth positive(RationalMatrix form) {
        Elimination.Inertia signs = Elimination.inertia(form);
        if (signs.negative() > 0) {
            return Truth.FALSE;
        }
        Truth origin = at(entries.point(BigFraction.ZERO));
        return signs.positive() == form.rows() ? Truth.TRUE : origin == Truth.FALSE ? origin : Truth.UNKNOWN;
    }

    /** F with p(x) = (x, 1) F (x, 1)'. */
    private RationalMatrix form(MatrixPolynomial p) {
        int n = entries.count();
        BigFraction[][] f = new BigFraction[n + 1][n + 1];
        BigFraction constant = number(p, entries.point(BigFraction.ZERO));
        BigFraction[] plus = new BigFraction[n];
        for (int i = 0; i < n; i++) {
            plus[i] = number(p, entries.point(BigFraction.ONE, i));
            BigFraction minus = number(p, entries.point(BigFraction.MINUS_ONE, i));
            f[i][i] = plus[i].add(minus).divide(2).subtract(constant);
            f[i][n] = plus[i].subtract(minus).divide(4);
            f[n][i] = f[i][n];
        }
        f[n][n] = constant;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                BigFraction both = number(p, entries.point(BigFraction.ONE, i, j));
                f[i][j] = both.subtract(plus[i]).subtract(plus[j]).add(constant).divide(2);
                f[j][i] = f[i][j];
            }
        }
        return RationalMatrix.of(n + 1, n + 1, (i, j) -> f[i][j]);
    }

    private BigFraction number(MatrixPolynomial p, BigFraction[] point) {
        return new MatrixModel(entries.at(point)).value(p).get(0, 0);
    }

    /** Whether it fails somewhere; what is zero at these points and of degree at most two is zero everywhere. */
    private Truth probe(int degree) {
        int n = entries.count();
        for (int i = 0; i < n; i++) {
            for (BigFraction[] point : List.of(
                    entries.point(BigFraction.ZERO),
                    entries.point(BigFraction.ONE, i),
                    entries.point(BigFraction.MINUS_ONE, i))) {
                if (at(point) == Truth.FALSE) {
                    return Truth.FALSE;
                }
            }
            for (int j = 0; j < i; j++) {
                if (at(entries.point(BigFraction.ONE, i, j)) == Truth.FALSE) {
                    return Truth.FALSE;
                }
            }
        }
        if (fact instanceof MatrixFact.Zero && degree <= 2) {
            return Truth.TRUE;
        }
        Random random = new Random(1);
        for (int k = 0; k < DRAWS; k++) {
            BigFraction[] point = entries.point(BigFraction.ZERO);
            for (int i = 0; i < n; i++) {
                point[i] = new BigFraction(random.nextInt(7) - 3);
            }
            if (at(point) == Truth.FALSE) {
                return Truth.FALSE;
            }
        }
        return Truth.UNKNOWN;
    }
}
