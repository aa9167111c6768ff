package org.lossproof.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChaosBasisTest {
    /** E t^k of the standard laws: (k - 1)!! for even k; k!; 1/(k + 1). */
    private static double moment(OrthonormalFamily family, int k) {
        double out = 1;
        for (int i = 1; i <= k; i++) {
            out *= switch (family) {
                case NORMAL -> i % 2 == 1 ? i : 1;
                case EXPONENTIAL -> i;
                case UNIFORM -> 1;
            };
        }
        return switch (family) {
            case NORMAL -> k % 2 == 0 ? out : 0;
            case EXPONENTIAL -> out;
            case UNIFORM -> 1.0 / (k + 1);
        };
    }

    @ParameterizedTest
    @EnumSource
    void powersOfAVariableHaveTheMomentsOfItsLaw(OrthonormalFamily family) {
        ChaosBasis basis = new ChaosBasis();
        Chaos t = Chaos.constant(family.a(0))
                .plus(family.b(1), Chaos.of(ChaosBasis.linear(basis.group(1), basis.variable(family))));
        Chaos power = Chaos.constant(1);
        for (int k = 1; k <= 8; k++) {
            power = power.times(t, basis);
            double mean = moment(family, k);
            assertThat(power.mean()).isCloseTo(mean, within(1e-9 * (1 + mean)));
            double variance = moment(family, 2 * k) - mean * mean;
            assertThat(power.variance(basis)).isCloseTo(variance, within(1e-8 * (1 + variance)));
        }
    }

    /** Sums over n replicas as one group against n groups of one: the symmetric basis against the plain one. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "5"})
    void aGroupOfReplicasIsAsManyGroupsOfOne(int n) {
        ChaosBasis basis = new ChaosBasis();
        int z = basis.variable(OrthonormalFamily.NORMAL);
        int s = basis.variable(OrthonormalFamily.EXPONENTIAL);
        Chaos outer = Chaos.of(ChaosBasis.linear(basis.group(1), basis.variable(OrthonormalFamily.NORMAL)));
        int one = basis.group(1);
        int all = basis.group(n);
        Chaos together = summand(basis, outer, one, z, s, 1).summed(one, all, basis);
        Chaos squares = summand(basis, outer, one, z, s, 2).summed(one, all, basis);
        Chaos apart = Chaos.ZERO;
        Chaos squaresApart = Chaos.ZERO;
        for (int m = 0; m < n; m++) {
            int group = basis.group(1);
            apart = apart.plus(1, summand(basis, outer, group, z, s, 1));
            squaresApart = squaresApart.plus(1, summand(basis, outer, group, z, s, 2));
        }
        same(basis, together, apart);
        same(basis, squares, squaresApart);
        Chaos symmetric = together.times(together, basis).plus(-0.5, squares);
        Chaos plain = apart.times(apart, basis).plus(-0.5, squaresApart);
        same(basis, symmetric, plain);
        same(basis, symmetric.times(together, basis), plain.times(apart, basis));
        same(basis, symmetric.times(symmetric, basis), plain.times(plain, basis));
    }

    /** (outer + z + s z)^power, where s is a centred exponential. */
    private static Chaos summand(ChaosBasis basis, Chaos outer, int group, int z, int s, int power) {
        Chaos normal = Chaos.of(ChaosBasis.linear(group, z));
        Chaos scaled = normal.times(Chaos.of(ChaosBasis.linear(group, s)), basis);
        Chaos sum = outer.plus(1, normal).plus(1, scaled);
        return power == 1 ? sum : sum.times(sum, basis);
    }

    private static void same(ChaosBasis basis, Chaos a, Chaos b) {
        assertThat(a.mean()).isCloseTo(b.mean(), within(1e-9 * (1 + Math.abs(b.mean()))));
        assertThat(a.variance(basis)).isCloseTo(b.variance(basis), within(1e-9 * (1 + b.variance(basis))));
    }

    @Test
    void productsOfTheFirstPolynomials() {
        assertThat(OrthonormalFamily.NORMAL.product(1, 1))
                .containsExactly(new double[] {1, 0, Math.sqrt(2)}, within(1e-12));
        assertThat(List.of(OrthonormalFamily.EXPONENTIAL.product(0, 3)[3])).containsExactly(1.0);
    }
}
