package org.lossproof.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.lossproof.claim.CheckSettings;
import org.lossproof.claim.ExpansionSampling;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.OriginHessian;
import org.lossproof.expansion.routes.Derivation;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.Notation;
import org.lossproof.loss.ParameterValues;
import org.lossproof.montecarlo.SampledCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lossproof derive}: the expansion of a loss from its definition. */
@Command(
        name = "derive",
        mixinStandardHelpOptions = true,
        description = "Derives the expansion of a loss around W = 0 from its definition, by independent routes.")
final class DeriveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private LossOptions loss = new LossOptions();

    @Option(names = "--order", defaultValue = "4", paramLabel = "K", description = "Even, from 2 to 24 (default 4).")
    private int order;

    @Option(names = "--seed", paramLabel = "S", description = "The seed of the samples (default 20230501).")
    private long seed = CheckSettings.DEFAULT_SEED;

    @Option(names = "--no-samples", description = "Leave the check against samples out.")
    private boolean withoutSamples;

    @Option(names = "--tex", description = "Print the expansion as TeX, nothing else.")
    private boolean tex;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() {
        LossDefinition definition = loss.definition();
        ParameterValues values = loss.values(definition);
        Expansion expansion = Derivation.derive(definition, order, values.values());
        PrintWriter out = spec.commandLine().getOut();
        if (tex) {
            out.println(texOf(expansion));
            return 0;
        }
        ExpansionSampling sampling = ExpansionSampling.of(expansion, values, seed);
        List<SampledCheck> samples = withoutSamples ? List.of() : sampling.checks();
        if (json) {
            out.println(Json.text(DerivedJson.of(expansion, values, seed, samples)));
        } else {
            print(out, expansion, values, samples);
            if (!withoutSamples && !sampling.isPossible()) {
                out.println("  samples: none, they draw every copy, at most " + ExpansionSampling.MAX_COPIES);
            }
        }
        return samples.stream().allMatch(SampledCheck::agrees) ? 0 : Main.NOT_AS_RECORDED;
    }

    private static String texOf(Expansion expansion) {
        List<String> parts = new ArrayList<>();
        expansion.compact().values().forEach(sum -> parts.add(Expansion.tex(sum)));
        String sum = String.join(" + ", parts).replace("+ -", "- ");
        return Notation.tex(expansion.loss()) + "\n = " + sum + " + O(\\|W\\|^{" + (expansion.order() + 2) + "})";
    }

    private void print(PrintWriter out, Expansion expansion, ParameterValues values, List<SampledCheck> samples) {
        LossDefinition definition = expansion.loss();
        out.println(definition.name() + (definition.title().isEmpty() ? "" : ": " + definition.title()));
        out.println("  L = " + Notation.plain(definition.expression()));
        if (!values.values().isEmpty()) {
            out.println("  with " + values.text());
        }
        if (definition.data().stream().anyMatch(d -> d.repeated())) {
            out.println("  the mean over the data (a printed sum over N data divided by N), its constant left out");
        }
        out.println();
        expansion.lines().forEach(l -> out.println("  " + l));
        if (!expansion.isEven()) {
            out.println("  odd orders do not vanish");
        }
        out.println("  in A = W A0 W', C = W C W', S = A + C" + (usesGram(expansion) ? ", G = W W'" : ""));
        OriginHessian hessian = new OriginHessian(expansion);
        if (hessian.isQuadraticForm()) {
            out.println();
            out.println("  B = " + hessian.matrix() + "   (L = -Tr[W B W'] + O(|W|^4))");
            out.println("  " + hessian.collapse());
        }
        out.println();
        expansion.reports().forEach(r -> out.println((r.agrees() ? "  route: " : "  no route: ") + r.words()));
        if (!expansion.confirmed()) {
            out.println("  not confirmed: fewer than two independent routes");
        }
        samples.forEach(s -> out.println("  samples, " + s.sentence()));
    }

    private static boolean usesGram(Expansion expansion) {
        return expansion.terms().values().stream()
                .anyMatch(m -> m.keySet().stream().anyMatch(i -> i.text().contains("G")));
    }
}
