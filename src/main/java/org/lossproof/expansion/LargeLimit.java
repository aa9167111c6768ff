package org.lossproof.expansion;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lossproof.loss.Expr;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;

/** The behaviour of coefficients as a parameter grows. */
public final class LargeLimit {
    private LargeLimit() {}

    /** Whether a coefficient tends to 0 as {@code parameter} goes to infinity, other parameters fixed and generic. */
    public static boolean vanishes(Coefficient coefficient, LossDefinition loss, String parameter) {
        Expr e = LossParser.parseExpression(coefficient.text(), coefficient.text(), loss);
        List<String> symbols = new java.util.ArrayList<>(List.of("d1"));
        loss.parameters().forEach(p -> symbols.add(p.name()));
        RationalFunctionField field = new RationalFunctionField(symbols, Map.of());
        var value = new SeriesRoute<>(loss.withExpression(e), field, 0)
                .expand()
                .part(0)
                .coefficient(org.lossproof.moments.Monomial.ONE);
        int variable = symbols.indexOf(parameter);
        return value.numerator().degree(variable) < value.denominator().degree(variable);
    }

    /** The terms that do not vanish in the limit. */
    public static Set<org.lossproof.moments.Invariant> remaining(
            Map<org.lossproof.moments.Invariant, Coefficient> sum, LossDefinition loss, String parameter) {
        Set<org.lossproof.moments.Invariant> out = new java.util.TreeSet<>();
        sum.forEach((invariant, c) -> {
            if (!vanishes(c, loss, parameter)) {
                out.add(invariant);
            }
        });
        return out;
    }
}
