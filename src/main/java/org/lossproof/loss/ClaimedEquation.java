package org.lossproof.loss;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * An equation with the orders in W at which it is claimed.
 *
 * @param equation the two sides
 * @param remainder K of {@code + O(K)}
 * @param order K of {@code at order K}
 * @param where values of parameters at which it is meant
 * @param limit the parameter that goes to infinity, if any
 */
public record ClaimedEquation(
        Equation equation,
        Optional<Integer> remainder,
        Optional<Integer> order,
        Map<String, BigFraction> where,
        Optional<String> limit) {
    public ClaimedEquation {
        where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
    }
}
