package org.lossproof.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class RationalArithmeticTest {
    /** 3^600 is a double, 7^380 is none; their quotient is 1.4e-35. */
    @Test
    void aQuotientIsADoubleWhereItsPartsAreNone() {
        BigInteger over = BigInteger.valueOf(3).pow(600);
        BigInteger under = BigInteger.valueOf(7).pow(380);
        double expected = 600 * Math.log10(3) - 380 * Math.log10(7);
        assertThat(Math.log10(RationalArithmetic.toDouble(new BigFraction(over, under))))
                .isCloseTo(expected, within(1e-4));
        assertThat(Math.log10(RationalArithmetic.toDouble(new BigFraction(under, over))))
                .isCloseTo(-expected, within(1e-4));
        assertThat(RationalArithmetic.toDouble(new BigFraction(-1, 3))).isEqualTo(-1.0 / 3);
    }
}
