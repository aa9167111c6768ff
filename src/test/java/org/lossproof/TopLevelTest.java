package org.lossproof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever opens the repository sees at once what there is: the build, the sources, the proofs and three texts. */
class TopLevelTest {
    @Test
    void theTopLevelHoldsNothingElse() throws IOException {
        List<String> made = Files.readAllLines(Path.of(".gitignore")).stream()
                .map(line -> line.replace("/", ""))
                .toList();
        try (Stream<Path> entries = Files.list(Path.of(""))) {
            assertThat(entries.map(Path::toString))
                    .filteredOn(name -> !name.startsWith(".") && !made.contains(name))
                    .containsExactlyInAnyOrder("pom.xml", "src", "proofs", "README.md", "CHANGELOG.md", "LICENSE");
        }
    }
}
