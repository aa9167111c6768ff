package org.lossproof.loss;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** The losses that ship with the tool: the files {@code proofs/losses/NAME.loss}. */
public final class Catalogue {
    private static final String FOLDER = "/proofs/losses/";

    private Catalogue() {}

    /** Their names, in the order of the index file. */
    public static List<String> names() {
        return resource("index.txt").lines().filter(l -> !l.isBlank()).toList();
    }

    /**
     * A loss of the catalogue.
     *
     * @throws InputException if there is none of that name
     */
    public static LossDefinition load(String name) {
        if (!names().contains(name)) {
            throw new InputException("no loss '" + name + "' in the catalogue; " + Names.suggestion(name, names()));
        }
        return LossParser.parse(text(name), name + ".loss");
    }

    /** The file of a loss, with the comment that says where it comes from. */
    public static String text(String name) {
        return resource(name + ".loss");
    }

    /** A loss of the catalogue by its name, or else the definition in a file. */
    public static LossDefinition resolve(String nameOrFile) {
        if (names().contains(nameOrFile)) {
            return load(nameOrFile);
        }
        try {
            Path file = Path.of(nameOrFile);
            if (Files.exists(file) || nameOrFile.endsWith(".loss") || nameOrFile.contains("/")) {
                return LossParser.parseFile(file);
            }
        } catch (InvalidPathException e) {
            throw new InputException("'" + nameOrFile + "' is no file name: " + e.getReason());
        }
        throw new InputException("no loss '" + nameOrFile + "' in the catalogue; "
                + Names.suggestion(nameOrFile, names()) + " A path of a .loss file works too.");
    }

    private static String resource(String file) {
        try (InputStream in = Catalogue.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the catalogue lacks " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
