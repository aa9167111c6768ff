package org.lossproof.report;

import java.util.ArrayList;
import java.util.List;
import org.lossproof.claim.ClaimResult;
import org.lossproof.page.Verdict;

/** Numbers of things in words. */
public final class Counts {
    private Counts() {}

    /** {@code 1 claim}, {@code 2 claims}. */
    public static String of(long n, String thing) {
        return n + " " + thing + (n == 1 ? "" : "s");
    }

    /** {@code 3 Proved, 1 Refuted}. */
    static String byVerdict(List<ClaimResult> results) {
        List<String> out = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long n = results.stream().filter(r -> r.verdict() == verdict).count();
            if (n > 0) {
                out.add(n + " " + verdict.label());
            }
        }
        return String.join(", ", out);
    }
}
