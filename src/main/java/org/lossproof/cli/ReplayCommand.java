package org.lossproof.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.lossproof.claim.Certificates;
import org.lossproof.kernel.Axiom;
import org.lossproof.kernel.RejectedCertificateException;
import org.lossproof.kernel.Replay;
import org.lossproof.loss.InputException;
import org.lossproof.report.Counts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lossproof replay}: checks written certificates with the kernel alone. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the certificates that verify --certificates wrote, with the kernel alone: no solver, no algebra system,",
            "no search. What routes found is compared, not computed again.",
            "Exit code 0: every certificate shows what it is meant to show; 1: one does not; 2: bad usage or input."
        })
final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A directory of certificates, or one file.")
    private Path place;

    @Option(names = "--details", description = "Print every theorem.")
    private boolean details;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Map<Axiom, Integer> resting = new EnumMap<>(Axiom.class);
        int theorems = 0;
        int withLemmas = 0;
        int rejected = 0;
        List<Path> files = files();
        for (Path file : files) {
            try {
                for (Replay.Checked checked : Replay.check(text(file))) {
                    theorems++;
                    withLemmas += checked.theorem().lemmas().isEmpty() ? 0 : 1;
                    checked.theorem().axioms().forEach(a -> resting.merge(a, 1, Integer::sum));
                    if (details) {
                        out.println(file.getFileName() + ": " + checked.name() + ": " + checked.statement());
                    }
                }
            } catch (RejectedCertificateException e) {
                rejected++;
                out.println("REJECTED " + file + ": " + e.getMessage());
            }
        }
        StringBuilder summary =
                new StringBuilder(Counts.of(theorems, "theorem") + " checked in " + Counts.of(files.size(), "file"));
        int multiplied =
                theorems - resting.values().stream().mapToInt(Integer::intValue).sum();
        summary.append(": ").append(multiplied).append(" by multiplying out");
        summary.append(withLemmas == 0 ? "" : " (" + withLemmas + " with lemmas of linear algebra)");
        resting.forEach((axiom, n) -> summary.append(", ")
                .append(n)
                .append(n == 1 ? " rests on " : " rest on ")
                .append(axiom)
                .append(" (")
                .append(axiom.words())
                .append(')'));
        out.println(summary + (rejected == 0 ? "" : "; " + Counts.of(rejected, "file") + " rejected"));
        return rejected == 0 ? 0 : Main.NOT_AS_RECORDED;
    }

    private List<Path> files() {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        try (Stream<Path> all = Files.list(place)) {
            List<Path> out = all.filter(p -> p.toString().endsWith(Certificates.ENDING))
                    .sorted()
                    .toList();
            if (out.isEmpty()) {
                throw new InputException(place + ": no file that ends in " + Certificates.ENDING
                        + "; write some with verify --certificates " + place);
            }
            return out;
        } catch (IOException e) {
            throw new InputException(
                    place + ": no such directory or file; write certificates with verify --certificates " + place);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new RejectedCertificateException("it is no text in UTF-8");
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + e.getMessage());
        }
    }
}
