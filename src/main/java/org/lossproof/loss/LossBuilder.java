package org.lossproof.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * Builds a definition in Java. Data and parameters are declared as objects; the expression is built from {@link Expr}s or
 * given in the notation of definition files.
 *
 * <pre>{@code
 * LossDefinition loss = new LossBuilder("alignment")
 *         .parameter("tau", BigFraction.ONE)
 *         .datum("xh", "x", "x'")
 *         .loss("E[x, x'](|f(x) - f(x')|^2 / tau)");
 * }</pre>
 */
public final class LossBuilder {
    private final String name;
    private String title = "";
    private final List<Datum> data = new ArrayList<>();
    private final List<ParameterDeclaration> parameters = new ArrayList<>();
    private final List<String> encoders = new ArrayList<>(List.of("f"));

    public LossBuilder(String name) {
        this.name = name;
    }

    /** A line of prose. */
    public LossBuilder title(String text) {
        title = text;
        return this;
    }

    /** A positive parameter with an example. */
    public LossBuilder parameter(String parameter, BigFraction example) {
        return parameter(new ParameterDeclaration(
                parameter, false, Optional.of(BigFraction.ZERO), true, Optional.empty(), false, example));
    }

    /** A parameter with a range of its own. */
    public LossBuilder parameter(ParameterDeclaration declaration) {
        parameters.add(declaration);
        return this;
    }

    /** A datum xh ~ N(0, A0) with views xh + e, e ~ N(0, C). */
    public LossBuilder datum(String datum, String... views) {
        return datum(new Datum(datum, noisy(views), Exprs.number(1), false));
    }

    /** Independent copies of a datum, as many as a deterministic expression says, such as {@code N - 1}. */
    public LossBuilder copies(String datum, String count, String... views) {
        Expr number = LossParser.parseExpression(count, "copies of " + datum, build(Exprs.number(0)));
        return datum(new Datum(datum, noisy(views), number, true));
    }

    /** A datum with any augmentation. */
    public LossBuilder datum(Datum datum) {
        data.add(datum);
        return this;
    }

    /** A further encoder with weights of its own, beside f. */
    public LossBuilder encoder(String encoder) {
        encoders.add(encoder);
        return this;
    }

    /**
     * The definition whose expression is given as in a definition file.
     *
     * @throws InputException if it is no expression in what was declared
     */
    public LossDefinition loss(String expression) {
        return build(LossParser.parseExpression(expression, name, build(Exprs.number(0))));
    }

    /** The definition with an expression built in Java; every vector in it must be bound by a mean. */
    public LossDefinition loss(Expr expression) {
        return build(expression);
    }

    private LossDefinition build(Expr expression) {
        return new LossDefinition(name, title, data, parameters, encoders, expression);
    }

    private static List<Datum.View> noisy(String... views) {
        return List.of(views).stream()
                .map(v -> new Datum.View(v, new Datum.Augmentation.AdditiveNoise()))
                .toList();
    }
}
