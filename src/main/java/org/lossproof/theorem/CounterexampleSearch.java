package org.lossproof.theorem;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.lossproof.kernel.MatrixStatement;

/** Looks for rational matrices at which the premises of a statement hold and its conclusion does not, exactly. */
public final class CounterexampleSearch {
    private static final int LARGEST = 3;

    private final MatrixStatement statement;
    private final int drawsPerSize;

    /**
     * What was found.
     *
     * @param counterexample small, if there is one
     * @param instances how many draws satisfied the premises
     * @param undecided at how many of them the conclusion, about what exists or about all, was not decided
     */
    public record Outcome(Optional<Instance> counterexample, int instances, int undecided) {
        /** In words. */
        public String text() {
            return counterexample
                    .map(c -> "false at " + c)
                    .orElse(
                            instances == 0
                                    ? "no rational instance of its premises was found"
                                    : undecided == instances
                                            ? "unknown: its conclusion was decided at none of " + instances
                                                    + " instances"
                                            : "no counterexample among " + instances + " instances");
        }
    }

    /** A search with so many draws for each choice of sizes up to 3. */
    public CounterexampleSearch(MatrixStatement statement, int drawsPerSize) {
        this.statement = statement;
        this.drawsPerSize = drawsPerSize;
    }

    /** The same for the same statement. */
    public Outcome search() {
        Random random = new Random(1);
        Vocabulary used = Vocabulary.of(statement);
        InstanceDraw draw = new InstanceDraw(used.letters(), statement.premises(), random);
        int instances = 0;
        int undecided = 0;
        for (Map<String, Integer> sizes : InstanceDraw.sizes(used.sizes(), LARGEST)) {
            Optional<Instance> least = Optional.empty();
            for (int k = 0; k < drawsPerSize; k++) {
                Optional<Instance> drawn = draw.draw(sizes);
                if (drawn.isEmpty()) {
                    continue;
                }
                instances++;
                Truth conclusion = new MatrixModel(drawn.get()).conclusion(statement);
                undecided += conclusion == Truth.UNKNOWN ? 1 : 0;
                if (conclusion == Truth.FALSE
                        && (least.isEmpty()
                                || drawn.get().length() < least.get().length())) {
                    least = drawn;
                }
            }
            if (least.isPresent()) {
                return new Outcome(least.map(c -> new Shrinking(statement).shrunk(c)), instances, undecided);
            }
        }
        return new Outcome(Optional.empty(), instances, undecided);
    }

    /** Whether a statement fails at matrices: they are what its letters are declared to be, every premise holds, and no alternative does. */
    public static boolean fails(MatrixStatement statement, Instance instance) {
        MatrixModel model = new MatrixModel(instance);
        return model.fits(Vocabulary.of(statement).letters())
                && model.all(statement.premises()) == Truth.TRUE
                && model.conclusion(statement) == Truth.FALSE;
    }
}
