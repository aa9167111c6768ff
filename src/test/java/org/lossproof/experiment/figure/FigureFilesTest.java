package org.lossproof.experiment.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lossproof.loss.InputException;
import org.w3c.dom.Document;

/** A figure becomes three files, whole, the same each time, and with its numbers. */
class FigureFilesTest {
    private static final Axis X = Axis.linear("x", -1, 1).in("m");
    private static final Axis Y = Axis.log("y", 0.001, 10);

    @TempDir
    private Path directory;

    private static Figure figure() {
        List<Double> x = X.values(7);
        List<Double> y = x.stream().map(v -> Math.exp(v) / 3).toList();
        Lines.Band band = new Lines.Band(
                "quartiles",
                y.stream().map(v -> v / 2).toList(),
                y.stream().map(v -> v * 2).toList());
        Lines lines = new Lines(
                "(a) Lines, with \"quotes\"",
                X,
                Y,
                List.of(
                        new Lines.Series("one, with a band", x, y, Optional.of(band), Style.number(0, true)),
                        Lines.Series.of("two", x, y, Style.points(Palette.Hue.BLACK, Palette.Marker.STAR))),
                List.of(Lines.Reference.atX("here", 0.5, Style.number(2, false))));
        Axis up = Axis.linear("up", 0, 2);
        Axis value = Axis.linear("value", -1, 1);
        Grid grid = Grid.of(X, 9, up, 11, (u, v) -> u * v / 3);
        Field field = new Field(
                "(b) Field",
                X,
                up,
                value,
                grid,
                List.of(-0.1, 0.2),
                List.of(new Field.Mark(Field.MarkKind.SADDLE, 0, 0)),
                List.of(new Curve("curve", List.of(0.0, 0.1), List.of(1.0, 1 / 3.0), Style.number(3, false))));
        Regions regions = new Regions(
                "(c) Regions",
                X,
                up,
                Grid.of(X, 9, up, 11, (u, v) -> u > 0 ? 1 : 0),
                List.of("left", "right"),
                List.of(),
                List.of());
        return new Figure("a-test", "A test", "Two\nlines.", Map.of("seed", "7"), List.of(lines, field, regions));
    }

    @Test
    void threeFilesAreWritten() throws Exception {
        List<Path> files = FigureFiles.write(figure(), directory.resolve("new/place"));
        assertThat(files)
                .extracting(f -> f.getFileName().toString())
                .containsExactly("a-test.svg", "a-test.png", "a-test.csv");
        try (Stream<Path> all = Files.list(directory.resolve("new/place"))) {
            assertThat(all).containsExactlyInAnyOrderElementsOf(files);
        }
        assertThat(ImageIO.read(files.get(1).toFile()).getWidth()).isGreaterThanOrEqualTo(1600);
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(files.get(0).toFile());
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("A test");
        assertThat(svg.getElementsByTagName("image").getLength()).isEqualTo(2);
    }

    @Test
    void theSameFigureIsTheSameBytes() throws IOException {
        List<Path> once = FigureFiles.write(figure(), directory.resolve("once"));
        List<Path> twice = FigureFiles.write(figure(), directory.resolve("twice"));
        for (int i = 0; i < once.size(); i++) {
            assertThat(once.get(i)).hasSameBinaryContentAs(twice.get(i));
        }
    }

