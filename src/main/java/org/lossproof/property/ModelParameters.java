package org.lossproof.property;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.covariance.CommutingModel.Hyperparameters;
import org.lossproof.loss.InputException;
import org.lossproof.loss.ParameterDeclaration;
import org.lossproof.page.Setting;

/** The values of parameters at a model. */
final class ModelParameters {
    private ModelParameters() {}

    /**
     * A value of every parameter of a setting: as set, or drawn in its range.
     *
     * @throws InputException if a value that is set is out of its range
     */
    static Map<String, BigFraction> of(Setting setting, CommutingModel model) {
        Map<String, BigFraction> out = new HashMap<>();
        Map<String, BigFraction> drawn = usual(model);
        Map<String, BigFraction> fixed = model.hyperparameters().fixed();
        List<Integer> numbers = model.hyperparameters().further();
        int others = 0;
        for (ParameterDeclaration p : setting.form().parameters()) {
            BigFraction usual = drawn.get(p.name());
            if (fixed.containsKey(p.name())) {
                out.put(p.name(), admitted(p, fixed.get(p.name())));
            } else if (usual != null && p.admits(usual)) {
                out.put(p.name(), usual);
            } else if (numbers.isEmpty()) {
                out.put(p.name(), p.example());
            } else {
                List<BigFraction> values = p.simpleValues();
                out.put(p.name(), values.get(numbers.get(others++ % numbers.size()) % values.size()));
            }
        }
        return out;
    }

    /** The hyperparameters of usual names, which every model has. */
    static Map<String, BigFraction> usual(CommutingModel model) {
        Hyperparameters h = model.hyperparameters();
        return Map.of(
                "N", new BigFraction(h.n()),
                "alpha", h.alpha(),
                "beta", h.beta(),
                "gamma", h.gamma(),
                "kappa", h.kappa(),
                "c", h.c());
    }

    private static BigFraction admitted(ParameterDeclaration p, BigFraction value) {
        if (!p.admits(value)) {
            throw new InputException("set " + p.name() + ": " + value.toString().replace(" ", "")
                    + " is not in its range; it is " + p.range());
        }
        return value;
    }
}
