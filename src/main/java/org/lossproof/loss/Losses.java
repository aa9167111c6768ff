package org.lossproof.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The losses that a text may name: those of the catalogue and those that a paper brings itself.
 *
 * @param own the texts of definitions by name
 * @param folder how errors name the place of the texts
 */
public record Losses(Map<String, String> own, String folder) {
    /** Those of the catalogue alone. */
    public static final Losses CATALOGUE = new Losses(Map.of(), "");

    public Losses {
        SortedMap<String, String> sorted = new TreeMap<>(own);
        own = java.util.Collections.unmodifiableSortedMap(sorted);
    }

    /**
     * Those of the paper's own, by name.
     *
     * @throws InputException if a definition is wrong
     */
    public List<LossDefinition> definitions() {
        return own.keySet().stream()
                .map(name -> load(name, new Span(folder + name + ".loss", 1, 1)))
                .toList();
    }

    /**
     * A loss by its name; one of the paper's own comes first.
     *
     * @param span where the name stands
     * @throws InputException if there is none of that name, or its definition is wrong
     */
    public LossDefinition load(String name, Span span) {
        if (own.containsKey(name)) {
            return LossParser.parse(own.get(name), folder + name + ".loss");
        } else if (Catalogue.names().contains(name)) {
            return Catalogue.load(name);
        }
        List<String> known = new ArrayList<>(own.keySet());
        known.addAll(Catalogue.names());
        String where = own.isEmpty() ? "the catalogue has no" : "neither the paper nor the catalogue has a";
        throw new InputException(span, where + " loss '" + name + "'; " + Names.suggestion(name, known));
    }
}
