package org.lossproof.kernel;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.covariance.RationalMatrix;

/** Random expressions in a few letters, as the kernel has them and as exact matrices that are computed without it. */
final class RandomMatrices {
    static final Letter A = Letter.matrix("A", "m", "n");
    static final Letter B = Letter.matrix("B", "n", "m");
    static final Letter C = Letter.matrix("C", "n", "n");
    static final Letter S = Letter.symmetric("S", "n");
    static final Letter T = Letter.symmetric("T", "m");
    static final Letter U = Letter.matrix("u", "n", "1");
    static final Letter V = Letter.matrix("v", "n", "1");
    static final Letter W = Letter.matrix("w", "m", "1");
    static final Letter ROW = Letter.matrix("y", "1", "n");
    static final Letter NUMBER = Letter.scalar("s");
    static final Letter DIVISOR = new Letter("r", "1", "1", Letter.Kind.NONZERO);
    static final List<Letter> LETTERS = List.of(A, B, C, S, T, U, V, W, ROW, NUMBER, DIVISOR);
    static final List<String> SIZES = List.of("m", "n", "1");

    private static final List<Map<String, Integer>> SHAPES = List.of(
            Map.of("m", 3, "n", 2, "1", 1),
            Map.of("m", 2, "n", 3, "1", 1),
            Map.of("m", 1, "n", 2, "1", 1),
            Map.of("m", 1, "n", 1, "1", 1));

    private static final List<Model> MODELS = draws();

    private RandomMatrices() {}

    /**
     * A matrix in two ways.
     *
     * @param kernel as the kernel has it
     * @param values at each of the models
     */
    record Both(MatrixPolynomial kernel, List<RationalMatrix> values) {
        Both with(MatrixPolynomial now, java.util.function.BinaryOperator<RationalMatrix> op, Both that) {
            return new Both(
                    now,
                    java.util.stream.IntStream.range(0, values.size())
                            .mapToObj(i -> op.apply(values.get(i), that.values.get(i)))
                            .toList());
        }
    }

    /** Exact matrices for all letters, at a choice of sizes. */
    record Model(Map<String, Integer> sizes, Map<String, RationalMatrix> matrices) {
        /** The value of what the kernel holds, from its normal form. */
        RationalMatrix value(MatrixPolynomial p) {
            RationalMatrix sum = RationalMatrix.of(size(p.rows()), size(p.columns()), (i, j) -> BigFraction.ZERO);
            for (Map.Entry<MatrixTerm, Rational> e : p.terms().entrySet()) {
                BigFraction factor = exact(e.getValue());
                for (Map.Entry<MatrixTerm.Scalar, Integer> s :
                        e.getKey().scalars().entrySet()) {
                    factor = factor.multiply(number(s.getKey()).pow(s.getValue()));
                }
                sum = sum.add(product(e.getKey().word(), size(p.rows())).scale(factor));
            }
            return sum;
        }

        private BigFraction number(MatrixTerm.Scalar s) {
            return s.word().factors().isEmpty()
                    ? new BigFraction(size(s.size()))
                    : trace(product(s.word(), 0)).get(0, 0);
        }

        private RationalMatrix product(Word word, int size) {
            return word.factors().stream()
                    .map(f -> f.transposed()
                            ? matrices.get(f.letter().name()).transpose()
                            : matrices.get(f.letter().name()))
                    .reduce(RationalMatrix::multiply)
                    .orElseGet(() -> RationalMatrix.identity(size));
        }

        int size(String name) {
            return sizes.get(name);
        }
    }

    static BigFraction exact(Rational q) {
        return new BigFraction(q.numerator(), q.denominator());
    }

