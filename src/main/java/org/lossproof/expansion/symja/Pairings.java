package org.lossproof.expansion.symja;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lossproof.loss.Datum;
import org.lossproof.loss.LossDefinition;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The expectation of a product of zero-mean Gaussian legs as the sum over all pairings (Isserlis 1918), each of which
 * closes the legs to a {@link WordGraph}.
 */
final class Pairings {
    private final LossDefinition loss;
    private final Symja symja;
    private final ScaleMoment scaleMoment;

    /** E s^k of a rescaling factor. */
    @FunctionalInterface
    interface ScaleMoment {
        IExpr of(Datum.ScaleDistribution scale, int k);
    }

    Pairings(LossDefinition loss, Symja symja, ScaleMoment scaleMoment) {
        this.loss = loss;
        this.symja = symja;
        this.scaleMoment = scaleMoment;
    }

    /** Adds the expectation to {@code sum}: by the text of the invariant, how often it occurs with which factor. */
    void addExpectation(Product p, IExpr factor, Map<String, Map<IExpr, Long>> sum) {
        List<Vector> legs = new ArrayList<>();
        List<String> at = new ArrayList<>();
        for (int i = 0; i < p.inner().size(); i++) {
            Product.Inner inner = p.inner().get(i);
            legs.addAll(List.of(inner.left(), inner.right()));
            at.addAll(List.of("v" + i, "v" + i));
        }
        p.coordinates().forEach(c -> {
            legs.add(c.vector());
            at.add(c.index());
        });
        if (legs.size() % 2 != 0) {
            return;
        }
        Map<String, Long> counts = new HashMap<>();
        pair(legs, at, new boolean[legs.size()], new ArrayList<>(), p.traces(), counts);
        IExpr weight = symja.multiply(factor, scales(legs));
        counts.forEach((text, count) -> {
            sum.computeIfAbsent(text, t -> new LinkedHashMap<>()).merge(weight, count, Long::sum);
        });
    }

    private void pair(
            List<Vector> legs,
            List<String> at,
            boolean[] taken,
            List<WordGraph.Edge> edges,
            List<String> traces,
            Map<String, Long> counts) {
        int first = 0;
        while (first < taken.length && taken[first]) {
            first++;
        }
        if (first == taken.length) {
            symja.budget().spend(1);
            WordGraph.of(edges, traces).forEach((text, count) -> counts.merge(text, count, Long::sum));
            return;
        }
        taken[first] = true;
        for (int other = first + 1; other < taken.length; other++) {
            Optional<String> letter = taken[other] ? Optional.empty() : covariance(legs.get(first), legs.get(other));
            if (letter.isPresent()) {
                taken[other] = true;
                edges.add(new WordGraph.Edge(at.get(first), letter.get(), at.get(other)));
                pair(legs, at, taken, edges, traces, counts);
                edges.remove(edges.size() - 1);
                taken[other] = false;
            }
        }
        taken[first] = false;
    }

    private Optional<String> covariance(Vector u, Vector v) {
        if (!u.sameDatum(v)) {
            return Optional.empty();
        }
        boolean noisy = loss.augmentationOf(u.view())
                .filter(a -> a instanceof Datum.Augmentation.AdditiveNoise)
                .isPresent();
        return Optional.of(noisy && u.sameView(v) ? "S" : "A");
    }

    private IExpr scales(List<Vector> legs) {
        IExpr out = F.C1;
        List<Vector> seen = new ArrayList<>();
        for (Vector leg : legs) {
            Optional<Datum.Augmentation> augmentation = loss.augmentationOf(leg.view());
            if (augmentation.isPresent()
                    && augmentation.get() instanceof Datum.Augmentation.Rescaling rescaling
                    && seen.stream().noneMatch(leg::sameView)) {
                seen.add(leg);
                int k = (int) legs.stream().filter(leg::sameView).count();
                out = symja.multiply(out, scaleMoment.of(rescaling.scale(), k));
            }
        }
        return out;
    }
}
