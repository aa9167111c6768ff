package org.lossproof.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lossproof.claim.Claim;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.LossDefinition;
import org.lossproof.paper.Claims;
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

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() {
        List<LossDefinition> losses =
                Catalogue.names().stream().map(Catalogue::load).toList();
        if (json) {
            spec.commandLine().getOut().println(Json.text(tree(losses)));
        } else {
            print(losses);
        }
        return 0;
    }

    private static Map<String, Object> tree(List<LossDefinition> losses) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (LossDefinition loss : losses) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", loss.name());
            one.put("title", loss.title());
            one.put("parameters", loss.parameters().stream().map(p -> p.name()).toList());
            all.add(one);
        }
        List<Map<String, Object>> claims = new ArrayList<>();
        for (Claim claim : Claims.all()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", claim.id());
            one.put("title", claim.page().title());
            claims.add(one);
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("losses", all);
        out.put("claims", claims);
        return out;
    }

    private void print(List<LossDefinition> losses) {
        var out = spec.commandLine().getOut();
        out.println("losses (derive NAME):");
        for (LossDefinition loss : losses) {
            String parameters = loss.parameters().stream()
                    .map(p -> p.range())
                    .reduce((a, b) -> a + "; " + b)
                    .map(s -> "  [" + s + "]")
                    .orElse("");
            out.printf("  %-22s %s%s%n", loss.name(), loss.title(), parameters);
        }
        out.println("claims (verify ID, or the beginning of several):");
        Claims.all().forEach(c -> out.printf("  %-22s %s%n", c.id(), c.page().title()));
    }
}
