package org.lossproof.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.kernel.Letter;
import org.lossproof.kernel.MatrixPolynomial;
import org.lossproof.loss.Span;
import org.lossproof.page.matrix.Matrices;
import org.lossproof.page.matrix.MatricesParser;
import org.lossproof.page.matrix.MatrixExpression;

/** Derivatives against exact values: L(V + tE) is a polynomial in t, whose coefficients its values at integers give. */
class MatrixCalculusTest {
    private static final int DEGREE = 12;
    private static final String LETTERS = """
            sizes d1, d0
            scalar q > 0, c
            matrix V : d1 x d0, E : d1 x d0, F : d1 x d0, M : d1 x d1, N : d0 x d0, a : d1 x 1, b : d0 x 1
            symmetric G : d0
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-tr(V*G*V') + q*tr((V*V')^2)",
                "tr(M*V*N*V') + c*tr(V'*V)^2",
                "a'*V*b",
                "(a'*V*b)^3 + tr(V'*M*V*N)",
                "a'*V*V'*M*V*b*tr(V*N*V')",
                "1/q*tr((V'*V)^3)*(c - tr(V'*V))^2",
                "|M*V*N|^2*|V*b|^2",
                "(b'*V'*a)^2*tr(id(d0))",
                "q^2*tr(V'*V*N)*tr(V'*V*N')"
            })
    void derivativesAreTheCoefficientsInT(String loss) {
        Matrices letters = new MatricesParser(LETTERS + "let L(V) = " + loss, new Span("test", 1, 1)).matrices();
        Names names = new Names();
        letters.letters().forEach(names::letter);
        letters.abbreviations().forEach(names::define);
        Letter v = letters.letters().stream()
                .filter(l -> l.name().equals("V"))
                .findFirst()
                .orElseThrow();
        MatrixPolynomial value = names.function("L", List.of(v), new MatrixExpression.Name("L", Span.API));
        MatrixPolynomial e = names.value(new MatrixExpression.Name("E", Span.API));
        MatrixPolynomial f = names.value(new MatrixExpression.Name("F", Span.API));
        MatrixPolynomial first = MatrixCalculus.derivative(value, v, e);
        MatrixPolynomial along =
                e.transpose().times(MatrixCalculus.gradient(value, v)).trace();
        MatrixPolynomial second = MatrixCalculus.derivative(first, v, e);
        MatrixPolynomial mixed = MatrixCalculus.derivative(first, v, f);
        Random random = new Random(7);
        for (Map<String, Integer> sizes : List.of(
                Map.of("d1", 2, "d0", 3),
                Map.of("d1", 3, "d0", 2),
                Map.of("d1", 1, "d0", 2),
                Map.of("d1", 1, "d0", 1))) {
            Instance at = new Instance(sizes, Map.of());
            for (Letter letter : letters.letters()) {
                at = at.with(letter.name(), new LetterDraw(random, new Instance(sizes, Map.of())).of(letter));
            }
            RationalMatrix direction = at.matrices().get("E");
            RationalMatrix other = at.matrices().get("F");
            List<BigFraction> t = coefficients(value, at, direction);
            assertEquals(t.get(1), number(first, at));
            assertEquals(t.get(1), number(along, at), "the gradient");
            assertEquals(t.get(2).multiply(2), number(second, at));
            BigFraction polarised = coefficients(value, at, direction.add(other))
                    .get(2)
                    .subtract(coefficients(value, at, direction.add(other.scale(BigFraction.MINUS_ONE)))
                            .get(2))
                    .divide(2);
            assertEquals(polarised, number(mixed, at), "the second derivative along two directions");
        }
    }

    private static BigFraction number(MatrixPolynomial p, Instance at) {
        return new MatrixModel(at).value(p).get(0, 0);
    }

    /** Of the polynomial of degree at most 12 with these values at 0, .., 12: a Vandermonde system, solved exactly. */
    private static List<BigFraction> coefficients(MatrixPolynomial p, Instance at, RationalMatrix direction) {
        RationalMatrix v = at.matrices().get("V");
        List<BigFraction[]> rows = new ArrayList<>();
        for (int t = 0; t <= DEGREE; t++) {
            BigFraction[] row = new BigFraction[DEGREE + 2];
            for (int k = 0; k <= DEGREE; k++) {
                row[k] = new BigFraction(t).pow(k);
            }
            row[DEGREE + 1] = number(p, at.with("V", v.add(direction.scale(new BigFraction(t)))));
            rows.add(row);
        }
        return List.of(
                Elimination.solve(rows, DEGREE + 1, k -> BigFraction.ZERO).orElseThrow());
    }
}
