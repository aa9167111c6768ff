package org.lossproof.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes files beside their places and moves them there: an interrupted write leaves what was there. */
public final class WholeFiles {
    private WholeFiles() {}

    /**
     * One file.
     *
     * @throws IOException if it cannot be written; the place is then as it was
     */
    public static void write(Path file, byte[] content) throws IOException {
        write(Map.of(file, content));
    }

    /**
     * Several, all of which are written before the first one is moved.
     *
     * @throws IOException if one cannot be written; all places are then as they were, unless a move fails
     */
    public static void write(Map<Path, byte[]> contents) throws IOException {
        Map<Path, Path> ready = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, byte[]> content : contents.entrySet()) {
                Path fresh =
                        content.getKey().resolveSibling("." + content.getKey().getFileName() + ".part");
                ready.put(fresh, content.getKey());
                Files.write(fresh, content.getValue());
            }
            for (Map.Entry<Path, Path> file : ready.entrySet()) {
                Files.move(
                        file.getKey(),
                        file.getValue(),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            for (Path fresh : ready.keySet()) {
                Files.deleteIfExists(fresh);
            }
        }
    }
}
