package org.lossproof.montecarlo;

/**
 * The false-fail rate of a whole run, split evenly over its sampled checks (Bonferroni).
 *
 * @param familyWise the probability that a run without any error reports one
 * @param checks how many checks share it
 */
public record ErrorBudget(double familyWise, int checks) {
    /** The rate a run has unless told otherwise. */
    public static final double DEFAULT = 1e-9;

    public ErrorBudget {
        if (!(familyWise > 0 && familyWise < 1) || checks < 1) {
            throw new IllegalArgumentException("a budget is a probability and at least one check");
        }
    }

    /** The false-fail rate of one check. */
    public double perCheck() {
        return familyWise / checks;
    }
}
