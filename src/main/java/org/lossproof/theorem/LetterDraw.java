package org.lossproof.theorem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.kernel.Letter;

/** Rational matrices of the kinds on which statements about matrices tend to turn: projections, isometries, pseudo-inverses, equal ones. */
final class LetterDraw {
    private final Random random;
    private final Instance given;

    LetterDraw(Random random, Instance given) {
        this.random = random;
        this.given = given;
    }

    /** A matrix of the letter's shape and kind. */
    RationalMatrix of(Letter letter) {
        int rows = given.size(letter.rows());
        int columns = given.size(letter.columns());
        if (letter.isScalar()) {
            return RationalMatrix.of(1, 1, (i, j) -> number(letter.kind() == Letter.Kind.NONZERO));
        }
        List<Supplier<Optional<RationalMatrix>>> kinds = new ArrayList<>(List.of(
                () -> Optional.of(entries(rows, columns)),
                () -> Optional.of(sparse(rows, columns)),
                () -> Optional.of(isometry(rows, columns)),
                () -> Optional.of(lowRank(rows, columns)),
                () -> related(rows, columns)));
        if (rows == columns) {
            kinds.add(() -> Optional.of(projection(rows)));
            kinds.add(() -> Optional.of(gram(rows)));
            kinds.add(() -> Optional.of(
                    RationalMatrix.diagonal(entries(1, rows).entries().get(0))));
        }
        RationalMatrix m = kinds.get(random.nextInt(kinds.size())).get().orElseGet(() -> entries(rows, columns));
        return letter.kind() == Letter.Kind.SYMMETRIC ? symmetric(m) : m;
    }

    private static RationalMatrix symmetric(RationalMatrix m) {
        return RationalMatrix.of(m.rows(), m.columns(), (i, j) -> i <= j ? m.get(i, j) : m.get(j, i));
    }

    private BigFraction number(boolean nonzero) {
        int[] from = {1, 1, 2, -1, 3, -2, 0, 0};
        int numerator = from[random.nextInt(nonzero ? 6 : 8)];
        return new BigFraction(numerator, random.nextInt(3) == 0 ? 2 : 1);
    }

    /** Of a coordinate that nothing determines. */
    BigFraction entry() {
        return new BigFraction(random.nextInt(5) - 2);
    }

    private RationalMatrix entries(int rows, int columns) {
        return RationalMatrix.of(rows, columns, (i, j) -> entry());
    }

    private RationalMatrix sparse(int rows, int columns) {
        return RationalMatrix.of(rows, columns, (i, j) -> new BigFraction(Math.max(0, random.nextInt(5) - 3)));
    }

    private RationalMatrix lowRank(int rows, int columns) {
        return entries(rows, 1).multiply(entries(1, columns));
    }

    /** As many orthonormal columns, or rows, as there can be: part of (1 - S)(1 + S)^-1 with S' = -S. */
    private RationalMatrix isometry(int rows, int columns) {
        int n = Math.max(rows, columns);
        RationalMatrix s = entries(n, n);
        RationalMatrix skew = RationalMatrix.of(n, n, (i, j) -> s.get(i, j).subtract(s.get(j, i)));
        RationalMatrix one = RationalMatrix.identity(n);
        RationalMatrix q = one.add(skew.scale(BigFraction.MINUS_ONE))
                .multiply(one.add(skew).inverse());
        boolean flip = random.nextBoolean();
        return RationalMatrix.of(rows, columns, (i, j) -> flip ? q.get(n - 1 - i, n - 1 - j) : q.get(i, j));
    }

    private RationalMatrix projection(int n) {
        RationalMatrix q = random.nextBoolean() ? isometry(n, n) : RationalMatrix.identity(n);
        int rank = random.nextInt(n + 1);
        RationalMatrix mask =
                RationalMatrix.of(n, n, (i, j) -> i.equals(j) && i < rank ? BigFraction.ONE : BigFraction.ZERO);
        return q.multiply(mask).multiply(q.transpose());
    }

    private RationalMatrix gram(int n) {
        RationalMatrix y = entries(1 + random.nextInt(n), n);
        return y.transpose().multiply(y);
    }

    /** Made of matrices that are given: one of them, its transpose, its pseudo-inverse, a product of two, one and what is not negative. */
    private Optional<RationalMatrix> related(int rows, int columns) {
        List<RationalMatrix> all = List.copyOf(given.matrices().values());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        RationalMatrix a = either(all);
        RationalMatrix b = either(all);
        RationalMatrix c = switch (random.nextInt(5)) {
            case 0 -> a;
            case 1 -> PseudoInverse.of(a);
            case 2 -> a.columns() == b.rows() ? a.multiply(b) : a;
            case 3 -> a.rows() == a.columns() ? a.add(gram(a.rows())) : a;
            default -> a.scale(BigFraction.MINUS_ONE);
        };
        return Optional.of(c).filter(m -> m.rows() == rows && m.columns() == columns);
    }

    private RationalMatrix either(List<RationalMatrix> all) {
        RationalMatrix one = all.get(random.nextInt(all.size()));
        return random.nextBoolean() ? one : one.transpose();
    }
}
