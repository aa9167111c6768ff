package org.lossproof.claim;

import java.util.List;
import java.util.Optional;
import org.lossproof.page.ModelProperty;
import org.lossproof.property.PropertyTrials;

/** Puts a property to the test; trials refute where a counterexample is exact, and never prove. */
final class PropertyChecker {
    private PropertyChecker() {}

    static StatementResult check(ModelProperty property) {
        PropertyTrials.Report report = PropertyTrials.run(property);
        return StatementResult.of(
                property,
                report.holds(),
                report.holds() || (report.counterexample().isPresent() && report.exact()),
                List.of(new Evidence(Evidence.Kind.PROPERTY, report.sentence())),
                report.counterexample().map(Witness::new),
                MutantReport.NONE,
                Optional.empty(),
                Optional.empty());
    }
}
