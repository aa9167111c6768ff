package org.lossproof.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.lossproof.claim.Certificates;
import org.lossproof.claim.CheckSettings;
import org.lossproof.claim.ClaimResult;
import org.lossproof.claim.Verification;
import org.lossproof.experiment.WholeFiles;
import org.lossproof.loss.InputException;
import org.lossproof.page.Page;
import org.lossproof.page.Paper;
import org.lossproof.page.Verdict;
import org.lossproof.report.HtmlReport;
import org.lossproof.report.MarkdownLedger;
import org.lossproof.report.ReportFacts;
import org.lossproof.report.TerminalLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lossproof verify}: decides the claims of a paper. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Decides the claims of a paper from the definitions of its losses.",
            "Exit code 0: every verdict is as recorded; 1: one differs or is newly inconclusive; 2: bad usage or input."
        })
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "CLAIM",
            arity = "0..*",
            description = "Ids of claims (see list), or the beginning of several, such as table-1; all by default.")
    private List<String> claims = new ArrayList<>();

    @Option(
            names = "--paper",
            paramLabel = "DIR",
            description = "The directory of a paper (default: " + Paper.DEFAULT + ", which ships with the tool).")
    private Path paper;

    @Option(names = "--report", paramLabel = "DIR", description = "Write an HTML report there.")
    private Path report;

    @Option(
            names = "--figures",
            paramLabel = "DIR",
            description =
                    "What 'figures --out DIR' drew, for the pages of --report; without it those that need no training are drawn.")
    private Path figures;

    @Option(names = "--ledger", paramLabel = "FILE", description = "Write the ledger as Markdown there.")
    private Path ledger;

    @Option(
            names = "--certificates",
            paramLabel = "DIR",
            description = "Write what the kernel checked there; replay DIR checks it again.")
    private Path certificates;

    @Option(names = "--seed", paramLabel = "S", description = "The seed of the samples (default 20230501).")
    private long seed = CheckSettings.DEFAULT_SEED;

    @Option(
            names = "--full",
            description = "Train in the setting of the paper; how many models that is, is said before.")
    private boolean full;

    @Option(names = "--json", description = "As JSON, without progress.")
    private boolean json;

    @Option(names = "--details", description = "Print the evidence of every claim, not the ledger alone.")
    private boolean details;

    @Override
    public Integer call() {
        Paper from = paper == null ? Paper.shipped(Paper.DEFAULT) : Paper.read(paper);
        List<Page> chosen = from.named(claims);
        if (report != null) {
            HtmlReport.requireReplaceable(report.toAbsolutePath(), report);
        }
        if (figures != null) {
            if (report == null) {
                throw new InputException("--figures " + figures + ": figures of what? give --report DIR as well");
            }
            HtmlReport.requireFigures(figures, chosen);
        }
        if (certificates != null) {
            requireWritable("--certificates", certificates);
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Verification verification = Verification.of(from, seed, full);
        if (full && !json) {
            err.println(verification.models(chosen) + " models to train in the setting of the paper");
            err.flush();
        }
        long start = System.nanoTime();
        AtomicInteger decided = new AtomicInteger();
        List<ClaimResult> results = verification.checkAll(chosen, result -> {
            int n = decided.incrementAndGet();
            if (!json) {
                err.printf(
                        "[%d/%d] %s: %s%n",
                        n, chosen.size(), result.page().id(), result.verdict().label());
                err.flush();
            }
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        ReportFacts facts = new ReportFacts(from, verification.settings(), seconds);
        if (json) {
            out.println(Json.text(new VerifyJson(
                    seed,
                    from.name(),
                    results.stream().map(VerifyJson.Claim::of).toList())));
        } else {
            if (details) {
                results.forEach(r -> TerminalLedger.details(r).forEach(out::println));
            }
            TerminalLedger.lines(results, facts).forEach(out::println);
        }
        write(results, facts);
        boolean fine = results.stream().allMatch(VerifyCommand::isFine);
        return fine ? 0 : Main.NOT_AS_RECORDED;
    }

    /** As recorded, which an inconclusive verdict may be; a new page fails nothing. */
    private static boolean isFine(ClaimResult result) {
        boolean isNew = result.page().recorded().isEmpty();
        boolean open = result.verdict() == Verdict.INCONCLUSIVE
                && result.page()
                        .recorded()
                        .filter(v -> v == Verdict.INCONCLUSIVE)
                        .isEmpty();
        return isNew || (result.asRecorded() && !open);
    }

    private void write(List<ClaimResult> results, ReportFacts facts) {
        PrintWriter err = spec.commandLine().getErr();
        if (report != null) {
            HtmlReport.write(report, results, facts, Optional.ofNullable(figures));
            err.println("report: " + report.resolve("index.html"));
        }
        if (ledger != null) {
            file("--ledger", ledger, MarkdownLedger.text(facts.paper(), results));
        }
        if (certificates != null) {
            results.forEach(r -> Certificates.files(r)
                    .forEach((name, text) -> file("--certificates", certificates.resolve(name), text)));
        }
    }

    /** Seen before the work is done, not after. */
    private static void requireWritable(String option, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InputException(option + " " + folder + ": no directory can be made there: " + e.getMessage());
        }
    }

    static void file(String option, Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            WholeFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InputException(option + " " + file + ": cannot be written: " + e.getMessage());
        }
    }
}
