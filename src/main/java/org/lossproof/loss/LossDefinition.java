package org.lossproof.loss;

import java.util.List;
import java.util.Optional;

/**
 * A loss, whole: what is random, what is free, and the expression. Read from a file by {@link LossParser} or built in
 * Java; it drives the expansion, the samples and the typeset form alike.
 *
 * @param name its name in the catalogue
 * @param title a line of prose
 * @param data the independent data with their views
 * @param parameters the parameters
 * @param encoders the encoders, "f" first; each has weights of its own
 * @param expression the loss, with every vector bound by a mean
 */
public record LossDefinition(
        String name,
        String title,
        List<Datum> data,
        List<ParameterDeclaration> parameters,
        List<String> encoders,
        Expr expression) {
    public LossDefinition {
        data = List.copyOf(data);
        parameters = List.copyOf(parameters);
        encoders = List.copyOf(encoders);
    }

    /** The datum that {@code vector} is, or is a view of. */
    public Optional<Datum> datumOf(String vector) {
        return data.stream()
                .filter(d -> d.name().equals(vector) || viewOf(d, vector).isPresent())
                .findFirst();
    }

    /** The augmentation of {@code vector}; empty if it is a datum itself. */
    public Optional<Datum.Augmentation> augmentationOf(String vector) {
        return data.stream()
                .flatMap(d -> viewOf(d, vector).stream())
                .map(Datum.View::augmentation)
                .findFirst();
    }

    /** The declaration of a parameter. */
    public Optional<ParameterDeclaration> parameter(String parameterName) {
        return parameters.stream().filter(p -> p.name().equals(parameterName)).findFirst();
    }

    /** The same declarations with another expression. */
    public LossDefinition withExpression(Expr other) {
        return new LossDefinition(name, title, data, parameters, encoders, other);
    }

    private static Optional<Datum.View> viewOf(Datum datum, String vector) {
        return datum.views().stream().filter(v -> v.name().equals(vector)).findFirst();
    }
}
