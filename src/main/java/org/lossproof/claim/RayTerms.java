package org.lossproof.claim;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;

/**
 * A function near t = 0.
 *
 * @param origin the value at t = 0 of its analytic part, if it is a known number
 * @param parts the factors of the other terms by degree, the lowest ones
 * @param tail the degree from which on nothing is known; empty if all is
 */
record RayTerms(Optional<BigFraction> origin, SortedMap<BigFraction, RayFactor> parts, Optional<BigFraction> tail) {
    static RayTerms smooth(Optional<BigFraction> origin) {
        return new RayTerms(origin, new TreeMap<>(), Optional.empty());
    }

    static RayTerms part(BigFraction degree, RayFactor factor, boolean exact) {
        return new RayTerms(
                Optional.of(BigFraction.ZERO),
                new TreeMap<>(Map.of(degree, factor)),
                exact ? Optional.empty() : Optional.of(degree.add(BigFraction.ONE)));
    }

    RayTerms times(BigFraction number) {
        SortedMap<BigFraction, RayFactor> scaled = new TreeMap<>();
        parts.forEach((p, factor) -> scaled.put(p, factor.times(RayFactor.of(number))));
        return new RayTerms(origin.map(number::multiply), scaled, tail);
    }

    /** A function with a derivative of this sign at the origin, applied: the lowest part stays. */
    Optional<RayTerms> composed(int slope) {
        if (parts.isEmpty()) {
            return tail.isEmpty() ? Optional.of(smooth(Optional.empty())) : Optional.empty();
        }
        BigFraction lowest = parts.firstKey();
        if (lowest.signum() <= 0) {
            return Optional.empty();
        }
        BigFraction next = lowest.add(lowest.compareTo(BigFraction.ONE) < 0 ? lowest : BigFraction.ONE);
        for (BigFraction p : parts.keySet()) {
            next = p.compareTo(lowest) > 0 && p.compareTo(next) < 0 ? p : next;
        }
        BigFraction end = tail.isPresent() && tail.get().compareTo(next) < 0 ? tail.get() : next;
        return Optional.of(new RayTerms(
                Optional.empty(),
                new TreeMap<>(
                        Map.of(lowest, RayFactor.some(slope * parts.get(lowest).sign()))),
                Optional.of(end)));
    }
}
