package org.lossproof.experiment.figure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A figure: what it shows, not how it is drawn.
 *
 * @param name its name, that of its files: lower-case letters, digits and hyphens
 * @param title in one line
 * @param caption what a reader needs in order to read it
 * @param parameters everything its numbers depend on, by name, the seed among them
 * @param panels in reading order
 */
public record Figure(String name, String title, String caption, Map<String, String> parameters, List<Panel> panels) {
    public Figure {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        panels = List.copyOf(panels);
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("'" + name + "': a name is lower-case letters, digits and hyphens");
        }
        if (title.isBlank() || title.contains("\n")) {
            throw new IllegalArgumentException(name + ": a title is one line");
        }
        if (panels.isEmpty()) {
            throw new IllegalArgumentException(name + ": a figure has panels");
        }
    }
}
