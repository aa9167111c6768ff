package org.lossproof.experiment.trial;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the landscapes predict of the trainings of one run; the same for all seeds. */
final class PredictionStore {
    private final Map<Training, PredictedModes> known = new ConcurrentHashMap<>();

    PredictedModes of(Training training) {
        Training any = training.withTrial(1);
        PredictedModes found = known.get(any);
        if (found == null) {
            found = PredictedModes.of(any);
            known.put(any, found);
        }
        return found;
    }
}
