package org.lossproof.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.lossproof.loss.InputException;

/**
 * A training as it stands, on file: numbers as decimals that read back to the same bits.
 *
 * @param run all that the outcome depends on, in words: another run cannot go on from here
 * @param step how many steps were taken
 * @param theta the parameters
 * @param first Adam's average of the gradient
 * @param second that of its square
 * @param moments what was kept so far
 */
public record Checkpoint(
        String run,
        long step,
        List<Double> theta,
        List<Double> first,
        List<Double> second,
        List<TrainingRun.Moment> moments) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Checkpoint of(String run, TrainingState state) {
        return new Checkpoint(
                run, state.step, list(state.theta), list(state.first), list(state.second), List.copyOf(state.moments));
    }

    TrainingState state() {
        TrainingState out = new TrainingState(array(theta));
        out.step = step;
        out.first = array(first);
        out.second = array(second);
        out.moments.addAll(moments);
        return out;
    }

    /** Writes it; an interrupted write leaves what was there. */
    void write(Path file) {
        try {
            WholeFiles.write(file, JSON.writeValueAsBytes(this));
        } catch (IOException e) {
            throw new InputException("--checkpoint " + file + ": cannot be written (" + e.getMessage() + ")");
        }
    }

    /**
     * Reads one.
     *
     * @throws InputException if it is none, or one of another run
     */
    static Checkpoint read(Path file, String run) {
        try {
            Checkpoint out = JSON.readValue(Files.readString(file), Checkpoint.class);
            if (!run.equals(out.run)) {
                throw new InputException("--checkpoint " + file
                        + ": is that of another run; give its options, or another file to start anew");
            }
            return out;
        } catch (JsonProcessingException | NullPointerException e) {
            throw new InputException("--checkpoint " + file + ": is no checkpoint of train; give another file");
        } catch (IOException e) {
            throw new InputException("--checkpoint " + file + ": cannot be read (" + e.getMessage() + ")");
        }
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
