package org.lossproof.claim;

import java.util.List;
import java.util.function.Consumer;
import org.lossproof.experiment.trial.ExperimentTrials;
import org.lossproof.page.Experiment;
import org.lossproof.page.Page;
import org.lossproof.page.Paper;

/**
 * A run over the claims of a paper. The error budget is that of all claims, also if only some are checked, and samples depend
 * on what is sampled alone: a claim gets the same evidence in every selection.
 */
public final class Verification {
    private final CheckSettings settings;

    private Verification(CheckSettings settings) {
        this.settings = settings;
    }

    /** A run with a seed over all claims of a paper. */
    public static Verification of(Paper paper, long seed) {
        return of(paper, seed, false);
    }

    /**
     * The same.
     *
     * @param full whether experiments train in the setting of the paper
     */
    public static Verification of(Paper paper, long seed, boolean full) {
        int checks = paper.pages().stream()
                .mapToInt(p -> new ClaimCheck(p).sampledChecks())
                .sum();
        return new Verification(CheckSettings.of(seed, checks, full));
    }

    /** What all checks share. */
    public CheckSettings settings() {
        return settings;
    }

    /** How many models are trained for some claims. */
    public int models(List<Page> claims) {
        List<Experiment> all =
                claims.stream().flatMap(p -> ClaimCheck.experiments(p).stream()).toList();
        return ExperimentTrials.models(all, settings.trainings().isFull());
    }

    /** Decides a claim. */
    public ClaimResult check(Page page) {
        return new ClaimCheck(page).check(settings);
    }

    /**
     * Decides several, side by side; what comes out does not depend on how many run at once.
     *
     * @param done told of each as it is decided, one at a time and in no particular order
     */
    public List<ClaimResult> checkAll(List<Page> claims, Consumer<ClaimResult> done) {
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
