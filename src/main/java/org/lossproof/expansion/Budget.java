package org.lossproof.expansion;

import java.time.Duration;

/**
 * How much work a route may do: a number of steps, which is the same on every machine, and a wall-clock time as a last resort.
 * Not thread-safe: one thread spends it.
 */
public final class Budget {
    private static final int CLOCK_EVERY = 256;

    private final String what;
    private final long steps;
    private final Duration time;
    private final long deadline;
    private long spent;
    private long calls;

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
        if (++calls % CLOCK_EVERY == 0
                && (System.nanoTime() > deadline || Thread.currentThread().isInterrupted())) {
            throw new BudgetExceededException(what + " needs more than its budget of " + time.toSeconds() + " s");
        }
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
