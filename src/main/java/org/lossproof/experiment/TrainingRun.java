package org.lossproof.experiment;

import java.util.List;

/**
 * What came of a training.
 *
 * @param moments of the run, by step, the last one at its end
 */
public record TrainingRun(List<Moment> moments) {
    public TrainingRun {
        moments = List.copyOf(moments);
    }

    /**
     * A moment of it.
     *
     * @param step how many steps were taken
     * @param loss the loss on the views of the step that follows
     * @param eigenvalues those of W'W, the first encoder's, descending
     * @param modes the diagonal of W'W in the modes of Sigma^(-1/2) B Sigma^(-1/2), or of the coordinates that the data are given in
     * @param norm the mean of |f(x)|^2 in the population, Tr[W Sigma W']; of a model with a hidden layer 0
     */
    public record Moment(long step, double loss, List<Double> eigenvalues, List<Double> modes, double norm) {
        public Moment {
            eigenvalues = List.copyOf(eigenvalues);
            modes = List.copyOf(modes);
        }
    }

    /** The end of it. */
    public Moment last() {
        return moments.get(moments.size() - 1);
    }
}
