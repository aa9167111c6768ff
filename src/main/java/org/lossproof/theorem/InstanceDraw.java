package org.lossproof.theorem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.lossproof.kernel.Letter;
import org.lossproof.kernel.MatrixFact;

/**
 * Draws matrices that satisfy premises: letter by letter, in a random order; where premises are linear in the next letter, among
 * their solutions (a stationary point is found so: its equation is linear in the covariances); what fails is drawn again.
 */
final class InstanceDraw {
    private static final int TRIES = 8;

    private final List<Letter> letters;
    private final List<Named> premises;
    private final List<MatrixFact> aboutSizes;
    private final Random random;

    /** A premise and the letters it speaks of. */
    private record Named(MatrixFact fact, Set<String> names) {}

    InstanceDraw(List<Letter> letters, List<MatrixFact> premises, Random random) {
        this.letters = letters;
        this.premises = premises.stream().map(p -> new Named(p, p.names())).toList();
        this.aboutSizes = premises.stream().filter(p -> p.names().isEmpty()).toList();
        this.random = random;
    }

    /** Matrices of these sizes at which every premise holds; empty if this attempt ends at one that fails. */
    Optional<Instance> draw(Map<String, Integer> sizes) {
        List<Letter> order = new ArrayList<>(letters);
        Collections.shuffle(order, random);
        Instance at = new Instance(sizes, Map.of());
        Set<String> known = new HashSet<>();
        if (new MatrixModel(at).all(aboutSizes) != Truth.TRUE) {
            return Optional.empty();
        }
        for (Letter letter : order) {
            Set<String> before = new HashSet<>(known);
            known.add(letter.name());
            List<MatrixFact> now = premises.stream()
                    .filter(p -> known.containsAll(p.names()) && !before.containsAll(p.names()))
                    .map(Named::fact)
                    .toList();
            Optional<Instance> next = next(at, letter, now);
            if (next.isEmpty()) {
                return next;
            }
            at = next.get();
        }
        return Optional.of(inOrder(at));
    }

    private Optional<Instance> next(Instance at, Letter letter, List<MatrixFact> now) {
        LinearEquations equations = new LinearEquations(at, List.of(letter), now);
        for (int k = 0; k < TRIES; k++) {
            LetterDraw draw = new LetterDraw(random, at);
            boolean solve = !equations.isEmpty() && k % 4 != 3;
            Optional<Instance> some = solve
                    ? equations.solution(i -> draw.entry())
                    : Optional.of(at.with(letter.name(), draw.of(letter)));
            if (some.isEmpty()) {
                return some;
            }
            MatrixModel there = new MatrixModel(some.get());
            if (there.fits(List.of(letter)) && there.all(now) == Truth.TRUE) {
                return some;
            }
        }
        return Optional.empty();
    }

    private Instance inOrder(Instance drawn) {
        Instance out = new Instance(drawn.sizes(), Map.of());
        for (Letter letter : letters) {
            out = out.with(letter.name(), drawn.matrices().get(letter.name()));
        }
        return out;
    }

    /** All choices of sizes up to a number, those with few entries first. */
    static List<Map<String, Integer>> sizes(Set<String> names, int most) {
        List<Map<String, Integer>> out = new ArrayList<>(List.of(Map.of()));
        for (String name : names) {
            List<Map<String, Integer>> next = new ArrayList<>();
            for (Map<String, Integer> before : out) {
                for (int n = 1; n <= most; n++) {
                    Map<String, Integer> all = new HashMap<>(before);
                    all.put(name, n);
                    next.add(all);
                }
            }
            out = next;
        }
        out.sort(java.util.Comparator.comparing(
                m -> m.values().stream().mapToInt(Integer::intValue).sum()));
        return out;
    }
}
