package org.lossproof.experiment.figure;

/**
 * How a figure is computed.
 *
 * @param full with the paper's sizes and fine grids; otherwise what takes seconds
 * @param seed of everything random
 */
public record FigureSettings(boolean full, long seed) {}
