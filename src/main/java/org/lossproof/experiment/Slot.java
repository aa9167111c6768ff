package org.lossproof.experiment;

/**
 * Which vector of an item of a data set a vector of a definition is: items that the definition declares apart, such as a datum
 * and its negatives, are items of one data set, and their first views are the same views.
 *
 * @param view the number of the view, from 0; {@link #DATUM} for the item itself
 * @param augmentation how the view arises from the item
 */
public record Slot(int view, Augmentation augmentation) {
    /** In place of the number of a view: the item without augmentation. */
    public static final int DATUM = -1;

    /** How a view arises. */
    public sealed interface Augmentation {
        /** It is the item. */
        record None() implements Augmentation {}

        /** x = xh + e, e ~ N(0, C). */
        record AdditiveNoise() implements Augmentation {}

        /** x = s xh, s exponential. */
        record Exponential(double mean) implements Augmentation {}

        /** x = s xh, s uniform. */
        record Uniform(double low, double high) implements Augmentation {}
    }

    static Slot datum() {
        return new Slot(DATUM, new Augmentation.None());
    }
}
