package org.lossproof.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.hipparchus.fraction.BigFraction;

/** Points with small rational coordinates, the simplest first: where counterexamples are looked for. */
public final class SmallPoints {
    /** A grid that is looked through before anything else. */
    public static final int FEW = 2_000;

    /** A grid for what is known to have a counterexample, so that a simple one is shown. */
    public static final int MANY = 200_000;

    private static final int SAMPLED = 60;
    private static final long SEED = 20230501;
    private static final List<BigFraction> SMALL = List.of(
            BigFraction.ONE,
            BigFraction.ZERO,
            BigFraction.TWO,
            new BigFraction(1, 2),
            new BigFraction(4),
            new BigFraction(3),
            BigFraction.MINUS_ONE,
            new BigFraction(1, 4));
    private static final List<BigFraction> WIDER = List.of(
            BigFraction.ZERO,
            BigFraction.ONE,
            BigFraction.MINUS_ONE,
            BigFraction.TWO,
            new BigFraction(4),
            new BigFraction(9, 4),
            new BigFraction(1, 2),
            new BigFraction(-3, 7),
            new BigFraction(5, 3),
            new BigFraction(100));

    private SmallPoints() {}

    /** Visits a grid of at most {@code most} points until {@code stop} says so; the map is the same object each time. */
    public static void of(List<String> names, int most, Predicate<Map<String, BigFraction>> stop) {
        int n = names.size();
        int values = Math.min(SMALL.size(), Math.max(2, (int) Math.floor(Math.pow(most, 1.0 / n))));
        int points = (int) Math.min(most, Math.round(Math.pow(values, n)));
        Map<String, BigFraction> point = new LinkedHashMap<>();
        for (int index = 0; index < points; index++) {
            int rest = index;
            for (String name : names) {
                point.put(name, SMALL.get(rest % values));
                rest /= values;
            }
            if (stop.test(point)) {
                return;
            }
        }
    }

    /** Visits random points of a wider range, the same in every run, until {@code stop} says so. */
    public static void sample(List<String> names, Predicate<Map<String, BigFraction>> stop) {
        Random random = new Random(SEED);
        for (int i = 0; i < SAMPLED; i++) {
            Map<String, BigFraction> point = new LinkedHashMap<>();
            names.forEach(name -> point.put(name, WIDER.get(random.nextInt(WIDER.size()))));
            if (stop.test(point)) {
                return;
            }
        }
    }
}
