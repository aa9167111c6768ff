package org.lossproof.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The style sheet of the report and KaTeX, which the build unpacks beside this class: styles, scripts, fonts, licence. */
final class Assets {
    private static final String KATEX_STYLES = "katex/katex.min.css";
    private static final List<String> FILES =
            List.of("report.css", KATEX_STYLES, "katex/katex.min.js", "katex/auto-render.min.js", "katex/LICENSE");

    /** A font as KaTeX's style sheet names it; every browser of today reads woff2, so its fallbacks stay out. */
    private static final Pattern FONT = Pattern.compile("url\\((fonts/[\\w-]+\\.woff2)\\)");

    private Assets() {}

    /** Copies all of them, so that a page opens without a network. */
    static void copyTo(Path directory) throws IOException {
        for (String name : Stream.concat(FILES.stream(), fonts()).toList()) {
            Path target = directory.resolve(name);
            Files.createDirectories(target.getParent());
            Files.write(target, bytes(name));
        }
    }

    private static Stream<String> fonts() throws IOException {
        String styles = new String(bytes(KATEX_STYLES), StandardCharsets.UTF_8);
        return FONT.matcher(styles)
                .results()
                .map(font -> "katex/" + font.group(1))
                .distinct();
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("built without " + name);
            }
            return in.readAllBytes();
        }
    }
}
