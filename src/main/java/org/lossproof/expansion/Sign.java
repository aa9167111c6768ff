package org.lossproof.expansion;

/** What is known of the sign of a quantity on a set of parameters. */
enum Sign {
    NEGATIVE,
    NOT_POSITIVE,
    ZERO,
    NOT_NEGATIVE,
    POSITIVE,
    UNKNOWN;

    /** Whether it is known to be 0 or positive everywhere. */
    boolean isNotNegative() {
        return this == ZERO || this == NOT_NEGATIVE || this == POSITIVE;
    }

    /** Whether it is known to be 0 or negative everywhere. */
    boolean isNotPositive() {
        return this == ZERO || this == NOT_POSITIVE || this == NEGATIVE;
    }

    /** Whether it is the same at all parameters. */
    boolean isConstant() {
        return this == ZERO || this == POSITIVE || this == NEGATIVE;
    }

    /** Of this over a quantity that vanishes nowhere. */
    Sign over(Sign that) {
        if (that == UNKNOWN || that == ZERO) {
            return UNKNOWN;
        }
        return that.isNotNegative() ? this : negated();
    }

    /** Of the negative. */
    Sign negated() {
        return switch (this) {
            case NEGATIVE -> POSITIVE;
            case NOT_POSITIVE -> NOT_NEGATIVE;
            case NOT_NEGATIVE -> NOT_POSITIVE;
            case POSITIVE -> NEGATIVE;
            case ZERO, UNKNOWN -> this;
        };
    }
}
