package org.lossproof.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.lossproof.loss.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lossproof new NAME}: a commented definition to start from. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Writes NAME.loss, a commented definition of a loss to start from.")
final class NewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Lower-case letters, digits and hyphens.")
    private String name;

    @Override
    public Integer call() {
        if (!name.matches("[a-z][a-z0-9-]{0,60}")) {
            throw new InputException(
                    "new " + name + ": a name is lower-case letters, digits and hyphens, such as my-loss");
        }
        Path file = Path.of(name + ".loss");
        try {
            Files.writeString(file, template().replace("NAME", name), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new InputException(file + ": exists already; choose another name or remove it");
        } catch (IOException e) {
            throw new InputException(file + ": cannot be written: " + e.getMessage());
        }
        spec.commandLine().getOut().println("wrote " + file + "; now: derive " + file);
        return 0;
    }

    private static String template() {
        try (var in = NewCommand.class.getResourceAsStream("/org/lossproof/cli/template.loss")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
