package org.lossproof.claim;

import java.util.List;

/**
 * How the falsified variants of a statement fared.
 *
 * @param killed how many the evidence rejects
 * @param total how many are not provably equal to the statement
 * @param bySamples how many the samples alone reject
 * @param survivors the variants that evidence does not reject, in words
 */
public record MutantReport(int killed, int total, int bySamples, List<String> survivors) {
    /** No variants at all. */
    public static final MutantReport NONE = new MutantReport(0, 0, 0, List.of());

    public MutantReport {
        survivors = List.copyOf(survivors);
    }

    /** The two together. */
    public MutantReport plus(MutantReport that) {
        List<String> all = new java.util.ArrayList<>(survivors);
        all.addAll(that.survivors);
        return new MutantReport(killed + that.killed, total + that.total, bySamples + that.bySamples, all);
    }

    /** {@code killed/total}. */
    public String text() {
        return killed + "/" + total;
    }
}
