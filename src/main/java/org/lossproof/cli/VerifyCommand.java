package org.lossproof.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.lossproof.claim.Certificates;
import org.lossproof.claim.CheckSettings;
import org.lossproof.claim.Claim;
import org.lossproof.claim.ClaimResult;
import org.lossproof.claim.Evidence;
import org.lossproof.claim.Verdict;
import org.lossproof.claim.Verification;
import org.lossproof.claim.Witness;
import org.lossproof.loss.InputException;
import org.lossproof.paper.Claims;
import org.lossproof.report.HtmlReport;
import org.lossproof.report.ReportFacts;
import org.lossproof.report.TerminalLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lossproof verify}: decides the claims of the paper. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Decides the claims of the paper from the definitions of the losses.",
            "Exit code 0: every verdict is as recorded; 1: one differs or is inconclusive; 2: bad usage or input."
        })
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "CLAIM",
            arity = "0..*",
            description = "Ids of claims (see list), or the beginning of several, such as table-1; all by default.")
    private List<String> claims = new ArrayList<>();

    @Option(names = "--report", paramLabel = "DIR", description = "Write an HTML report there.")
    private Path report;

    @Option(names = "--ledger", paramLabel = "FILE", description = "Write the ledger as Markdown there.")
    private Path ledger;

    @Option(
            names = "--certificates",
            paramLabel = "DIR",
            description = "Write what the kernel checked there; replay DIR checks it again.")
    private Path certificates;

    @Option(names = "--seed", paramLabel = "S", description = "The seed of the samples (default 20230501).")
    private long seed = CheckSettings.DEFAULT_SEED;

    @Option(names = "--json", description = "As JSON, without progress.")
    private boolean json;

    @Option(names = "--details", description = "Print the evidence of every claim, not the ledger alone.")
    private boolean details;

    @Override
    public Integer call() {
        List<Claim> chosen = Claims.named(claims);
        if (report != null) {
            HtmlReport.requireReplaceable(report.toAbsolutePath(), report);
        }
        if (certificates != null) {
            requireWritable("--certificates", certificates);
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Verification verification = Verification.of(Claims.all(), seed);
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
        if (json) {
            out.println(Json.text(tree(results)));
        } else {
            if (details) {
                results.forEach(r -> TerminalLedger.details(r).forEach(out::println));
            }
            TerminalLedger.lines(results, verification.settings(), seconds).forEach(out::println);
        }
        write(results, new ReportFacts(verification.settings(), seconds));
        boolean fine = results.stream().allMatch(r -> r.asRecorded() && r.verdict() != Verdict.INCONCLUSIVE);
        return fine ? 0 : Main.NOT_AS_RECORDED;
    }

    private void write(List<ClaimResult> results, ReportFacts facts) {
        PrintWriter err = spec.commandLine().getErr();
        if (report != null) {
            HtmlReport.write(report, results, facts);
            err.println("report: " + report.resolve("index.html"));
        }
        if (ledger != null) {
            file("--ledger", ledger, HtmlReport.markdown(results));
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

    private static void file(String option, Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, ".lossproof", "");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new InputException(option + " " + file + ": cannot be written: " + e.getMessage());
        }
    }

    private Map<String, Object> tree(List<ClaimResult> results) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("seed", seed);
        out.put("claims", results.stream().map(VerifyCommand::tree).toList());
        return out;
    }

    private static Map<String, Object> tree(ClaimResult result) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", result.page().id());
        out.put("title", result.page().title());
        out.put("verdict", result.verdict().label());
        out.put("recorded", result.page().recorded().label());
        out.put("reason", result.reason());
        out.put("restsOn", result.restsOn());
        out.put("correction", result.correction().orElse(null));
        out.put("witness", result.witness().map(Witness::text).orElse(null));
        List<Map<String, Object>> parts = new ArrayList<>();
        List<Map<String, Object>> evidence = new ArrayList<>();
        for (ClaimResult.Part part : result.parts()) {
            String role = part.block().role().label();
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("role", role);
            one.put("label", part.block().label());
            one.put("statement", part.result().statement().text());
            one.put("holds", part.result().holds());
            one.put("derived", part.result().derived());
            parts.add(one);
            part.result()
                    .evidence()
                    .forEach(e -> evidence.add(tree(e, part.block().label())));
        }
        result.extra().forEach(e -> evidence.add(tree(e, "")));
        out.put("statements", parts);
        out.put("evidence", evidence);
        Map<String, Object> mutants = new LinkedHashMap<>();
        mutants.put("killed", result.mutants().killed());
        mutants.put("total", result.mutants().total());
        mutants.put("killedBySamplesAlone", result.mutants().bySamples());
        mutants.put("same", result.mutants().same());
        mutants.put("alsoTrue", result.mutants().alsoTrue());
        mutants.put("open", result.mutants().open());
        mutants.put("mends", result.mutants().mends());
        out.put("mutants", mutants);
        out.put("problems", result.problems());
        return out;
    }

    private static Map<String, Object> tree(Evidence evidence, String about) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("kind", evidence.kind().label());
        out.put("about", about);
        out.put("text", evidence.text());
        return out;
    }
}
