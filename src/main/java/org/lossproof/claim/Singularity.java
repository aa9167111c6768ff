package org.lossproof.claim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.BudgetExceededException;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.RouteDisagreementException;
import org.lossproof.expansion.routes.Derivation;
import org.lossproof.kernel.Certificate;
import org.lossproof.kernel.Proposition;
import org.lossproof.kernel.Rational;
import org.lossproof.kernel.Replay;
import org.lossproof.kernel.Theorem;
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
        try {
            Expansion expansion = Derivation.agreed(loss, ORDER, Map.of());
            Evidence found = new Evidence(Evidence.Kind.SYMBOLIC, "it expands: " + expansion.formula());
            return result(false, expansion.confirmed(), found, Optional.of(ExpansionTheorem.of(expansion)));
        } catch (NotAnalyticException e) {
            return RayBehaviour.singularDegree(loss)
                    .map(this::singular)
                    .orElseGet(() -> result(
                            false,
                            false,
                            new Evidence(
                                    Evidence.Kind.SYMBOLIC,
                                    e.getMessage() + " (whether the whole loss is singular is not decided)"),
                            Optional.empty()));
        } catch (InputException | BudgetExceededException | RouteDisagreementException e) {
            return result(false, false, new Evidence(Evidence.Kind.SYMBOLIC, e.getMessage()), Optional.empty());
        }
    }

    private StatementResult singular(BigFraction degree) {
        String found = degree.signum() == 0
                ? "along W -> tW it holds a multiple of log t"
                : "along W -> tW it holds a multiple of |t|^"
                        + degree.toString().replace(" ", "");
        Replay.Entry entry = new Replay.Entry(
                "",
                text(),
                new Proposition.NoExpansion(Notation.plain(loss.expression())),
                new Certificate.Homogeneous(new Rational(degree.getNumerator(), degree.getDenominator())));
        return result(true, true, new Evidence(Evidence.Kind.SYMBOLIC, found), Optional.of(entry));
    }

    private StatementResult result(boolean holds, boolean decided, Evidence evidence, Optional<Replay.Entry> entry) {
        return StatementResult.of(
                this,
                holds,
                decided,
                List.of(evidence),
                Optional.empty(),
                MutantReport.NONE,
                decided ? entry.map(e -> Theorem.prove(e.proposition(), e.certificate())) : Optional.empty(),
                decided ? entry : Optional.empty());
    }
}
