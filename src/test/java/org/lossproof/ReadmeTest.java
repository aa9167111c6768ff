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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lossproof.cli.Main;

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
        assertThat(withoutTime(out.toString())).isEqualTo(withoutTime(expected));
    }

    /** How long a run took is another each time. */
    private static String withoutTime(String text) {
        return text.strip().replaceAll(", [0-9.]+ s$", ", some s");
    }
}
