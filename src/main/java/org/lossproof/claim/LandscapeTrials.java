package org.lossproof.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.covariance.CommutingModel.Hyperparameters;
import org.lossproof.covariance.CommutingPair;
import org.lossproof.covariance.RationalMatrix;

/** Puts propositions on landscapes to the test at random commuting covariances; a counterexample is made as simple as it gets. */
final class LandscapeTrials {
    private static final int TRIES = 240;
    private static final int MOST_MODES = 4;
    private static final int[][] EIGENVALUES = {
        {0, 1}, {1, 1}, {2, 1}, {1, 2}, {3, 1}, {1, 3}, {5, 2}, {1, 100}, {50, 1}
    };

    /**
     * What came of a proposition.
     *
     * @param spoken at how many models its hypotheses were met
     * @param failed at how many of them it is false
     * @param counterexample the simplest found
     * @param contradiction where the solver and a check of it differ: then the rest says nothing
     */
    record Report(int spoken, int failed, Optional<CommutingModel> counterexample, Optional<String> contradiction) {
        Evidence evidence(LandscapeProperty property) {
            String name = property.role().label();
            if (contradiction.isPresent()) {
                return new Evidence(Evidence.Kind.PROPERTY, name + ", " + property.text() + ": " + contradiction.get());
            }
            String found = counterexample
                    .map(c -> "fails at " + failed + " of " + spoken + " random commuting models, the simplest " + c)
                    .orElse("holds at all of " + spoken + " random commuting models (d0, d1 <= " + MOST_MODES + ")");
            return new Evidence(Evidence.Kind.PROPERTY, name + ", " + property.text() + ": " + found);
        }

        /** It held somewhere, or failed, as recorded. */
        boolean asRecorded(LandscapeProperty property) {
            return contradiction.isEmpty() && spoken > 0 && property.holds() == counterexample.isEmpty();
        }
    }

    private LandscapeTrials() {}

    /** The models are the same in every run: no verdict hangs on a draw. */
    static Report run(LandscapeProperty property) {
        try {
            return tried(property);
        } catch (LandscapeContradictionException e) {
            return new Report(0, 0, Optional.empty(), Optional.of(e.getMessage()));
        }
    }

    private static Report tried(LandscapeProperty property) {
        Random random = new Random(CheckSettings.DEFAULT_SEED);
        int spoken = 0;
        List<CommutingModel> failures = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            CommutingModel model = draw(1 + i * MOST_MODES / TRIES, random);
            Outcome outcome = property.at(model);
            spoken += outcome == Outcome.SILENT ? 0 : 1;
            if (outcome == Outcome.FALSE) {
                failures.add(model);
            }
        }
        Optional<CommutingModel> simplest = failures.stream().findFirst().map(m -> simplest(property, m));
        return new Report(spoken, failures.size(), simplest, Optional.empty());
    }

    private static CommutingModel simplest(LandscapeProperty property, CommutingModel model) {
        return model.simpler().stream()
                .filter(m -> property.at(m) == Outcome.FALSE)
                .findFirst()
                .map(m -> simplest(property, m))
                .orElse(model);
    }

    private static CommutingModel draw(int modes, Random random) {
        List<BigFraction> a = new ArrayList<>();
        List<BigFraction> c = new ArrayList<>();
        for (int i = 0; i < modes; i++) {
            a.add(eigenvalue(random));
            c.add(eigenvalue(random));
        }
        Hyperparameters hyperparameters = new Hyperparameters(
                eigenvalue(random),
                eigenvalue(random),
                eigenvalue(random),
                positive(random),
                positive(random),
                2 + random.nextInt(4));
        return new CommutingModel(
                new CommutingPair(basis(modes, random), a, c), 1 + random.nextInt(MOST_MODES), hyperparameters);
    }

    private static BigFraction eigenvalue(Random random) {
        int[] q = EIGENVALUES[random.nextInt(EIGENVALUES.length)];
        return new BigFraction(q[0], q[1]);
    }

    private static BigFraction positive(Random random) {
        int[] q = EIGENVALUES[1 + random.nextInt(EIGENVALUES.length - 1)];
        return new BigFraction(q[0], q[1]);
    }

    /** A product of turns by the angle of the triangle 3, 4, 5: orthogonal, exactly. */
    private static RationalMatrix basis(int modes, Random random) {
        RationalMatrix out = RationalMatrix.identity(modes);
        for (int k = 0; k < modes - 1; k++) {
            int from = random.nextInt(modes - 1);
            RationalMatrix turn = RationalMatrix.of(modes, modes, (i, j) -> {
                boolean inPlane = i >= from && i <= from + 1 && j >= from && j <= from + 1;
                if (!inPlane) {
                    return i.equals(j) ? BigFraction.ONE : BigFraction.ZERO;
                }
                return i.equals(j) ? new BigFraction(3, 5) : new BigFraction(i < j ? -4 : 4, 5);
            });
            out = out.multiply(turn);
        }
        return out;
    }
}
