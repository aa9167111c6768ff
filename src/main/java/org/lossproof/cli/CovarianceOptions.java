package org.lossproof.cli;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.covariance.CovariancePair;
import org.lossproof.loss.InputException;
import org.lossproof.loss.ParameterValues;
import picocli.CommandLine.Option;

/** The covariances of data and augmentation, as eigenvalues of commuting ones or as matrices. */
final class CovarianceOptions {
    @Option(names = "--a", paramLabel = "a1,a2,..", description = "Eigenvalues of A0, one a mode.")
    private String a;

    @Option(names = "--c", paramLabel = "c1,c2,..", description = "Eigenvalues of C, one a mode.")
    private String c;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description =
                    "In place of --a and --c: the matrices, commuting or not, as JSON {\"A0\": [[..], ..], \"C\": [[..], ..]};"
                            + " entries are numbers or fractions (\"1/3\").")
    private String data;

    @Option(names = "--d1", required = true, paramLabel = "N", description = "The dimension of the representation.")
    private int d1;

    /** The dimension of the representation. */
    int d1() {
        return d1;
    }

    /** @throws InputException unless there is one input */
    void requireOneInput(String command) {
        if (data != null && (a != null || c != null)) {
            throw new InputException("--data " + data + ": excludes --a and --c; give the matrices or the eigenvalues");
        }
        if (data == null && (a == null || c == null)) {
            throw new InputException(command + ": which covariances? give --a and --c, or --data FILE");
        }
    }

    /** The file of matrices; null if eigenvalues are given. */
    String file() {
        return data;
    }

    boolean areMatrices() {
        return data != null;
    }

    List<Double> ofData() {
        return numbers("--a", a);
    }

    List<Double> ofNoise() {
        return numbers("--c", c);
    }

    CovariancePair matrices() {
        return CovarianceFile.read(data);
    }

    /** A0: d0 x d0. */
    RealMatrix a0() {
        return areMatrices() ? matrices().data().real() : diagonal("--a", ofData());
    }

    /** C: d0 x d0. */
    RealMatrix noise() {
        return areMatrices() ? matrices().augmentation().real() : diagonal("--c", ofNoise());
    }

    private static RealMatrix diagonal(String option, List<Double> values) {
        if (values.stream().anyMatch(v -> v < 0)) {
            throw new InputException(option + ": eigenvalues of a covariance are not negative");
        }
        return MatrixUtils.createRealDiagonalMatrix(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static List<Double> numbers(String option, String text) {
        return Arrays.stream(text.split(",", -1))
                .map(t -> ParameterValues.rational(option, t.trim()).doubleValue())
                .toList();
    }
}