    @Test
    void theTableReadsBackToTheNumbers() {
        Figure figure = figure();
        List<String> lines = FigureCsv.of(figure).lines().toList();
        assertThat(lines).contains("# title: A test", "# caption: Two lines.", "# parameter: seed = 7");
        List<List<String>> rows = rows(lines);
        Lines first = (Lines) figure.panels().get(0);
        Lines.Series series = first.series().get(0);
        List<List<String>> banded =
                rows.stream().filter(r -> r.get(2).equals("one, with a band")).toList();
        assertThat(banded).hasSize(series.x().size());
        for (int i = 0; i < banded.size(); i++) {
            List<String> row = banded.get(i);
            assertThat(row.subList(0, 2)).containsExactly("1", "series");
            assertThat(numbers(row, 3, 4, 5, 6))
                    .containsExactly(
                            series.x().get(i),
                            series.y().get(i),
                            series.band().orElseThrow().lower().get(i),
                            series.band().orElseThrow().upper().get(i));
        }
        Grid grid = ((Field) figure.panels().get(1)).grid();
        List<List<String>> field =
                rows.stream().filter(r -> r.get(1).equals("field")).toList();
        assertThat(field).hasSize(9 * 11);
        for (int k = 0; k < field.size(); k++) {
            assertThat(numbers(field.get(k), 3, 4, 7))
                    .containsExactly(grid.x().get(k % 9), grid.y().get(k / 9), grid.at(k / 9, k % 9));
        }
        assertThat(rows).contains(List.of("1", "reference", "here", "0.5", "", "", "", ""));
        assertThat(rows).contains(List.of("2", "mark", "saddle", "0.0", "0.0", "", "", ""));
        assertThat(rows).contains(List.of("3", "region", "right", "0.25", "2.0", "", "", "1.0"));
    }

    @Test
    void aPlaceThatIsNoDirectoryIsOneLine() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "text");
        assertThatThrownBy(() -> FigureFiles.write(figure(), file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("file: figures cannot be written there")
                .hasMessageNotContaining("\n");
        assertThat(file).hasContent("text");
    }

    @Test
    void nothingIsLeftHalfWritten() throws IOException {
        Path taken = Files.createDirectories(directory.resolve("a-test.png/full"));
        assertThatThrownBy(() -> FigureFiles.write(figure(), directory)).isInstanceOf(InputException.class);
        try (Stream<Path> all = Files.list(directory)) {
            assertThat(all.map(p -> p.getFileName().toString()))
                    .doesNotContain("a-test.csv")
                    .noneMatch(n -> n.endsWith(".part"));
        }
        assertThat(taken).exists();
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        assertThatThrownBy(() -> new Lines(
                        "t",
                        X,
                        Y,
                        List.of(Lines.Series.of("s", List.of(0.0), List.of(0.0), Style.number(0, false))),
                        List.of()))
                .hasMessageContaining("0.0");
        assertThatThrownBy(() -> new Regions(
                        "t", X, X, Grid.of(X, 3, X, 3, (u, v) -> 2), List.of("a", "b"), List.of(), List.of()))
                .hasMessageContaining("none of the regions");
        assertThatThrownBy(() -> new Field(
                        "t",
                        X,
                        X,
                        X,
                        new Grid(
                                List.of(-1.0, 0.5, 1.0),
                                List.of(-1.0, 1.0),
                                List.of(List.of(0.0, 0.0, 0.0), List.of(0.0, 0.0, 0.0))),
                        List.of(),
                        List.of(),
                        List.of()))
                .hasMessageContaining("spread evenly");
        assertThatThrownBy(() -> X.requirePlaced("s", List.of(0.0, Double.NaN))).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Lines.Band("b", List.of(2.0), List.of(1.0)))
                .hasMessageContaining("b:");
    }

    private static List<Double> numbers(List<String> row, int... columns) {
        return java.util.Arrays.stream(columns)
                .mapToObj(c -> Double.valueOf(row.get(c)))
                .toList();
    }

    /** A reader of RFC 4180 without line breaks in cells. */
    private static List<List<String>> rows(List<String> lines) {
        List<List<String>> out = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("#")) {
                continue;
            }
            List<String> row = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i < line.length(); i++) {
                char ch = line.charAt(i);
                if (ch == '"') {
                    quoted = !quoted;
                } else if (ch == ',' && !quoted) {
                    row.add(cell.toString());
                    cell.setLength(0);
                } else {
                    cell.append(ch);
                }
            }
            row.add(cell.toString());
            out.add(row);
        }
        return out;
    }
}
