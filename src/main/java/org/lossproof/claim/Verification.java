package org.lossproof.claim;

import java.util.List;
import java.util.function.Consumer;

/**
 * A run over the claims of a paper. The error budget is that of all claims, also if only some are checked, and a claim's
 * samples depend on its id alone: it gets the same evidence in every selection.
 */
public final class Verification {
    private final CheckSettings settings;

    private Verification(CheckSettings settings) {
        this.settings = settings;
    }

    /** A run with a seed over all claims of a paper. */
    public static Verification of(List<Claim> all, long seed) {
        int checks = all.stream().mapToInt(Claim::sampledChecks).sum();
        return new Verification(CheckSettings.of(seed, checks));
    }

    /** What all checks share. */
    public CheckSettings settings() {
        return settings;
    }

    /** Decides a claim. */
    public ClaimResult check(Claim claim) {
        return claim.check(settings);
    }

    /**
     * Decides several, side by side; what comes out does not depend on how many run at once.
     *
     * @param done told of each as it is decided, one at a time and in no particular order
     */
    public List<ClaimResult> checkAll(List<Claim> claims, Consumer<ClaimResult> done) {
        Object oneAtATime = new Object();
        return claims.parallelStream()
                .map(claim -> {
                    ClaimResult result = check(claim);
                    synchronized (oneAtATime) {
                        done.accept(result);
                    }
                    return result;
                })
                .toList();
    }
}
