package org.lossproof.expansion;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.ParameterDeclaration;

/** Some exact points in the ranges of the parameters. */
final class AdmissiblePoints {
    private static final int COUNT = 4;

    private AdmissiblePoints() {}

    /** Points with a value for d1 and every parameter, the given ones kept. */
    static List<Map<String, BigFraction>> of(LossDefinition loss, Map<String, BigFraction> given) {
        List<Map<String, BigFraction>> out = new ArrayList<>();
        for (int trial = 0; trial < COUNT; trial++) {
            Map<String, BigFraction> point = new LinkedHashMap<>();
            point.put("d1", new BigFraction(2 + trial));
            for (int i = 0; i < loss.parameters().size(); i++) {
                ParameterDeclaration p = loss.parameters().get(i);
                point.put(p.name(), given.containsKey(p.name()) ? given.get(p.name()) : value(p, i, trial));
            }
            out.add(point);
        }
        return out;
    }

    private static BigFraction value(ParameterDeclaration p, int i, int trial) {
        BigFraction step = p.integer()
                ? new BigFraction(1 + i + 2L * trial)
                : new BigFraction(7 + 13L * i + 11L * trial, 3 + 2L * i + 5L * trial);
        Optional<BigFraction> width = p.low().flatMap(l -> p.high().map(h -> h.subtract(l)));
        BigFraction candidate;
        if (width.isPresent() && !p.integer()) {
            candidate = p.low().get().add(width.get().multiply(new BigFraction(2L + i + trial, 7L + 2L * i + trial)));
        } else {
            candidate = p.low()
                    .map(l -> whole(p, l).add(step))
                    .orElse(p.high().map(h -> whole(p, h).subtract(step)).orElse(step));
        }
        return p.admits(candidate) ? candidate : p.example();
    }

    private static BigFraction whole(ParameterDeclaration p, BigFraction bound) {
        boolean fraction = p.integer() && !bound.getDenominator().equals(BigInteger.ONE);
        return fraction ? new BigFraction(bound.getNumerator().divide(bound.getDenominator())) : bound;
    }
}
