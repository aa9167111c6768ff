package org.lossproof.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a training stands. Views depend on the seed and the number of the step alone, so that this is all that a run needs to go on.
 */
final class TrainingState {
    long step;
    double[] theta;
    /** Adam's averages of the gradient and of its square. */
    double[] first;

    double[] second;
    final List<TrainingRun.Moment> moments = new ArrayList<>();

    TrainingState(double[] theta) {
        this.theta = theta;
        this.first = new double[theta.length];
        this.second = new double[theta.length];
    }
}
