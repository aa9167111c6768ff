package org.lossproof.expansion;

import java.time.Duration;

/**
 * How much work a route may do: a number of steps and the size of a single value, which are the same on every machine, and a
 * wall-clock time as a last resort.
 * Not thread-safe: one thread spends it.
 */
public final class Budget {
    /** The largest product of two polynomials, in products of terms: more fills the memory. */
    private static final long LARGEST_PRODUCT = 4_000_000;
    /** The largest value, in terms: more is read by nobody. */
    private static final long LARGEST_VALUE = 20_000;

    private final String what;
    private final long steps;
    private final Duration time;
    private final long deadline;
    private long spent;

    /**
     * @param what whose budget it is, for the message
     * @param steps how many steps
     * @param time how long at most
     */
    public Budget(String what, long steps, Duration time) {
        this.what = what;
        this.steps = steps;
        this.time = time;
        this.deadline = System.nanoTime() + time.toNanos();
    }

    /**
     * Spends some steps.
     *
     * @throws BudgetExceededException if there are not so many left, or the time is over
     */
    public void spend(long amount) {
        spent += amount;
        if (spent > steps) {
            throw new BudgetExceededException(
                    String.format(java.util.Locale.ROOT, "%s needs more than its budget of %,d steps", what, steps));
        }
        // A single step may take seconds (a greatest common divisor of large polynomials), so that the clock is read at
        // each.
        if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
            throw new BudgetExceededException(what + " needs more than its budget of " + time.toSeconds() + " s");
        }
    }

    /**
     * Looks at the product of two polynomials before it is formed.
     *
     * @param terms the number of terms of the one
     * @param others the number of terms of the other
     * @throws BudgetExceededException if it is too large
     */
    void allowProduct(long terms, long others) {
        if (terms * others > LARGEST_PRODUCT) {
            throw tooLarge(LARGEST_PRODUCT, "products of terms at once");
        }
    }

    /**
     * Looks at the size of a value.
     *
     * @param terms its number of terms
     * @throws BudgetExceededException if it is too large
     */
    void hold(long terms) {
        if (terms > LARGEST_VALUE) {
            throw tooLarge(LARGEST_VALUE, "terms in one coefficient");
        }
    }

    private BudgetExceededException tooLarge(long limit, String of) {
        return new BudgetExceededException(
                String.format(java.util.Locale.ROOT, "%s needs more than its budget of %,d %s", what, limit, of));
    }

    /** What is left of the time. */
    public Duration left() {
        return Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
    }

    /** The message for work that did not come back in time. */
    public BudgetExceededException timedOut() {
        return new BudgetExceededException(what + " needs more than its budget of " + time.toSeconds() + " s");
    }
}
