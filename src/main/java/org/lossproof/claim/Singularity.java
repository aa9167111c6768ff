package org.lossproof.claim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;
import org.lossproof.loss.NotAnalyticException;
import org.lossproof.loss.Notation;

/**
 * The statement that a loss is not analytic at W = 0, so that it has no expansion there.
 *
 * @param loss the loss
 */
public record Singularity(LossDefinition loss) implements Assertion {
    private static final int ORDER = 4;

    /** Reads a definition. */
    static Singularity parse(String text, String source) {
        return new Singularity(LossParser.parse(text, source));
    }

    @Override
    public String text() {
        return Notation.plain(loss.expression()) + " is not analytic at W = 0";
    }

    @Override
    public String tex() {
        return Notation.tex(loss.expression()) + "\\quad\\text{is not analytic at }W = 0";
    }

    /** Tries to expand it. */
    StatementResult check() {
        String found;
        boolean singular;
        try {
            found = "it expands: "
                    + SeriesExpansion.expand(loss, ORDER, Map.of()).formula();
            singular = false;
        } catch (NotAnalyticException e) {
            found = e.getMessage();
            singular = true;
        } catch (InputException e) {
            found = e.getMessage();
            singular = false;
        }
        List<Evidence> evidence = List.of(new Evidence(Evidence.Kind.SYMBOLIC, found));
        return StatementResult.of(
                this,
                singular,
                true,
                evidence,
                Optional.empty(),
                MutantReport.NONE,
                Optional.empty(),
                Optional.empty());
    }
}
