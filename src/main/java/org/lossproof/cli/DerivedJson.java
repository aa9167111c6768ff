package org.lossproof.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.OriginHessian;
import org.lossproof.loss.ParameterValues;
import org.lossproof.montecarlo.SampledCheck;

/**
 * What {@code derive --json} prints.
 *
 * @param parameters the values that were set, exact, by parameter
 * @param b the matrix of L = -Tr[W B W'] + O(|W|^4); null, and left out, where order 2 is no such form
 * @param collapse which modes collapse at the origin; null, and left out, with {@code b}
 */
@JsonPropertyOrder({"loss", "order", "parameters", "terms", "formula", "B", "collapse", "normalisation"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record DerivedJson(
        String loss,
        int order,
        Map<String, String> parameters,
        List<Term> terms,
        String formula,
        @JsonProperty("B") String b,
        String collapse,
        String normalisation,
        List<String> routes,
        long seed,
        List<String> samples) {
    private static final String NORMALISATION =
            "the mean over the data: a printed sum over N data divided by N; constants left out";

    /** A term of the expansion, its coefficient a fraction or an expression in the parameters that are not set. */
    record Term(int order, String invariant, String coefficient) {}

    DerivedJson {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        terms = List.copyOf(terms);
        routes = List.copyOf(routes);
        samples = List.copyOf(samples);
    }

    static DerivedJson of(Expansion expansion, ParameterValues values, long seed, List<SampledCheck> samples) {
        Map<String, String> set = new LinkedHashMap<>();
        values.values().forEach((p, v) -> set.put(p, v.toString().replace(" ", "")));
        OriginHessian hessian = new OriginHessian(expansion);
        boolean form = hessian.isQuadraticForm();
        return new DerivedJson(
                expansion.loss().name(),
                expansion.order(),
                set,
                terms(expansion),
                expansion.formula(),
                form ? hessian.matrix() : null,
                form ? hessian.collapse() : null,
                NORMALISATION,
                expansion.routes(),
                seed,
                samples.stream().map(SampledCheck::sentence).toList());
    }

    private static List<Term> terms(Expansion expansion) {
        List<Term> out = new ArrayList<>();
        expansion
                .terms()
                .forEach((order, sum) -> sum.forEach(
                        (invariant, coefficient) -> out.add(new Term(order, invariant.text(), coefficient.text()))));
        return out;
    }
}