    static RationalMatrix trace(RationalMatrix m) {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < m.rows(); i++) {
            sum = sum.add(m.get(i, i));
        }
        BigFraction all = sum;
        return RationalMatrix.of(1, 1, (i, j) -> all);
    }

    /** The same models in every run: small fractions, of several sizes. */
    static List<Model> models() {
        return MODELS;
    }

    private static List<Model> draws() {
        Random random = new Random(7);
        return SHAPES.stream().map(sizes -> model(sizes, random)).toList();
    }

    private static Model model(Map<String, Integer> sizes, Random random) {
        Map<String, RationalMatrix> matrices = new TreeMap<>();
        for (Letter letter : LETTERS) {
            RationalMatrix drawn =
                    RationalMatrix.of(sizes.get(letter.rows()), sizes.get(letter.columns()), (i, j) -> entry(random));
            matrices.put(letter.name(), letter.kind() == Letter.Kind.SYMMETRIC ? drawn.add(drawn.transpose()) : drawn);
        }
        return new Model(sizes, matrices);
    }

    private static BigFraction entry(Random random) {
        int numerator = 1 + random.nextInt(7);
        return new BigFraction(random.nextBoolean() ? numerator : -numerator, 1 + random.nextInt(3));
    }

    /** A random expression of a shape. */
    static Both draw(Random random, String rows, String columns, int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return leaf(random, rows, columns);
        }
        Both left = draw(random, rows, columns, depth - 1);
        return switch (random.nextInt(rows.equals("1") && columns.equals("1") ? 6 : 5)) {
            case 0 -> {
                Both right = draw(random, rows, columns, depth - 1);
                yield left.with(left.kernel.plus(right.kernel), RationalMatrix::add, right);
            }
            case 1 -> {
                Both right = draw(random, rows, columns, depth - 1);
                yield left.with(
                        left.kernel.minus(right.kernel), (x, y) -> x.add(y.scale(BigFraction.MINUS_ONE)), right);
            }
            case 2 -> {
                Both from = draw(random, columns, rows, depth - 1);
                yield from.with(from.kernel.transpose(), (x, y) -> x.transpose(), from);
            }
            case 3 -> {
                Both number = draw(random, "1", "1", depth - 1);
                boolean before = random.nextBoolean();
                yield left.with(
                        before ? number.kernel.times(left.kernel) : left.kernel.times(number.kernel),
                        (x, y) -> x.scale(y.get(0, 0)),
                        number);
            }
            case 4 -> product(random, rows, columns, depth - 1);
            default -> {
                String size = SIZES.get(random.nextInt(3));
                Both square = product(random, size, size, depth - 1);
                yield square.with(square.kernel.trace(), (x, y) -> trace(x), square);
            }
        };
    }

    private static Both product(Random random, String rows, String columns, int depth) {
        String between = SIZES.get(random.nextInt(3));
        Both left = draw(random, rows, between, depth);
        Both right = draw(random, between, columns, depth);
        return left.with(left.kernel.times(right.kernel), RationalMatrix::multiply, right);
    }

    private static Both leaf(Random random, String rows, String columns) {
        List<Letter> fitting = LETTERS.stream()
                .filter(l -> l.rows().equals(rows) && l.columns().equals(columns))
                .toList();
        if (rows.equals(columns) && random.nextInt(4) == 0) {
            Rational multiple = Rational.parse((random.nextInt(7) - 3) + "/" + (1 + random.nextInt(3)));
            return new Both(
                    MatrixPolynomial.identity(rows, multiple),
                    models().stream()
                            .map(m -> RationalMatrix.identity(m.size(rows)).scale(exact(multiple)))
                            .toList());
        }
        if (rows.equals("1") && columns.equals("1") && random.nextInt(4) == 0) {
            return divided();
        }
        if (fitting.isEmpty()) {
            Both turned = leaf(random, columns, rows);
            return turned.with(turned.kernel.transpose(), (x, y) -> x.transpose(), turned);
        }
        return of(fitting.get(random.nextInt(fitting.size())));
    }

    static Both of(Letter letter) {
        return new Both(
                MatrixPolynomial.of(letter),
                models().stream().map(m -> m.matrices().get(letter.name())).toList());
    }

    /** 1/r. */
    private static Both divided() {
        MatrixTerm.Scalar r =
                MatrixPolynomial.of(DIVISOR).terms().firstKey().scalars().firstKey();
        MatrixTerm term = new MatrixTerm(new TreeMap<>(Map.of(r, -1)), Word.EMPTY);
        return new Both(
                MatrixPolynomial.of("1", "1", term, Rational.ONE),
                models().stream().map(m -> m.matrices().get("r").inverse()).toList());
    }
}
