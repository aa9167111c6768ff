package org.lossproof.experiment;

import org.hipparchus.linear.RealMatrix;

/**
 * What a training ends with.
 *
 * @param end its last moment
 * @param w W of the first encoder in the scale in which the loss sees it: d1 x width
 */
public record TrainedModel(TrainingRun.Moment end, RealMatrix w) {}
