package org.lossproof.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The products and exponentials beside plain definitions of them; with vector instructions the bits are the same. */
class TilesTest {
    private static final int[] ITEMS = {1, 7, 8, 41};
    private static final int[] ROWS = {1, 3, 4, 8};
    private static final int[] D1 = {1, 2, 5, 9, 35};

    private static double[] random(Random random, int n) {
        return random.doubles(n, -2, 2).toArray();
    }

    private static double[][] random(Random random, int rows, int n) {
        double[][] out = new double[rows][];
        Arrays.setAll(out, r -> random(random, n));
        return out;
    }

    /** Every kernel on every shape, its results one after the other. */
    private static double[] results(Tiles tiles) {
        Random random = new Random(4);
        java.util.stream.DoubleStream.Builder out = java.util.stream.DoubleStream.builder();
        for (int items : ITEMS) {
            for (int rows : ROWS) {
                for (int d1 : D1) {
                    double[] a = random(random, rows * d1);
                    double[] b = random(random, rows * d1);
                    double[][] m = random(random, d1, items);
                    double[][] s = random(random, rows, items);
                    double[][] ofRows = new double[rows][items];
                    tiles.squares(ofRows, rows, -0.5, a, -1.3, m);
                    add(out, ofRows);
                    tiles.products(ofRows, rows, 0.7, a, b, 1.1, m);
                    add(out, ofRows);
                    double[] dots = new double[rows * d1];
                    tiles.dots(dots, rows, s, Batch.byItem(m), d1);
                    add(out, dots);
                    double[][] outer = random(random, d1, items);
                    tiles.addOuter(outer, rows, s, a);
                    add(out, outer);
                    add(out, tiles.largest(s[0], items / 3, items));
                }
            }
        }
        add(out, exponentials(tiles, arguments()));
        return out.build().toArray();
    }

    private static void add(java.util.stream.DoubleStream.Builder out, double[]... rows) {
        for (double[] row : rows) {
            for (double x : row) {
                out.add(x);
            }
        }
    }

    private static void add(java.util.stream.DoubleStream.Builder out, double x) {
        out.add(x);
    }

    private static double[] exponentials(Tiles tiles, double[] x) {
        double[] out = new double[x.length];
        tiles.exp(out, x, 0, new double[x.length]);
        return out;
    }

    /** The whole range and beyond, dense where exp is denormal or overflows, and what is special. */
    private static double[] arguments() {
        Random random = new Random(9);
        double[] special = {
            0,
            -0.0,
            1,
            -1,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NaN,
            709.782712893384,
            709.7827128933841,
            -708.3964185322641,
            -708.3964185322642,
            -744.4400719213812,
            -745.1332191019411,
            -745.1332191019412,
            -745.2,
            1e300,
            -1e300,
            0.34657359027997264,
            -0.34657359027997264
        };
        double[] out = Arrays.copyOf(special, 200_003);
        for (int i = special.length; i < out.length; i++) {
            out[i] = switch (i % 4) {
                case 0 -> -760 + 1480 * random.nextDouble();
                case 1 -> -40 * random.nextDouble();
                case 2 -> -746 + 40 * random.nextDouble();
                default -> random.nextGaussian() * Math.pow(2, -random.nextInt(60));
            };
        }
        return out;
    }

    @Test
    void theProductsAreThoseOfTheirDefinitions() {
        Random random = new Random(2);
        int d1 = 5;
        int items = 9;
        int rows = 6;
        double[] a = random(random, rows * d1);
        double[] b = random(random, rows * d1);
        double[][] m = random(random, d1, items);
        double[][] s = random(random, rows, items);
        double[][] squares = new double[rows][items];
        double[][] products = new double[rows][items];
        double[] dots = new double[rows * d1];
        double[][] outer = new double[d1][items];
        Tiles.BEST.squares(squares, rows, 2, a, -3, m);
        Tiles.BEST.products(products, rows, 2, a, b, -3, m);
        Tiles.BEST.dots(dots, rows, s, Batch.byItem(m), d1);
        Tiles.BEST.addOuter(outer, rows, s, a);
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < items; j++) {
                double square = 0;
                double product = 0;
                for (int k = 0; k < d1; k++) {
                    square += 2 * Math.pow(a[r * d1 + k] - 3 * m[k][j], 2);
                    product += 2 * a[r * d1 + k] * (b[r * d1 + k] - 3 * m[k][j]);
                    dots[r * d1 + k] -= s[r][j] * m[k][j];
                    outer[k][j] -= s[r][j] * a[r * d1 + k];
                }
                assertThat(squares[r][j]).isCloseTo(square, within(1e-12));
                assertThat(products[r][j]).isCloseTo(product, within(1e-12));
            }
        }
        assertThat(Arrays.stream(dots).map(Math::abs).max().orElseThrow()).isLessThan(1e-12);
        assertThat(Arrays.stream(outer)
                        .flatMapToDouble(Arrays::stream)
                        .map(Math::abs)
                        .max()
                        .orElseThrow())
                .isLessThan(1e-12);
    }

    @Test
    void expIsThatOfTheLibraryWithinOneUlpFromZeroToInfinity() {
        double[] x = arguments();
        double[] found = exponentials(Tiles.BEST, x);
        for (int i = 0; i < x.length; i++) {
            double expected = StrictMath.exp(x[i]);
            if (found[i] != expected && !(Double.isNaN(found[i]) && Double.isNaN(expected))) {
                assertThat(Math.abs(found[i] - expected)).as("exp(%s)", x[i]).isLessThanOrEqualTo(Math.ulp(expected));
            }
        }
    }

    @Test
    void largestLeavesOutWhatIsNoNumber() {
        assertThat(Tiles.BEST.largest(new double[] {9, -3, Double.NaN, -1, -2, 9}, 1, 5))
                .isEqualTo(-1);
    }

    /** In a virtual machine with the module; this one may have been started without. */
    @Test
    void vectorInstructionsChangeNoBit() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TilesTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(other.waitFor()).isZero();
        assertThat(said).isEqualTo("VectorTiles " + Arrays.hashCode(results(new PlainTiles())));
    }

    public static void main(String[] args) {
        System.out.print(Tiles.BEST.getClass().getSimpleName() + " " + Arrays.hashCode(results(Tiles.BEST)));
    }
}
