package org.lossproof.theorem;

/** Whether something holds of given matrices, decided exactly or not at all. */
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    /** Both. */
    Truth and(Truth that) {
        if (this == FALSE || that == FALSE) {
            return FALSE;
        }
        return this == TRUE ? that : this;
    }

    /** One of the two. */
    Truth or(Truth that) {
        if (this == TRUE || that == TRUE) {
            return TRUE;
        }
        return this == FALSE ? that : this;
    }
}
