package org.lossproof.expansion.rational;

import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Expr;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;

/** The exact value of the text of a coefficient, read as any definition is read. */
public final class ExactValue {
    private ExactValue() {}

    /**
     * The value of an expression in parameters and d1.
     *
     * @throws org.lossproof.expansion.IrrationalConstantException if it is not rational
     */
    public static BigFraction of(String text, LossDefinition loss, Map<String, BigFraction> parameters, int d1) {
        Expr e = LossParser.parseExpression(text, text, loss);
        RationalModel model = RationalModel.random(d1, 1, 0);
        return RationalEvaluation.constant(loss.withExpression(e), parameters, model);
    }
}
