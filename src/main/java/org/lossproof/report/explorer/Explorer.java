package org.lossproof.report.explorer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lossproof.experiment.WholeFiles;
import org.lossproof.experiment.figure.Palette;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.tolerance.Tolerance;

/**
 * The explorer page: one file with its scripts, styles and the derived coefficients inside, which opens from disk and fetches
 * nothing.
 */
public final class Explorer {
    /** The name of the page in a directory. */
    public static final String FILE = "explorer.html";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([A-Za-z0-9./-]+)}}");

    private Explorer() {}

    /** The page with the losses of the catalogue. */
    public static String ofCatalogue() {
        return page(ExplorerLoss.ofCatalogue(), "");
    }

    /** The same as a page of a report, with the way back. */
    public static String ofReport() {
        return page(ExplorerLoss.ofCatalogue(), "<nav><a href=\"index.html\">Ledger</a></nav>");
    }

    /**
     * The page with these losses.
     *
     * @throws InputException if the expansion of one is no landscape of modes, or two have one name
     */
    public static String of(List<LossDefinition> losses) {
        List<String> names = losses.stream().map(LossDefinition::name).toList();
        for (String name : names) {
            if (Collections.frequency(names, name) > 1) {
                throw new InputException("two losses are called " + name + "; give one of them another name");
            }
        }
        return page(losses.stream().map(ExplorerLoss::of).toList(), "");
    }

    /**
     * Writes a page, to a file, or as {@link #FILE} into a directory: what exists as one, or has a name that does not end in
     * {@code .html}.
     *
     * @return the file
     * @throws InputException if it cannot be written
     */
    public static Path write(String page, Path place) {
        boolean directory = Files.isDirectory(place) || !place.toString().endsWith(".html");
        Path file = directory ? place.resolve(FILE) : place;
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            WholeFiles.write(file, page.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InputException(file + ": cannot be written: "
                    + e.getClass().getSimpleName() + " " + e.getMessage() + "; name a file or directory with --out");
        }
        return file;
    }

    private static String page(List<ExplorerLoss> losses, String nav) {
        Map<String, String> parts = Map.of("data", json(data(losses)), "nav", nav);
        return PLACEHOLDER
                .matcher(resource("explorer/explorer.html"))
                .replaceAll(m -> Matcher.quoteReplacement(
                        parts.containsKey(m.group(1)) ? parts.get(m.group(1)) : embeddable(m.group(1))));
    }

    /** What the scripts of the page start from. */
    static Map<String, Object> data(List<ExplorerLoss> losses) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("losses", losses);
        out.put("palette", Palette.css());
        out.put("tolerance", Map.of("cancelled", Tolerance.CANCELLED, "slopeFloor", Tolerance.SLOPE_FLOOR));
        return out;
    }

    /** JSON that may stand inside a script element. */
    static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String embeddable(String name) {
        String text = resource(name);
        if (text.contains("</script") || text.contains("</style")) {
            throw new IllegalStateException(name + " would end the element that it stands in");
        }
        return name.endsWith("LICENSE") ? text.replace("&", "&amp;").replace("<", "&lt;") : text;
    }

    /** A resource beside the report's. */
    static String resource(String name) {
        try (InputStream in = Explorer.class.getResourceAsStream("/org/lossproof/report/" + name)) {
            if (in == null) {
                throw new IllegalStateException("built without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
