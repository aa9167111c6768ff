package org.lossproof.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.lossproof.experiment.figure.FigureCatalogue;
import org.lossproof.experiment.figure.FigureFiles;
import org.lossproof.experiment.figure.FigureSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lossproof figures}: the paper's figures, redrawn. */
@Command(
        name = "figures",
        mixinStandardHelpOptions = true,
        description = "Draws the paper's figures: NAME.svg, NAME.png and NAME.csv, the numbers drawn.")
final class FiguresCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FIG", arity = "0..*", description = "Names of figures, such as fig-1; all without one.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--full", description = "With the paper's sizes and fine grids; otherwise what takes seconds.")
    private boolean full;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to (default ${DEFAULT-VALUE}).")
    private Path out = Path.of("figures");

    @Option(names = "--seed", paramLabel = "S", description = "Of everything random (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    public Integer call() {
        Set<String> wanted = new LinkedHashSet<>(names.isEmpty() ? FigureCatalogue.names() : names);
        wanted.forEach(FigureCatalogue::require);
        // Nothing is shown on a screen, and there may be none.
        System.setProperty("java.awt.headless", "true");
        for (String name : wanted) {
            FigureFiles.write(FigureCatalogue.compute(name, new FigureSettings(full, seed)), out)
                    .forEach(file -> spec.commandLine().getOut().println("wrote " + file));
        }
        return 0;
    }
}
