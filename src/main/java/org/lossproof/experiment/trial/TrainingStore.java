package org.lossproof.experiment.trial;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import org.lossproof.experiment.DivergedException;
import org.lossproof.experiment.TrainedModel;

/** The trainings of one run: each is done once, however many claims need it, and its outcome depends on nothing but itself. */
public final class TrainingStore {
    // Those who wait for a model never train one, so that no one waits for a thread that waits.
    private static final ForkJoinPool TRAINING = new ForkJoinPool();

    private final boolean full;
    private final Map<Training, CompletableFuture<Optional<TrainedModel>>> models = new ConcurrentHashMap<>();
    private final PredictionStore predictions = new PredictionStore();

    /**
     * Nothing trained yet.
     *
     * @param full whether experiments run in the setting of the paper
     */
    public TrainingStore(boolean full) {
        this.full = full;
    }

    /** Whether experiments run in the setting of the paper. */
    public boolean isFull() {
        return full;
    }

    /** How many models were trained, or are being trained. */
    public int size() {
        return models.size();
    }

    /** Starts trainings that are needed later. */
    void startAll(List<Training> trainings) {
        trainings.forEach(t -> models.computeIfAbsent(t, TrainingStore::inBackground));
    }

    /** What a training ends with; empty if it diverged. */
    Optional<TrainedModel> model(Training training) {
        return models.computeIfAbsent(training, TrainingStore::inBackground).join();
    }

    private static CompletableFuture<Optional<TrainedModel>> inBackground(Training training) {
        return CompletableFuture.supplyAsync(() -> trained(training), TRAINING);
    }

    private static Optional<TrainedModel> trained(Training training) {
        try {
            return Optional.of(training.run());
        } catch (DivergedException e) {
            return Optional.empty();
        }
    }

    PredictionStore predictions() {
        return predictions;
    }
}
