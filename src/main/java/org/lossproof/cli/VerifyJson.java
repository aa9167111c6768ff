package org.lossproof.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lossproof.claim.ClaimResult;
import org.lossproof.claim.MutantReport;
import org.lossproof.claim.Witness;
import org.lossproof.experiment.trial.ExperimentReport;
import org.lossproof.experiment.trial.SignTest;

/**
 * What {@code verify --json} prints.
 *
 * @param seed of the samples
 * @param paper its name
 * @param claims in the paper's order
 */
record VerifyJson(long seed, String paper, List<Claim> claims) {

    /** A claim; {@code recorded}, {@code correction} and {@code witness} are null where there is none. */
    record Claim(
            String id,
            String title,
            String place,
            String printed,
            String verdict,
            String recorded,
            String reason,
            String scope,
            List<String> restsOn,
            List<String> granted,
            List<String> uses,
            String correction,
            String witness,
            List<Statement> statements,
            List<Line> evidence,
            Mutants mutants,
            List<String> problems) {
        static Claim of(ClaimResult r) {
            return new Claim(
                    r.page().id(),
                    r.page().title(),
                    r.page().place(),
                    r.page().printed(),
                    r.verdict().label(),
                    r.page().recorded().map(v -> v.label()).orElse(null),
                    r.reason(),
                    r.scope(),
                    r.restsOn(),
                    r.page().allGranted(),
                    r.page().allUses(),
                    r.correction().orElse(null),
                    r.witness().map(Witness::text).orElse(null),
                    r.parts().stream().map(Statement::of).toList(),
                    lines(r),
                    Mutants.of(r.mutants()),
                    r.problems());
        }

        private static List<Line> lines(ClaimResult r) {
            List<Line> out = new ArrayList<>();
            r.parts()
                    .forEach(p -> p.result()
                            .evidence()
                            .forEach(e ->
                                    out.add(new Line(e.kind().label(), p.block().label(), e.text()))));
            return out;
        }
    }

    /**
     * A statement of a page; {@code underPrintedPremise} is null where the paper takes nothing from an earlier claim, {@code experiment}
     * where nothing was trained.
     */
    record Statement(
            String role,
            String label,
            String statement,
            boolean holds,
            boolean decided,
            String derived,
            String underPrintedPremise,
            Trained experiment,
            int line) {
        static Statement of(ClaimResult.Part p) {
            return new Statement(
                    p.block().role().label(),
                    p.block().label(),
                    p.result().statement().text(),
                    p.result().holds(),
                    p.result().decided(),
                    p.result().derived(),
                    p.underPrintedPremise().orElse(null),
                    p.result().experiment().map(Trained::of).orElse(null),
                    p.block().span().line());
        }
    }

    /** What came of an experiment: the rule that was fixed before, and the outcome. */
    record Trained(
            String range,
            boolean full,
            int models,
            int seeds,
            int exceptions,
            double falseRate,
            double power,
            int holds,
            int fails,
            String decision,
            List<Measured> measures) {
        static Trained of(ExperimentReport r) {
            return new Trained(
                    r.scope(),
                    r.full(),
                    r.models(),
                    r.test().seeds(),
                    r.test().exceptions(),
                    r.test().rate().doubleValue(),
                    r.test().power(SignTest.STATED).doubleValue(),
                    r.holds(),
                    r.fails(),
                    r.decision().name().toLowerCase(Locale.ROOT),
                    r.measured().stream().map(Measured::of).toList());
        }
    }

    /** A measure at a point of the range, null where it has no value; {@code quartic} and {@code exact} are predicted. */
    record Measured(
            String place,
            String name,
            String measure,
            Double low,
            Double median,
            Double high,
            Double quartic,
            Double exact) {
        static Measured of(ExperimentReport.Measured m) {
            return new Measured(
                    m.place(),
                    m.name(),
                    m.text(),
                    m.low().orElse(null),
                    m.median().orElse(null),
                    m.high().orElse(null),
                    m.quartic().orElse(null),
                    m.exact().orElse(null));
        }
    }

    /** A piece of evidence. */
    record Line(String kind, String about, String text) {}

    /** How falsified variants fared. */
    record Mutants(
            int killed,
            int total,
            int killedBySamplesAlone,
            List<String> same,
            List<String> alsoTrue,
            List<String> open,
            List<String> mends) {
        static Mutants of(MutantReport m) {
            return new Mutants(m.killed(), m.total(), m.bySamples(), m.same(), m.alsoTrue(), m.open(), m.mends());
        }
    }
}
