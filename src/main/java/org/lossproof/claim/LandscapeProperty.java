package org.lossproof.claim;

import java.util.function.Function;
import org.lossproof.covariance.CommutingModel;

/**
 * A proposition on landscapes that can be put to the test at any commuting covariances: of any number of modes, where the
 * facts of a page have few.
 *
 * @param role what it is to the claim
 * @param text in words, or as printed
 * @param holds what is on record
 * @param test what it says about a model
 */
public record LandscapeProperty(
        ClaimPage.Role role, String text, boolean holds, Function<CommutingModel, Outcome> test) {
    /** What a proposition says at one point. */
    public enum Outcome {
        /** It is true there. */
        TRUE,
        /** It is false there. */
        FALSE,
        /** Its hypotheses are not met there. */
        SILENT;

        /** TRUE or FALSE. */
        public static Outcome of(boolean value) {
            return value ? TRUE : FALSE;
        }
    }

    /** The paper's own statement. */
    public static LandscapeProperty printed(String text, boolean holds, Function<CommutingModel, Outcome> test) {
        return new LandscapeProperty(ClaimPage.Role.PRINTED, text, holds, test);
    }

    /** What is true where the paper's statement is not. */
    public static LandscapeProperty correction(String text, Function<CommutingModel, Outcome> test) {
        return new LandscapeProperty(ClaimPage.Role.CORRECTION, text, true, test);
    }

    /** What it says about a model. */
    public Outcome at(CommutingModel model) {
        return test.apply(model);
    }
}
