package org.lossproof.landscape;

/** The fourth-order part of an expansion, as numbers. */
public sealed interface QuarticForm {
    /** q2 tr(SS) + q1 tr(S)^2, S = K_A + K_C. */
    record Uniform(double q2, double q1) implements QuarticForm {
        public Uniform {
            Checks.finite("coefficient of tr(SS)", q2);
            Checks.finite("coefficient of tr(S)^2", q1);
        }
    }

    /**
     * Coefficients of tr(AA), tr(AC), tr(CC), tr(A)^2, tr(A)tr(C), tr(C)^2, where A is K_A = W A0 W' and C is K_C = W C W'.
     */
    record Traces(double aa, double ac, double cc, double aSquared, double aTimesC, double cSquared)
            implements QuarticForm {
        public Traces {
            Checks.finite("coefficient of the quartic", java.util.List.of(aa, ac, cc, aSquared, aTimesC, cSquared));
        }

        /** Whether this is a combination of tr(SS) and tr(S)^2. */
        public boolean isUniform() {
            return aa == cc && ac == 2 * aa && aSquared == cSquared && aTimesC == 2 * aSquared;
        }
    }

    /**
     * Traces plus coordinate sums sum_i(A_ii^2), sum_i(A_ii C_ii), sum_i(C_ii^2) over the coordinates of a representation,
     * which break the O(d1) symmetry: there is no closed form, minima are searched for.
     */
    record Coordinates(Traces traces, double aa, double ac, double cc) implements QuarticForm {
        public Coordinates {
            Checks.finite("coefficient of a coordinate sum", java.util.List.of(aa, ac, cc));
        }
    }
}
