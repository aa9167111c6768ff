package org.lossproof.claim;

import java.util.ArrayList;
import java.util.List;

/**
 * How the variants of a statement fared, one change each.
 *
 * @param killed how many an exact counterexample, or a verdict that changes, tells from the statement
 * @param bySamples how many of them the samples alone reject
 * @param same those that are provably the same statement, in words; they are no falsifications
 * @param alsoTrue those that hold as well without being the same: weaker claims, hypotheses that are not needed
 * @param open those of which nothing is known
 * @param mends the changes, other than of a relation, that make a statement true which fails; their verdict is another, so that
 *     they are killed
 */
public record MutantReport(
        int killed, int bySamples, List<String> same, List<String> alsoTrue, List<String> open, List<String> mends) {
    /** No variants at all. */
    public static final MutantReport NONE = new MutantReport(0, 0, List.of(), List.of(), List.of(), List.of());

    /** One, killed. */
    static final MutantReport KILLED = new MutantReport(1, 0, List.of(), List.of(), List.of(), List.of());

    public MutantReport {
        same = List.copyOf(same);
        alsoTrue = List.copyOf(alsoTrue);
        open = List.copyOf(open);
        mends = List.copyOf(mends);
    }

    static MutantReport killed(boolean bySamples) {
        return new MutantReport(1, bySamples ? 1 : 0, List.of(), List.of(), List.of(), List.of());
    }

    static MutantReport same(String what) {
        return new MutantReport(0, 0, List.of(what), List.of(), List.of(), List.of());
    }

    static MutantReport alsoTrue(String what) {
        return new MutantReport(0, 0, List.of(), List.of(what), List.of(), List.of());
    }

    static MutantReport open(String what) {
        return new MutantReport(0, 0, List.of(), List.of(), List.of(what), List.of());
    }

    /** A change after which a statement that fails holds. */
    static MutantReport mends(String what) {
        return new MutantReport(1, 0, List.of(), List.of(), List.of(), List.of(what));
    }

    /** How many are not the same statement. */
    public int total() {
        return killed + alsoTrue.size() + open.size();
    }

    /** The two together. */
    public MutantReport plus(MutantReport that) {
        return new MutantReport(
                killed + that.killed,
                bySamples + that.bySamples,
                joined(same, that.same),
                joined(alsoTrue, that.alsoTrue),
                joined(open, that.open),
                joined(mends, that.mends));
    }

    private static List<String> joined(List<String> a, List<String> b) {
        List<String> out = new ArrayList<>(a);
        out.addAll(b);
        return out;
    }

    /** {@code killed/total}. */
    public String text() {
        return killed + "/" + total();
    }

    /** In a sentence; {@code how} says what happens to the killed ones. */
    String sentence(String how) {
        return text() + " falsified variants " + how + listed("also true", alsoTrue)
                + listed("the same statement", same) + listed("NOT DECIDED", open);
    }

    private static String listed(String what, List<String> names) {
        return names.isEmpty() ? "" : "; " + what + ": " + String.join(", ", names);
    }
}
