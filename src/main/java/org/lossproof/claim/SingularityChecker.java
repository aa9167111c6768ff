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
import org.lossproof.loss.NotAnalyticException;
import org.lossproof.loss.Notation;
import org.lossproof.page.Singularity;

/** Decides whether a loss has no expansion at W = 0: by how it behaves along rays, or because all routes expand it. */
final class SingularityChecker {
    private static final int ORDER = 4;

    private final Singularity statement;
    private final LossDefinition loss;

    private SingularityChecker(Singularity statement) {
        this.statement = statement;
        this.loss = statement.loss();
    }

    /** Tries to expand it. */
    static StatementResult check(Singularity statement) {
        return new SingularityChecker(statement).check();
    }

    private StatementResult check() {
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
                statement.text(),
                new Proposition.NoExpansion(Notation.plain(loss.expression())),
                new Certificate.Homogeneous(new Rational(degree.getNumerator(), degree.getDenominator())));
        return result(true, true, new Evidence(Evidence.Kind.SYMBOLIC, found), Optional.of(entry));
    }

    private StatementResult result(boolean holds, boolean decided, Evidence evidence, Optional<Replay.Entry> entry) {
        return StatementResult.of(
                statement,
                holds,
                decided,
                List.of(evidence),
                Optional.empty(),
                MutantReport.NONE,
                decided ? entry.map(e -> Theorem.prove(e.proposition(), e.certificate())) : Optional.empty(),
                decided ? entry : Optional.empty());
    }
}
