package org.lossproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainCommandTest {
    private static final List<String> MODEL =
            List.of("--a", "1,0.6,0.3", "--c", "0.4,1.1,0.7", "--d1", "2", "--N", "40", "--lr", "0.02");

    private record Ran(int code, String out, String err) {}

    private static Ran run(String loss, List<String> options, String... more) {
        List<String> all = new ArrayList<>(List.of("train", loss));
        all.addAll(options);
        all.addAll(List.of(more));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(new String[0]));
        return new Ran(code, out.toString(), err.toString());
    }

    @Test
    void theOutcomeStandsBesideEveryPrediction() throws Exception {
        Ran ran = run("infonce", MODEL, "--steps", "60", "--printed", "-tr(A) + tr(SS)", "--json");
        JsonNode json = new ObjectMapper().readTree(ran.out());
        assertThat(ran.code()).isZero();
        assertThat(json.get("predictions").findValuesAsText("landscape"))
                .containsExactly("printed", "derived quartic", "exact landscape");
        // b / (2 q s^2) at q = 1 and 3/4: 1/(2 1.4^2) and 2/(3 1.4^2).
        assertThat(json.get("predictions").get(0).get("eigenvalues").get(0).asDouble())
                .isCloseTo(1 / (2 * 1.96), org.assertj.core.data.Offset.offset(1e-12));
        assertThat(json.get("predictions").get(1).get("eigenvalues").get(0).asDouble())
                .isCloseTo(2 / (3 * 1.96), org.assertj.core.data.Offset.offset(1e-12));
        assertThat(json.get("collapsed").get("trained").get("directions").asInt())
                .isEqualTo(1);
        assertThat(json.get("collapsed").get("exact landscape").get("modes").toString())
                .isEqualTo("[3]");
        assertThat(json.get("moments").get(0).get("step").asInt()).isZero();
    }

    @Test
    void theTrajectoryIsATable(@TempDir Path folder) throws Exception {
        Path csv = folder.resolve("run.csv");
        Ran ran = run("weighted-infonce", MODEL, "--steps", "20", "--set", "alpha=1/10", "--out", csv.toString());
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("weighted-infonce with N=40, alpha=1/10", "lost, trained: 1 direction");
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.get(0)).isEqualTo("step,loss,norm,eigenvalue1,eigenvalue2,eigenvalue3,mode1,mode2,mode3");
        assertThat(lines).hasSize(22);
        assertThat(lines.get(21)).startsWith("20,");
    }

    @Test
    void aRunThatIsDoneIsReadFromItsCheckpoint(@TempDir Path folder) {
        String file = folder.resolve("run.json").toString();
        Ran first = run("infonce", MODEL, "--steps", "15", "--checkpoint", file);
        Ran again = run("infonce", MODEL, "--steps", "15", "--checkpoint", file);
        assertThat(again).isEqualTo(first);
        Ran other = run("infonce", MODEL, "--steps", "15", "--seed", "2", "--checkpoint", file);
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("is that of another run").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "infonce; --N 1; give at least 2",
                "infonce; --steps 0; give at least 1",
                "infonce; --lr -1; give a positive number",
                "infonce; --init 0; at 0 nothing moves",
                "infonce; --optimizer flow; give --augmentation fixed or expected",
                "infonce; --augmentation expected --population 5 --N 5; take more (--population)",
                "infonce; --hidden foo; write tanh or relu",
                "infonce; --hidden relu:0; a whole number >= 1",
                "infonce; --normalize mean:-1; write per-sample, mean or mean:c with c > 0",
                "infonce; --printed tr(Q; --printed:1",
                "simclr; --set N=50; needs 50 items of data",
                "infonce-weight-decay; --hidden tanh; leave out --hidden",
                "spectral-contrastive; --optimizer sgd --lr 10000 --steps 40; diverged at step",
                "infonce; --data nowhere.json; excludes --a and --c",
                "infonse; --N 5; infonce"
            })
    void aUsersErrorIsOneLine(String loss, String options, String expected) {
        List<String> all = new ArrayList<>(MODEL);
        for (String word : options.split(" ", -1)) {
            int at = all.indexOf(word);
            if (word.startsWith("--") && at >= 0) {
                all.remove(at);
                all.remove(at);
            }
            all.add(word);
        }
        Ran ran = run(loss, all);
        assertThat(ran.code()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err()).hasLineCount(1).contains(expected);
        assertThat(ran.out()).isEmpty();
    }
}
