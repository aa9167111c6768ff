package org.lossproof.property;

/** What a property says at one model. */
public enum Outcome {
    /** It is true there. */
    TRUE,
    /** It is false there, in exact arithmetic. */
    FALSE,
    /** It is false there by more than rounding, in floating point. */
    NUMERICALLY_FALSE,
    /** Its hypotheses are not met there, or floating point cannot tell. */
    SILENT;

    /** Whether it is false. */
    public boolean fails() {
        return this == FALSE || this == NUMERICALLY_FALSE;
    }
}
