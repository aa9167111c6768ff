package org.lossproof.theorem;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.kernel.Letter;
import org.lossproof.kernel.MatrixFact;
import org.lossproof.kernel.MatrixPolynomial;
import org.lossproof.kernel.MatrixStatement;
import org.lossproof.kernel.MatrixTerm;
import org.lossproof.kernel.Rational;
import org.lossproof.kernel.Word;

/**
 * What statements of the kernel say of given matrices, exactly.
 *
 * @param instance the matrices
 */
public record MatrixModel(Instance instance) {
    /** The value. Throws {@link IllegalArgumentException} for a matrix or size that is not given, and a division by zero. */
    public RationalMatrix value(MatrixPolynomial p) {
        int rows = instance.size(p.rows());
        int columns = instance.size(p.columns());
        RationalMatrix sum = RationalMatrix.of(rows, columns, (i, j) -> BigFraction.ZERO);
        for (Map.Entry<MatrixTerm, Rational> e : p.terms().entrySet()) {
            BigFraction factor = exact(e.getValue());
            for (Map.Entry<MatrixTerm.Scalar, Integer> s : e.getKey().scalars().entrySet()) {
                factor = factor.multiply(power(s.getKey(), s.getValue()));
            }
            sum = sum.add(word(e.getKey().word(), rows).scale(factor));
        }
        return sum;
    }

    static BigFraction exact(Rational q) {
        return new BigFraction(q.numerator(), q.denominator());
    }

    private BigFraction power(MatrixTerm.Scalar s, int exponent) {
        BigFraction value = scalar(s);
        if (exponent < 0 && value.isZero()) {
            throw new IllegalArgumentException(s + " is 0 and is divided by");
        }
        return value.pow(exponent);
    }

    private BigFraction scalar(MatrixTerm.Scalar s) {
        if (s.word().factors().isEmpty()) {
            return new BigFraction(instance.size(s.size()));
        }
        RationalMatrix inside = word(s.word(), 0);
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < inside.rows(); i++) {
            sum = sum.add(inside.get(i, i));
        }
        return sum;
    }

    private RationalMatrix word(Word word, int size) {
        RationalMatrix product = null;
        for (Word.Factor f : word.factors()) {
            RationalMatrix letter = instance.matrices().get(f.letter().name());
            if (letter == null) {
                throw new IllegalArgumentException(f.letter().name() + " is not given");
            }
            RationalMatrix next = f.transposed() ? letter.transpose() : letter;
            product = product == null ? next : product.multiply(next);
        }
        return product == null ? RationalMatrix.identity(size) : product;
    }

    /** Whether a fact holds; what is said of all matrices is decided where it is of degree two in them. */
    public Truth truth(MatrixFact fact) {
        if (fact instanceof MatrixFact.Zero f) {
            return Truth.of(isZero(value(f.matrix())));
        } else if (fact instanceof MatrixFact.NonNegative f) {
            return Truth.of(Elimination.inertia(value(f.matrix())).negative() == 0);
        } else if (fact instanceof MatrixFact.Positive f) {
            RationalMatrix m = value(f.matrix());
            return Truth.of(Elimination.inertia(m).positive() == m.rows());
        } else if (fact instanceof MatrixFact.Diagonal f) {
            RationalMatrix m = value(f.matrix());
            return Truth.of(isZero(
                    RationalMatrix.of(m.rows(), m.columns(), (i, j) -> i.equals(j) ? BigFraction.ZERO : m.get(i, j))));
        } else if (fact instanceof MatrixFact.AtLeastZero f) {
            return Truth.of(sum(f).signum() >= 0);
        }
        return new ForAllDecision(this, (MatrixFact.ForAll) fact).truth();
    }

    static boolean isZero(RationalMatrix m) {
        return m.entries().stream().allMatch(row -> row.stream().allMatch(BigFraction::isZero));
    }

    private BigFraction sum(MatrixFact.AtLeastZero f) {
        BigFraction sum = exact(f.constant());
        for (Map.Entry<MatrixFact.Count, Rational> e : f.counts().entrySet()) {
            sum = sum.add(exact(e.getValue()).multiply(count(e.getKey())));
        }
        return sum;
    }

    private int count(MatrixFact.Count count) {
        RationalMatrix m = value(count.matrix());
        return switch (count.of()) {
            case RANK -> Elimination.rank(m);
            case POSITIVE -> Elimination.inertia(m).positive();
            case ROWS -> m.rows();
        };
    }

    /** Whether all facts hold. */
    public Truth all(List<MatrixFact> facts) {
        Truth out = Truth.TRUE;
        for (MatrixFact fact : facts) {
            out = out == Truth.FALSE ? out : out.and(truth(fact));
        }
        return out;
    }

    /** Whether one of the alternatives holds; what exists is decided where linear equations decide it. */
    public Truth conclusion(MatrixStatement statement) {
        Truth out = Truth.FALSE;
        for (MatrixStatement.Alternative alternative : statement.alternatives()) {
            out = out.or(
                    alternative.letters().isEmpty()
                            ? all(alternative.facts())
                            : new ExistsDecision(this, alternative).truth());
        }
        return out;
    }

    /** Whether the letters are what they are declared to be: shape, symmetry, not zero. */
    public boolean fits(List<Letter> letters) {
        return letters.stream().allMatch(this::fits);
    }

    private boolean fits(Letter letter) {
        RationalMatrix m = instance.matrices().get(letter.name());
        return m != null
                && m.rows() == instance.size(letter.rows())
                && m.columns() == instance.size(letter.columns())
                && (letter.kind() != Letter.Kind.SYMMETRIC || m.equals(m.transpose()))
                && (letter.kind() != Letter.Kind.NONZERO || !isZero(m));
    }
}
