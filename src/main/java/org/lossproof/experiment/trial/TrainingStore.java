package org.lossproof.experiment.trial;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.lossproof.experiment.DivergedException;
import org.lossproof.experiment.TrainedModel;
import org.lossproof.loss.InputException;

/** The trainings of one run: each is done once, however many claims need it, and its outcome depends on nothing but itself. */
public final class TrainingStore {
    // Those who wait for a model never train one, so that no one waits for a thread that waits; and as there are many
    // models, each
    // has one thread, which spares the steps the handing over of their parts.
    private static final List<ForkJoinPool> TRAINING = Stream.generate(() -> new ForkJoinPool(1))
            .limit(Runtime.getRuntime().availableProcessors())
            .toList();

    private static final AtomicInteger NEXT = new AtomicInteger();

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

    /**
     * What a training ends with; empty if it diverged.
     *
     * @throws InputException if it cannot be trained at all
     */
    Optional<TrainedModel> model(Training training) {
        try {
            return models.computeIfAbsent(training, TrainingStore::inBackground).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof InputException wrong ? wrong : e;
        }
    }

    private static CompletableFuture<Optional<TrainedModel>> inBackground(Training training) {
        ForkJoinPool pool = TRAINING.get(Math.floorMod(NEXT.getAndIncrement(), TRAINING.size()));
        return CompletableFuture.supplyAsync(() -> trained(training), pool);
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
