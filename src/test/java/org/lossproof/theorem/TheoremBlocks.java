package org.lossproof.theorem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lossproof.loss.Span;
import org.lossproof.page.matrix.Matrices;
import org.lossproof.page.matrix.MatricesParser;
import org.lossproof.page.matrix.MatrixTheorem;
import org.lossproof.page.matrix.MatrixTheoremParser;

/** The theorem blocks of a text, by title; each speaks of the letters of the {@code matrices} block before it. */
final class TheoremBlocks {
    private TheoremBlocks() {}

    static Map<String, MatrixTheorem> ofResource(String name) {
        try (InputStream in = TheoremBlocks.class.getResourceAsStream(name)) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, MatrixTheorem> of(String text, String source) {
        Map<String, MatrixTheorem> out = new LinkedHashMap<>();
        Matrices matrices = null;
        String opening = null;
        StringBuilder block = new StringBuilder();
        int start = 0;
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].startsWith("```")) {
                block.append(lines[i]).append('\n');
                continue;
            } else if (opening == null) {
                opening = lines[i].substring(3);
                start = i + 2;
                block.setLength(0);
                continue;
            }
            Span at = new Span(source, start, 1);
            if (opening.equals("matrices")) {
                matrices = new MatricesParser(block.toString(), at).matrices();
            } else {
                String title = opening.replaceFirst("theorem ", "");
                MatrixTheorem theorem = new MatrixTheoremParser(block.toString(), at, matrices).theorem();
                if (out.put(title, theorem) != null) {
                    throw new IllegalArgumentException("two blocks are named " + title);
                }
            }
            opening = null;
        }
        return out;
    }

    /** One theorem about letters. */
    static MatrixTheorem one(String matrices, String theorem) {
        Matrices letters = new MatricesParser(matrices, new Span("page", 1, 1)).matrices();
        return new MatrixTheoremParser(theorem, new Span("page", 10, 1), letters).theorem();
    }
}
