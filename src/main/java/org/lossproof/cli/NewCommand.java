package org.lossproof.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.lossproof.loss.InputException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lossproof new NAME} and {@code new --paper DIR}: something to start from that works. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description =
                "Writes NAME.loss, a commented definition of a loss, or with --paper a directory with two worked pages.")
final class NewCommand implements Callable<Integer> {
    private static final String TEMPLATES = "/org/lossproof/cli/";
    private static final List<String> PAPER = List.of("paper.md", "eq-1.md", "claim-2.md", "losses/example.loss");

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Wanted wanted;

    /** One of the two. */
    private static final class Wanted {
        @Parameters(paramLabel = "NAME", description = "Lower-case letters, digits and hyphens.")
        private String name;

        @Option(names = "--paper", paramLabel = "DIR", description = "A new directory for the pages of a paper.")
        private Path paper;
    }

    @Override
    public Integer call() {
        if (wanted.paper != null) {
            return paper(wanted.paper);
        }
        requireName(wanted.name, "new " + wanted.name, "my-loss");
        Path file = Path.of(wanted.name + ".loss");
        write(file, template("template.loss").replace("NAME", wanted.name));
        spec.commandLine().getOut().println("wrote " + file + "; now: derive " + file);
        return 0;
    }

    private int paper(Path directory) {
        String name = String.valueOf(directory.toAbsolutePath().normalize().getFileName());
        requireName(name, "new --paper " + directory, "my-paper");
        if (Files.exists(directory)) {
            throw new InputException(directory + ": exists already; choose another name or remove it");
        }
        try {
            Path parent = directory.toAbsolutePath().normalize().getParent();
            Files.createDirectories(parent);
            Path fresh = Files.createTempDirectory(parent, ".lossproof");
            for (String file : PAPER) {
                Files.createDirectories(fresh.resolve(file).getParent());
                write(fresh.resolve(file), template("paper/" + file).replace("NAME", name));
            }
            Files.move(fresh, directory);
        } catch (IOException e) {
            throw new InputException(directory + ": cannot be written: " + e.getMessage());
        }
        spec.commandLine().getOut().println("wrote " + directory + "; now: verify --paper " + directory);
        return 0;
    }

    private static void requireName(String name, String option, String example) {
        if (!name.matches("[a-z][a-z0-9-]{0,60}")) {
            throw new InputException(option + ": a name is lower-case letters, digits and hyphens, such as " + example);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new InputException(file + ": exists already; choose another name or remove it");
        } catch (IOException e) {
            throw new InputException(file + ": cannot be written: " + e.getMessage());
        }
    }

    private static String template(String file) {
        try (var in = NewCommand.class.getResourceAsStream(TEMPLATES + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
