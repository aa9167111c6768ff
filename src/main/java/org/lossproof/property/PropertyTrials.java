package org.lossproof.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.lossproof.covariance.ModelDraw;
import org.lossproof.page.ModelProperty;

/** Puts a property to the test at random models; a counterexample is made as simple as it gets. */
public final class PropertyTrials {
    /** At how many models {@code verify} tries a property. */
    public static final int TRIES = 240;

    private static final long SEED = 20230501;
    private static final int MOST_SHRINKS = 2_000;

    private PropertyTrials() {}

    /**
     * What came of a property.
     *
     * @param tries at how many models it was put to the test
     * @param spoken at how many of them its hypotheses were met
     * @param failed at how many of them it is false
     * @param counterexample the simplest found
     * @param exact whether that one is exact
     * @param contradiction where the solver and a check of it differ: then the rest says nothing
     */
    public record Report(
            int tries,
            int spoken,
            int failed,
            Optional<String> counterexample,
            boolean exact,
            Optional<String> contradiction) {
        /** In a sentence. */
        public String sentence() {
            if (contradiction.isPresent()) {
                return contradiction.get();
            } else if (spoken == 0) {
                return "says nothing at any of " + tries + " random models";
            }
            return counterexample
                    .map(c -> "fails at " + failed + " of " + spoken + " random models, the simplest " + c
                            + (exact
                                    ? ""
                                    : " (in floating point, which refutes nothing; a fact at these numbers would)"))
                    .orElse("holds at all of " + spoken + " random models (d0 <= " + ModelDraw.MOST_MODES + ")");
        }

        /** It held at every model that was meant, and there was one. */
        public boolean holds() {
            return contradiction.isEmpty() && spoken > 0 && counterexample.isEmpty();
        }
    }

    /** The models are the same in every run: no verdict hangs on a draw. */
    public static Report run(ModelProperty property) {
        try {
            return tried(property);
        } catch (LandscapeContradictionException e) {
            return new Report(TRIES, 0, 0, Optional.empty(), false, Optional.of(e.getMessage()));
        }
    }

    /** The models that {@code verify} tries. */
    static Stream<ModelDraw> models() {
        Random random = new Random(SEED);
        return Stream.generate(() -> ModelDraw.of(random)).limit(TRIES);
    }

    private static Report tried(ModelProperty property) {
        int spoken = 0;
        List<ModelDraw> failures = new ArrayList<>();
        for (ModelDraw draw : models().toList()) {
            Outcome outcome = PropertyEvaluation.at(property, draw).outcome();
            spoken += outcome == Outcome.SILENT ? 0 : 1;
            if (outcome.fails()) {
                failures.add(draw);
            }
        }
        if (failures.isEmpty()) {
            return new Report(TRIES, spoken, 0, Optional.empty(), false, Optional.empty());
        }
        ModelDraw simplest = simplest(property, failures.get(0));
        PropertyEvaluation.Saying saying = PropertyEvaluation.at(property, simplest);
        return new Report(
                TRIES,
                spoken,
                failures.size(),
                Optional.of(saying.model()),
                saying.outcome() == Outcome.FALSE,
                Optional.empty());
    }

    private static ModelDraw simplest(ModelProperty property, ModelDraw start) {
        ModelDraw best = start;
        int looked = 0;
        boolean better = true;
        while (better && looked < MOST_SHRINKS) {
            better = false;
            for (ModelDraw candidate : best.simpler()) {
                looked++;
                if (PropertyEvaluation.trusting(property, candidate).outcome().fails()) {
                    best = candidate;
                    better = true;
                    break;
                }
            }
        }
        return best;
    }
}
