package org.lossproof.claim;

/** What a formula is at a point, seen with exact numbers. */
public enum Truth {
    TRUE,
    FALSE,
    /** A part of it has no value: a divisor vanishes, a root of a negative number. */
    UNDEFINED,
    /** A root there is irrational, so that exact rational arithmetic cannot tell. */
    UNKNOWN;

    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }
}
