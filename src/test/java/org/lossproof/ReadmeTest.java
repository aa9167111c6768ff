package org.lossproof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lossproof.cli.Main;
import org.lossproof.page.Page;
import org.lossproof.page.Paper;

/** The README prints what the program prints. */
class ReadmeTest {
    private static final Pattern SESSION =
            Pattern.compile("\\$ java -jar target/lossproof\\.jar ([^\\n]+)\\n(.*?)\\n```", Pattern.DOTALL);

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    static Stream<String[]> sessions() throws IOException {
        Matcher m = SESSION.matcher(readme());
        return m.results().map(r -> new String[] {r.group(1), r.group(2)});
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void aCommandPrintsWhatTheReadmeSays(String command, String expected) {
        StringWriter out = new StringWriter();
        Main.run(new PrintWriter(out), new PrintWriter(new StringWriter()), command.split(" ", -1));
        assertThat(out.toString().strip()).isEqualTo(expected.strip());
    }

    @Test
    void theLedgerOfTheReadmeNamesEveryClaimWithItsVerdict() throws IOException {
        String text = readme();
        for (Page page : Paper.shipped(Paper.DEFAULT).pages()) {
            assertThat(text)
                    .containsPattern(Pattern.quote(page.id()) + " +"
                            + page.recorded().orElseThrow().label());
        }
    }
}
