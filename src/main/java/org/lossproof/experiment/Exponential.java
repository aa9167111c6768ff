package org.lossproof.experiment;

/**
 * exp of many numbers at once, within 1 ulp: x = n log 2 + r, |r| <= log(2)/2, and a polynomial in r, in a loop that the compiler
 * turns into vector instructions; then the exponent is put in bit by bit. The same bits on every machine.
 */
final class Exponential {
    /** 3/2 2^52: added to a small number, it leaves the nearest integer in the lowest bits. */
    static final double ROUND = 0x1.8p52;

    static final double LOG2E = 0x1.71547652b82fep0;

    /** log 2 in two parts; the product of the first with an exponent is exact. */
    static final double LOG2_HIGH = 0x1.62e42fee00000p-1;

    static final double LOG2_LOW = 0x1.a39ef35793c76p-33;
    static final int LEAST = Double.MIN_EXPONENT + 1;
    static final int MANTISSA = 52;
    static final double C3 = 1.0 / 6;
    static final double C4 = C3 / 4;
    static final double C5 = C4 / 5;
    static final double C6 = C5 / 6;
    static final double C7 = C6 / 7;
    static final double C8 = C7 / 8;
    static final double C9 = C8 / 9;
    static final double C10 = C9 / 10;
    static final double C11 = C10 / 11;
    static final double C12 = C11 / 12;
    static final double C13 = C12 / 13;

    private Exponential() {}

    /**
     * out = exp(x - shift).
     *
     * @param out not x itself
     * @param scratch as long
     * @param from the first item
     */
    static void of(double[] out, double[] x, double shift, double[] scratch, int from) {
        polynomial(out, x, shift, scratch, from);
        for (int j = from; j < out.length; j++) {
            double n = scratch[j] - ROUND;
            out[j] = n >= LEAST && n <= Double.MAX_EXPONENT
                    ? Double.longBitsToDouble(
                            Double.doubleToRawLongBits(out[j]) + (Double.doubleToRawLongBits(scratch[j]) << MANTISSA))
                    : StrictMath.exp(x[j] - shift);
        }
    }

    /** What is 0, infinite, no number or denormal among some items. */
    static void outside(double[] out, double[] x, double shift, int from, int to) {
        for (int j = from; j < to; j++) {
            double u = x[j] - shift;
            double n = u * LOG2E + ROUND - ROUND;
            if (!(n >= LEAST && n <= Double.MAX_EXPONENT)) {
                out[j] = StrictMath.exp(u);
            }
        }
    }

    /** exp r to {@code out}, the exponent in the lowest bits of {@code exponents}. */
    private static void polynomial(double[] out, double[] x, double shift, double[] exponents, int from) {
        for (int j = from; j < out.length; j++) {
            double u = x[j] - shift;
            double k = u * LOG2E + ROUND;
            double n = k - ROUND;
            double r = (u - n * LOG2_HIGH) - n * LOG2_LOW;
            double p = C13 * r + C12;
            p = p * r + C11;
            p = p * r + C10;
            p = p * r + C9;
            p = p * r + C8;
            p = p * r + C7;
            p = p * r + C6;
            p = p * r + C5;
            p = p * r + C4;
            p = p * r + C3;
            p = p * r + 0.5;
            out[j] = 1 + (r + r * r * p);
            exponents[j] = k;
        }
    }
}
