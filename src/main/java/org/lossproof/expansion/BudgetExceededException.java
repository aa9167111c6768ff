package org.lossproof.expansion;

/** A computation was cut because it needs more than its {@link Budget}. */
public final class BudgetExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BudgetExceededException(String message) {
        super(message);
    }
}
