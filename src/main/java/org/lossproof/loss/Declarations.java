package org.lossproof.loss;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What a definition has declared so far; mutable while it is being parsed. */
final class Declarations {
    /** A named piece of text: {@code let name(arguments) = body}. */
    record Macro(Token name, List<String> arguments, List<Token> body) {}

    private final List<Datum> data = new ArrayList<>();
    private final Map<String, ParameterDeclaration> parameters = new LinkedHashMap<>();
    private final Set<String> encoders = new LinkedHashSet<>(List.of("f"));
    private final Map<String, Macro> macros = new LinkedHashMap<>();

    /** Where {@code loss(NAME)} looks. */
    private final Losses losses;

    /** How a name is declared, in words. */
    private UnaryOperator<String> remedy = name -> "write 'param " + name + "' before it is used";

    Declarations() {
        this(Losses.CATALOGUE);
    }

    Declarations(Losses losses) {
        this.losses = losses;
    }

    Declarations(LossDefinition context) {
        this(Losses.CATALOGUE);
        data.addAll(context.data());
        context.parameters().forEach(p -> parameters.put(p.name(), p));
        encoders.addAll(context.encoders());
    }

    /** Has errors say how a name is declared here. */
    void explain(UnaryOperator<String> how) {
        remedy = how;
    }

    /** That a name is not declared, how it would be, and which one may be meant. */
    InputException undeclared(Token name) {
        Set<String> known = new TreeSet<>(parameters.keySet());
        known.addAll(macros.keySet());
        String near = known.isEmpty() ? "" : "; " + Names.suggestion(name.text(), known);
        return new InputException(
                name.span(), "'" + name.text() + "' is not declared; " + remedy.apply(name.text()) + near);
    }

    Losses losses() {
        return losses;
    }

    List<Datum> data() {
        return data;
    }

    Map<String, ParameterDeclaration> parameters() {
        return parameters;
    }

    Set<String> encoders() {
        return encoders;
    }

    Map<String, Macro> macros() {
        return macros;
    }

    Set<String> vectors() {
        Set<String> names = new LinkedHashSet<>();
        for (Datum datum : data) {
            names.add(datum.name());
            datum.views().forEach(v -> names.add(v.name()));
        }
        return names;
    }

    Optional<Datum> datumOf(String vector) {
        return data.stream()
                .filter(d -> d.name().equals(vector)
                        || d.views().stream().anyMatch(v -> v.name().equals(vector)))
                .findFirst();
    }

    /** The name, if nothing else has it. */
    String fresh(Token name) {
        String text = name.text();
        if (Names.isReserved(text)) {
            throw new InputException(name.span(), "'" + text + "' is a word of the language; choose another name");
        }
        if (vectors().contains(text)
                || parameters.containsKey(text)
                || encoders.contains(text)
                || macros.containsKey(text)) {
            throw new InputException(name.span(), "'" + text + "' is declared already; choose another name");
        }
        return text;
    }

    /**
     * Adds another definition's declarations, its vectors renamed where names clash, and returns its expression in the
     * new names.
     */
    Expr include(LossDefinition other, Span span) {
        for (ParameterDeclaration p : other.parameters()) {
            ParameterDeclaration mine = parameters.putIfAbsent(p.name(), p);
            if (mine != null && !mine.equals(p)) {
                throw new InputException(
                        span,
                        "loss(" + other.name() + ") declares the parameter " + p.name()
                                + " with another range; declare it the same way: " + p.range() + ", example "
                                + p.example());
            }
        }
        encoders.addAll(other.encoders());
        Map<String, String> renamed = new LinkedHashMap<>();
        Set<String> taken = new LinkedHashSet<>(vectors());
        for (Datum datum : other.data()) {
            renamed.put(datum.name(), free(datum.name(), taken));
            datum.views().forEach(v -> renamed.put(v.name(), free(v.name(), taken)));
        }
        Renaming renaming = new Renaming(renamed);
        other.data().forEach(d -> data.add(renaming.datum(d)));
        return renaming.expression(other.expression());
    }

    private static String free(String name, Set<String> taken) {
        String candidate = name;
        String stem = name.replace("'", "_prime");
        for (int k = 2; taken.contains(candidate); k++) {
            candidate = stem + "_" + k;
        }
        taken.add(candidate);
        return candidate;
    }
}
