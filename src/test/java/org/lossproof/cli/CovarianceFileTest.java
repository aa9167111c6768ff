package org.lossproof.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CovarianceFileTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int landscape(String loss, String content, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("data.json"), content);
        String[] args = {"landscape", loss, "--data", file.toString(), "--d1", "2"};
        String[] all = java.util.stream.Stream.of(args, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
        return Main.run(new PrintWriter(out), new PrintWriter(err), all);
    }

    @Test
    void matricesOnADiagonalGiveTheNumbersOfTheEigenvalues() throws IOException {
        String content =
                "{\"A0\": [[1, 0, 0], [0, \"3/5\", 0], [0, 0, 0.3]], \"C\": [[4e-1, 0, 0], [0, 1.1, 0], [0, 0, 0.7]]}";
        assertThat(landscape("infonce", content, "--json")).as(err.toString()).isZero();
        JsonNode tree = new ObjectMapper().readTree(out.toString());
        assertThat(tree.get("stationaryPoints")).hasSize(7);
        assertThat(tree.at("/globalMinimum/mask").toString()).isEqualTo("[1,1,0]");
        assertThat(tree.at("/globalMinimum/wtw/0/0").asDouble()).isCloseTo(2.0 / 3 / 1.96, within(1e-12));
        assertThat(tree.at("/globalMinimum/wtw/0/1").asDouble()).isCloseTo(0, within(1e-12));
        assertThat(tree.at("/g/0").asDouble()).isCloseTo(1 / 1.4, within(1e-12));
        assertThat(tree.at("/b/1/1").asDouble()).isEqualTo(0.6);
    }

    @Test
    void theKernelOfSigmaIsNamed() throws IOException {
        assertThat(landscape("infonce", "{\"A0\": [[1, 1], [1, 1]], \"C\": [[1, 1], [1, 1]]}"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains(
                        "Sigma is singular: 1 of its eigenvalues are 0", "does not depend on the weight of 1 mode(s)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"A0\": [[1, 2]], \"C\": [[1]]} | :1:8: A0 is 1 x 2",
                "{\"A0\": [[1, 2], [3, 9]], \"C\": [[1]]} | :1:8: A0 is not symmetric: row 2, column 1 is 3.0",
                "{\"A0\": [[1, 2], [2]], \"C\": [[1]]} | :1:17: row 2 of A0 has 1 entries",
                "{\"A0\": [[1]], \"C\": [[1, 0], [0, 1]]} | A0 is 1 x 1 and C 2 x 2",
                "{\"A0\": [[1, 2], [2, 1]], \"C\": [[1, 0], [0, 1]]} | A0 has the eigenvalue -1",
                "{\"A0\": [[1]], \"B\": [[1]]} | unknown key 'B'",
                "{\"A0\": [[1]], \"A0\": [[1]]} | 'A0' is there twice",
                "{\"A0\": [[1]]} | 'C' is missing",
                "{\"A0\": [[1]], \"C\": [[1]]} 7 | something follows",
                "{\"A0\": [[true]], \"C\": [[1]]} | an entry of A0 is a number",
                "{\"A0\": [[\"x\"]], \"C\": [[1]]} | 'x' is not a number",
                "{\"A0\": [[1e999999999]], \"C\": [[1]]} | out of range",
                "{\"A0\": [[1]], \"C\": [[0]] | :1:",
                "{\"A0\": [[1 | :1:",
                "[] | here stands an object",
                "{\"A0\": [[0]], \"C\": [[0]]} | there is no data",
            })
    void whatIsNoPairOfCovariancesGetsOneLine(String content, String message) throws IOException {
        assertThat(landscape("infonce", content)).isEqualTo(2);
        assertThat(err.toString().strip())
                .startsWith("lossproof: ")
                .contains("data.json")
                .contains(message)
                .doesNotContain("\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void otherInputIsExcluded() throws IOException {
        assertThat(landscape("infonce", "{\"A0\": [[1]], \"C\": [[1]]}", "--a", "1"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("excludes --a and --c");
    }

    @Test
    void coordinateSumsSayWhatIsPossible() throws IOException {
        assertThat(landscape("barlow-twins", "{\"A0\": [[1]], \"C\": [[1]]}")).isEqualTo(2);
        assertThat(err.toString()).contains("coordinate sums", "--a and --c");
    }
}
