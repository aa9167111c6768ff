package org.lossproof.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class InertiaTest {
    private static BigFraction[][] matrix(int[]... rows) {
        return Arrays.stream(rows)
                .map(r -> Arrays.stream(r).mapToObj(BigFraction::new).toArray(BigFraction[]::new))
                .toArray(BigFraction[][]::new);
    }

    @Test
    void aMatrixWithoutDiagonalHasBothSigns() {
        assertThat(Inertia.of(matrix(new int[] {0, 1}, new int[] {1, 0}))).isEqualTo(new Inertia(1, 1, 2));
        // Eigenvalues 2, -1, -1.
        assertThat(Inertia.of(matrix(new int[] {0, 1, 1}, new int[] {1, 0, 1}, new int[] {1, 1, 0})))
                .isEqualTo(new Inertia(2, 1, 3));
    }

    @Test
    void zerosAreExact() {
        // Eigenvalues 0, 0, 14.
        assertThat(Inertia.of(matrix(new int[] {1, 2, 3}, new int[] {2, 4, 6}, new int[] {3, 6, 9})))
                .isEqualTo(new Inertia(0, 1, 3));
        BigFraction[][] nearly = matrix(new int[] {1, 2, 3}, new int[] {2, 4, 6}, new int[] {3, 6, 9});
        nearly[2][2] =
                nearly[2][2].subtract(BigFraction.ONE.divide(1_000_000_000).divide(1_000_000_000));
        assertThat(Inertia.of(nearly)).isEqualTo(new Inertia(1, 1, 3));
        assertThat(Inertia.of(matrix(new int[] {0, 0}, new int[] {0, 0}))).isEqualTo(new Inertia(0, 0, 2));
    }
}
