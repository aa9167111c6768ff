package org.lossproof.experiment.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Names;

/** The figures that there are, by the names of the claims that they show. */
public final class FigureCatalogue {
    private static final Map<String, Function<FigureSettings, Figure>> FIGURES = new LinkedHashMap<>();

    /** Seconds in the quick setting: solved or sampled, nothing trained. */
    private static final Set<String> WITHOUT_TRAINING = Set.of("fig-1", "fig-3");

    static {
        FIGURES.put("fig-1", LandscapeFigure::compute);
        FIGURES.put("fig-3", InvarianceFigure::compute);
        FIGURES.put("fig-5-left", CollapseFigures::left);
        FIGURES.put("fig-5-mid", CollapseFigures::middle);
        FIGURES.put("fig-5-right", CollapseFigures::right);
        FIGURES.put("fig-6", CollapseFigures::normalised);
    }

    private FigureCatalogue() {}

    /** Their names, in the order of the paper. */
    public static List<String> names() {
        return List.copyOf(FIGURES.keySet());
    }

    /** Whether models are trained for a figure, which takes longer than a report should. */
    public static boolean isTrained(String name) {
        return !WITHOUT_TRAINING.contains(name);
    }

    /**
     * Refuses a name that is none.
     *
     * @throws InputException with the name that may have been meant
     */
    public static void require(String name) {
        if (!FIGURES.containsKey(name)) {
            throw new InputException("no figure '" + name + "'; " + Names.suggestion(name, names()));
        }
    }

    /**
     * Computes a figure.
     *
     * @throws InputException if there is none of that name
     */
    public static Figure compute(String name, FigureSettings settings) {
        require(name);
        return FIGURES.get(name).apply(settings);
    }
}
