package org.lossproof.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lossproof.experiment.trial.TrainingStore;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Losses;
import org.lossproof.montecarlo.ErrorBudget;
import org.lossproof.montecarlo.SampleStore;
import org.lossproof.page.Page;
import org.lossproof.page.Verdict;

/**
 * A statement whose truth was worked out by hand: the tool may be undecided about it, but never wrong.
 *
 * @param file the resource it stands in
 * @param name its name, unique in all files
 * @param truth whether it is true; a statement whose assumptions no point satisfies counts as false, since it proves nothing
 * @param must the verdict that any decent tool reaches, if there is one
 * @param reason why it is true or false
 * @param block the fenced block, as on a page
 */
record SoundnessStatement(
        String file, String name, boolean truth, Optional<Verdict> must, String reason, String block) {
    private static final Pattern ENTRY = Pattern.compile(
            "([\\w-]+)\\n(?:- Must: (Proved|Refuted|Inconclusive)\\n)?- Why: ([^\\n]+)\\n(?:- At: [^\\n]+\\n)?\\n"
                    + "(```(?:fact|expansion|singular) printed\\n.*?^```)\\s*",
            Pattern.MULTILINE | Pattern.DOTALL);

    /** Few samples: what is tested is what the exact evidence concludes. */
    private static final CheckSettings CHEAP = new CheckSettings(
            CheckSettings.DEFAULT_SEED,
            new ErrorBudget(ErrorBudget.DEFAULT, 1000),
            1e-3,
            0.5,
            1,
            new SampleStore(),
            new TrainingStore(false));

    /**
     * The statements of {@code soundness/true-KIND.md} or {@code soundness/false-KIND.md}.
     *
     * @throws IllegalStateException if a section is not a name, its reason and one block
     */
    static List<SoundnessStatement> load(String file) {
        boolean truth = file.startsWith("true-");
        String[] sections = text(file).split("(?m)^## ", -1);
        List<SoundnessStatement> out = new ArrayList<>();
        for (int i = 1; i < sections.length; i++) {
            Matcher entry = ENTRY.matcher(sections[i]);
            if (!entry.matches()) {
                throw new IllegalStateException(
                        file + ": no name, '- Why: ..' and one block printed in: " + sections[i]);
            }
            out.add(new SoundnessStatement(
                    file,
                    entry.group(1),
                    truth,
                    Optional.ofNullable(entry.group(2)).map(Verdict::ofLabel),
                    entry.group(3),
                    entry.group(4)));
        }
        return List.copyOf(out);
    }

    /**
     * What the tool says of the statement, printed on a page of its own. Where a statement may be refused as an error of the
     * user's, a refusal decides nothing.
     */
    Verdict verdict() {
        String page =
                "# " + name + ": " + name + "\n\n- Place: soundness suite\n- Printed: as below\n\n" + block + "\n";
        try {
            return new ClaimCheck(Page.parse(name, page, file, Losses.CATALOGUE))
                    .check(CHEAP)
                    .verdict();
        } catch (InputException e) {
            if (file.endsWith("refusable.md")) {
                return Verdict.INCONCLUSIVE;
            }
            throw e;
        }
    }

    /**
     * What is wrong with an answer, naming the statement; empty if it is sound and as demanded. No answer within the time and an
     * error that is not the user's are wrong too.
     */
    Optional<String> problem(Future<Verdict> answer, int seconds) throws InterruptedException {
        try {
            Verdict found = answer.get(seconds, TimeUnit.SECONDS);
            return allows(found) ? Optional.empty() : Optional.of(message("came out " + found.label()));
        } catch (ExecutionException e) {
            return Optional.of(message("ended with " + e.getCause()));
        } catch (TimeoutException e) {
            return Optional.of(message("had no answer within " + seconds + " s"));
        }
    }

    private boolean allows(Verdict verdict) {
        boolean sound =
                truth ? verdict != Verdict.REFUTED : verdict != Verdict.PROVED && verdict != Verdict.CORROBORATED;
        return sound && must.map(verdict::equals).orElse(true);
    }

    private String message(String outcome) {
        String demanded = must.map(m -> " and must be " + m.label()).orElse("");
        return file + ", " + name + " is " + truth + demanded + ", but " + outcome + ": " + reason + "\n" + block;
    }

    private static String text(String file) {
        try (InputStream in = SoundnessStatement.class.getResourceAsStream("/soundness/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no resource soundness/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
