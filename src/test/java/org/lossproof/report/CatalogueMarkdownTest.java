package org.lossproof.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lossproof.expansion.CatalogueLosses;
import org.lossproof.expansion.routes.Derivation;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.NotAnalyticException;

class CatalogueMarkdownTest {
    private static final Path FOLDER = Path.of("proofs", "losses");

    static Stream<String> singular() {
        return CatalogueLosses.SINGULAR.stream().sorted();
    }

    static Stream<String> names() {
        return Catalogue.names().stream();
    }

    @Test
    void thePageOnFileIsWhatIsDerived() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("README.md")))
                .as("list --catalogue proofs/losses/README.md writes it")
                .isEqualTo(CatalogueMarkdown.text());
    }

    @Test
    void everyDefinitionIsListedOnce() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> found = files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".loss"))
                    .map(f -> f.replace(".loss", ""))
                    .toList();
            assertThat(Catalogue.names())
                    .containsExactlyInAnyOrderElementsOf(found)
                    .hasSizeGreaterThanOrEqualTo(24);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aDefinitionHasItsNameATitleAndASource(String name) {
        LossDefinition loss = Catalogue.load(name);
        assertThat(loss.name()).isEqualTo(name);
        assertThat(loss.title()).isNotEmpty();
        assertThat(Catalogue.text(name)).startsWith("# ");
    }

    @ParameterizedTest
    @MethodSource("singular")
    void aLossWithoutExpansionIsNamed(String name) {
        assertThatThrownBy(() -> Derivation.derive(Catalogue.load(name), 4, Map.of()))
                .isInstanceOf(NotAnalyticException.class);
    }
}
