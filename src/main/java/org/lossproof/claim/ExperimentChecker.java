package org.lossproof.claim;

import java.util.ArrayList;
import java.util.List;
import org.lossproof.experiment.trial.ExperimentReport;
import org.lossproof.experiment.trial.ExperimentTrials;
import org.lossproof.experiment.trial.SignTest;
import org.lossproof.experiment.trial.TrainingStore;
import org.lossproof.page.Experiment;

/** Puts a claim about trained models to the test; it is refuted or corroborated at a stated rate, over the range that was trained. */
final class ExperimentChecker {
    private ExperimentChecker() {}

    static StatementResult check(Experiment experiment, TrainingStore trainings) {
        ExperimentReport report = ExperimentTrials.run(experiment, trainings);
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(said(report.reason()));
        evidence.add(said("fixed before: " + report.rule()));
        evidence.add(said((report.full() ? "in full: " : "") + report.scope()));
        report.measured().forEach(m -> evidence.add(said(m.sentence())));
        evidence.add(said(report.intervals()));
        return StatementResult.of(
                experiment,
                report.decision() == SignTest.Decision.CORROBORATED,
                report.decision() != SignTest.Decision.OPEN,
                evidence,
                report);
    }

    private static Evidence said(String text) {
        return new Evidence(Evidence.Kind.EXPERIMENT, text);
    }
}
