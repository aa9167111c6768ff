package org.lossproof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A tolerance has a name and a reason, in the one list of them. */
class ToleranceTest {
    /** The list; and the error rate of a run, which is no tolerance. */
    private static final Set<String> ELSEWHERE = Set.of("Tolerance.java", "ErrorBudget.java");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");

    /** 1e-5 and smaller: steps and rates are larger. */
    private static final Pattern SMALL = Pattern.compile("\\d[eE]-(?:[5-9]|\\d\\d)|\\b0\\.0000\\d");

    @Test
    void noSmallNumberStandsOutsideTheList() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(f -> f.toString().endsWith(".java")))
                    .filteredOn(f -> !ELSEWHERE.contains(f.getFileName().toString()))
                    .hasSizeGreaterThan(100)
                    .allSatisfy(f ->
                            assertThat(COMMENT.matcher(text(f)).replaceAll(" ")).doesNotContainPattern(SMALL));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
