package org.lossproof.experiment.trial;

import java.util.List;
import java.util.Optional;
import org.lossproof.loss.Truth;

/**
 * What came of one seed.
 *
 * @param measures by point of the range and measure; empty where one has no value
 * @param truth whether the claim holds at all points, fails at some, or is without a value
 * @param why it has none
 */
record SeedTrial(List<List<Optional<Double>>> measures, Truth truth, Optional<String> why) {
    SeedTrial {
        measures = measures.stream().map(List::copyOf).toList();
    }
}
