package org.lossproof.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.lossproof.loss.Catalogue;
import org.lossproof.report.explorer.Explorer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lossproof explorer}: a page on which landscapes are moved by hand. */
@Command(
        name = "explorer",
        mixinStandardHelpOptions = true,
        description =
                "Writes one self-contained page: sliders move the landscape, the stationary points and the phases of losses.")
final class ExplorerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "LOSS",
            arity = "0..*",
            description = "Losses of the catalogue (see list) or definition files; the whole catalogue without one.")
    private List<String> losses = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "FILE_OR_DIR",
            description = "A file that ends in .html, or a directory for explorer.html (default ${DEFAULT-VALUE}).")
    private Path out = Path.of(Explorer.FILE);

    @Override
    public Integer call() {
        String page = losses.isEmpty()
                ? Explorer.ofCatalogue()
                : Explorer.of(losses.stream().distinct().map(Catalogue::resolve).toList());
        spec.commandLine().getOut().println("wrote " + Explorer.write(page, out));
        return 0;
    }
}
