package org.lossproof.montecarlo;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Mean and variance of one sample, by order; or why they are not known.
 *
 * @param mean of the coefficient of every order; empty if unknown
 * @param variance of the same, rounded up; empty if unknown
 * @param unknown why they cannot be derived; empty if they are
 */
public record SampleMoments(List<Double> mean, List<Double> variance, Optional<String> unknown) {
    public SampleMoments {
        mean = List.copyOf(mean);
        variance = List.copyOf(variance);
    }

    static SampleMoments of(double[] mean, double[] variance) {
        return new SampleMoments(
                DoubleStream.of(mean).boxed().toList(),
                DoubleStream.of(variance).boxed().toList(),
                Optional.empty());
    }

    static SampleMoments unknown(String reason) {
        return new SampleMoments(List.of(), List.of(), Optional.of(reason));
    }
}
