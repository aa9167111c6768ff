package org.lossproof.cli;

import java.util.ArrayList;
import java.util.List;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.ParameterValues;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A loss and values of its parameters, as every command that takes one spells them. */
final class LossOptions {
    @Parameters(paramLabel = "NAME_OR_FILE", description = "A loss of the catalogue (see list) or a definition file.")
    private String loss;

    @Option(
            names = "--set",
            paramLabel = "p=rational",
            description = "An exact value of a parameter, such as N=71 or alpha=1/2; may be repeated.")
    private List<String> assignments = new ArrayList<>();

    /** @throws InputException if there is no such loss, or its file is no definition */
    LossDefinition definition() {
        return Catalogue.resolve(loss);
    }

    /** @throws InputException if an assignment is malformed, unknown, given twice or out of range */
    ParameterValues values(LossDefinition definition) {
        return ParameterValues.of(definition, assignments);
    }

    /** The same with a value of a parameter that is assigned by another option, unless it is assigned here. */
    ParameterValues valuesWith(LossDefinition definition, String parameter, int value) {
        List<String> all = new ArrayList<>(assignments);
        boolean given = assignments.stream().anyMatch(s -> s.startsWith(parameter + "="));
        if (definition.parameter(parameter).isPresent() && !given) {
            all.add(parameter + "=" + value);
        }
        return ParameterValues.of(definition, all);
    }
}
