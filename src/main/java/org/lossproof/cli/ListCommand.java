package org.lossproof.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.LossDefinition;
import org.lossproof.page.Paper;
import org.lossproof.report.CatalogueMarkdown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lossproof list}: the losses of the catalogue and the claims of the paper. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the losses of the catalogue and the claims that verify checks.")
final class ListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--paper", paramLabel = "DIR", description = "Claims and losses of the paper in this directory.")
    private Path paper;

    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            description = "Write the page of the catalogue: definition, expansion and collapse of every loss.")
    private Path catalogue;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (catalogue != null) {
            VerifyCommand.file("--catalogue", catalogue, CatalogueMarkdown.text());
            return 0;
        }
        List<LossDefinition> losses =
                Catalogue.names().stream().map(Catalogue::load).toList();
        Paper shown = paper == null ? Paper.shipped(Paper.DEFAULT) : Paper.read(paper);
        List<LossDefinition> own = paper == null ? List.of() : shown.losses().definitions();
        var out = spec.commandLine().getOut();
        if (json) {
            List<LossDefinition> all =
                    Stream.concat(own.stream(), losses.stream()).toList();
            out.println(Json.text(ListJson.of(all, shown.pages())));
            return 0;
        }
        if (!own.isEmpty()) {
            out.println("losses of the paper (derive " + paper.resolve("losses").resolve("NAME.loss") + "):");
            print(own);
        }
        out.println("losses (derive NAME):");
        print(losses);
        out.println("claims (verify ID, or the beginning of several):");
        shown.pages().forEach(p -> out.printf("  %-22s %s%n", p.id(), p.title()));
        return 0;
    }

    private void print(List<LossDefinition> losses) {
        var out = spec.commandLine().getOut();
        for (LossDefinition loss : losses) {
            String parameters = loss.parameters().stream()
                    .map(p -> p.range())
                    .reduce((a, b) -> a + "; " + b)
                    .map(s -> "  [" + s + "]")
                    .orElse("");
            out.printf("  %-22s %s%s%n", loss.name(), loss.title(), parameters);
        }
    }
}
