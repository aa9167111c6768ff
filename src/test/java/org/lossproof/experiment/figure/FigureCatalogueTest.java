package org.lossproof.experiment.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure that needs no training, computed and written twice, is the same bytes; what is random in it depends on the seed. */
class FigureCatalogueTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"fig-1", "fig-3"})
    void aFigureIsReproducible(String name) {
        FigureSettings settings = new FigureSettings(false, 5);
        var once = FigureFiles.write(FigureCatalogue.compute(name, settings), directory.resolve("once"));
        var twice = FigureFiles.write(FigureCatalogue.compute(name, settings), directory.resolve("twice"));
        assertThat(once).hasSize(3).allMatch(f -> f.getFileName().toString().startsWith(name + "."));
        for (int i = 0; i < once.size(); i++) {
            assertThat(once.get(i)).hasSameBinaryContentAs(twice.get(i));
        }
    }

    @Test
    void theSeedMakesTheTrainingSets() {
        var one = FigureCatalogue.compute("fig-3", new FigureSettings(false, 1));
        var two = FigureCatalogue.compute("fig-3", new FigureSettings(false, 2));
        assertThat(one.panels().get(0)).isEqualTo(two.panels().get(0));
        assertThat(one.panels().get(2)).isNotEqualTo(two.panels().get(2));
    }
}
