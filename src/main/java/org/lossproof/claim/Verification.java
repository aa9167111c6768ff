package org.lossproof.claim;

import java.util.ArrayList;
import java.util.List;

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

    /** Decides several. */
    public List<ClaimResult> checkAll(List<Claim> claims) {
        List<ClaimResult> out = new ArrayList<>();
        claims.forEach(c -> out.add(check(c)));
        return out;
    }
}
