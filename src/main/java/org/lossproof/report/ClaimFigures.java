package org.lossproof.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lossproof.experiment.figure.FigureCatalogue;
import org.lossproof.experiment.figure.FigureFiles;
import org.lossproof.experiment.figure.FigureSettings;
import org.lossproof.loss.InputException;

/**
 * The figures of a report: a claim whose id is the name of a figure shows it. One that was drawn before comes from a directory; of
 * the others those are drawn that need no training.
 */
final class ClaimFigures {
    /** The folder of a report that they stand in. */
    private static final String FOLDER = "figures";

    private static final List<String> KINDS = List.of("svg", "png", "csv");
    private static final long SEED = 1;

    /**
     * A figure as a page shows it.
     *
     * @param title what it is
     * @param caption what is seen
     * @param files from the report's directory, the SVG first
     */
    record Shown(String title, String caption, List<String> files) {
        Shown {
            files = List.copyOf(files);
        }
    }

    private ClaimFigures() {}

    /**
     * Refuses a directory that is none, and figures of these claims in it that are none.
     *
     * @throws InputException with what would be right
     */
    static void require(Path drawn, List<String> ids) {
        if (!Files.isDirectory(drawn)) {
            throw new InputException(
                    "--figures " + drawn + ": no such directory; 'lossproof figures --out DIR' makes one");
        }
        ids.stream()
                .map(id -> drawn.resolve(id + ".svg"))
                .filter(Files::isRegularFile)
                .forEach(ClaimFigures::words);
    }

    /**
     * Puts the figures of these claims into a report.
     *
     * @param report the directory of the report
     * @param ids of its claims
     * @param drawn a directory that {@code figures} wrote, if there is one
     * @return by the id of the claim
     */
    static Map<String, Shown> write(Path report, List<String> ids, Optional<Path> drawn) throws IOException {
        Map<String, Shown> out = new LinkedHashMap<>();
        Path folder = report.resolve(FOLDER);
        for (String id : ids) {
            Optional<Path> ready = drawn.filter(d -> Files.isRegularFile(d.resolve(id + ".svg")));
            if (ready.isPresent()) {
                copy(id, ready.get(), folder);
            } else if (FigureCatalogue.names().contains(id) && !FigureCatalogue.isTrained(id)) {
                // Nothing is shown on a screen, and there may be none.
                System.setProperty("java.awt.headless", "true");
                FigureFiles.write(FigureCatalogue.compute(id, new FigureSettings(false, SEED)), folder);
            }
            if (Files.exists(folder.resolve(id + ".svg"))) {
                out.put(id, shown(id, folder));
            }
        }
        return out;
    }

    private static void copy(String id, Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String kind : KINDS) {
            Path file = from.resolve(id + "." + kind);
            if (Files.isRegularFile(file)) {
                Files.copy(file, to.resolve(id + "." + kind));
            }
        }
    }

    private static Shown shown(String id, Path folder) {
        List<String> files = KINDS.stream()
                .filter(kind -> Files.exists(folder.resolve(id + "." + kind)))
                .map(kind -> FOLDER + "/" + id + "." + kind)
                .toList();
        Map<String, String> words = words(folder.resolve(id + ".svg"));
        return new Shown(words.getOrDefault("title", id), words.getOrDefault("desc", ""), files);
    }

    /** The first title and desc of an SVG; entities from outside are not read. */
    private static Map<String, String> words(Path svg) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Map<String, String> out = new LinkedHashMap<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(Files.readAllBytes(svg)));
            while (reader.hasNext()) {
                boolean named = reader.next() == XMLStreamReader.START_ELEMENT
                        && List.of("title", "desc").contains(reader.getLocalName());
                if (named) {
                    out.putIfAbsent(
                            reader.getLocalName(), reader.getElementText().strip());
                }
            }
        } catch (IOException | XMLStreamException e) {
            throw new InputException(svg + ": is no SVG: " + e.getMessage() + "; draw it again with figures");
        }
        return out;
    }
}
