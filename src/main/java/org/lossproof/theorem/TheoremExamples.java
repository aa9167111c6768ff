package org.lossproof.theorem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.kernel.Letter;
import org.lossproof.kernel.MatrixFact;
import org.lossproof.kernel.MatrixStatement;
import org.lossproof.loss.InputException;
import org.lossproof.page.matrix.MatrixExample;
import org.lossproof.page.matrix.MatrixTheorem;

/** Rational matrices at which the premises of a theorem hold, exactly: the theorem is not vacuous. */
public final class TheoremExamples {
    private static final int DRAWS_PER_SIZE = 40;
    private static final int LARGEST = 3;

    private TheoremExamples() {}

    /**
     * The instances on the page, checked; without any, one that is found by drawing.
     *
     * @return empty if none is on the page and none is found: nothing shows that the premises hold together
     * @throws InputException at an example where a letter is missing, or a premise does not hold or is not decided
     */
    public static List<Instance> check(MatrixTheorem theorem) {
        MatrixStatement statement = new TheoremElaboration(theorem).statement();
        if (theorem.examples().isEmpty()) {
            return search(statement).stream().toList();
        }
        return theorem.examples().stream().map(e -> checked(e, statement)).toList();
    }

    private static Instance checked(MatrixExample example, MatrixStatement statement) {
        Map<String, RationalMatrix> matrices = new LinkedHashMap<>();
        example.matrices()
                .forEach((name, rows) -> matrices.put(
                        name,
                        RationalMatrix.of(
                                rows.size(),
                                rows.get(0).size(),
                                (i, j) -> MatrixModel.exact(rows.get(i).get(j)))));
        Instance instance = new Instance(example.sizes(), matrices);
        Vocabulary used = Vocabulary.of(statement);
        for (Letter letter : used.letters()) {
            if (!matrices.containsKey(letter.name())) {
                throw new InputException(
                        example.span(),
                        "the example gives no " + letter.name() + " : " + letter.rows() + " x " + letter.columns());
            }
        }
        for (MatrixFact premise : statement.premises()) {
            Truth truth = new MatrixModel(instance).truth(premise);
            if (truth != Truth.TRUE) {
                throw new InputException(
                        example.span(),
                        (truth == Truth.FALSE ? "a premise does not hold there: " : "a premise is not decided there: ")
                                + premise);
            }
        }
        return instance;
    }

    /** The instance that is least special among those drawn: sizes above 1, nothing zero, nothing that commutes by chance. */
    static Optional<Instance> search(MatrixStatement statement) {
        Vocabulary used = Vocabulary.of(statement);
        InstanceDraw draw = new InstanceDraw(used.letters(), statement.premises(), new Random(1));
        List<Map<String, Integer>> sizes = new ArrayList<>(InstanceDraw.sizes(used.sizes(), LARGEST));
        sizes.sort(Comparator.comparing(TheoremExamples::preference));
        Optional<Instance> best = Optional.empty();
        int most = -1;
        for (Map<String, Integer> size : sizes) {
            for (int k = 0; k < DRAWS_PER_SIZE; k++) {
                Optional<Instance> drawn = draw.draw(size);
                int score = drawn.map(TheoremExamples::score).orElse(-1);
                boolean shorter = score >= 0
                        && score == most
                        && drawn.get().length() < best.get().length();
                boolean better = score > most || shorter;
                if (better) {
                    best = drawn;
                    most = score;
                }
            }
            if (best.isPresent()) {
                return best;
            }
        }
        return best;
    }

    /** Sizes of which two differ and none is 1 come first, small ones before large ones. */
    private static int preference(Map<String, Integer> sizes) {
        int ones = (int) sizes.values().stream().filter(n -> n == 1).count();
        int same = sizes.size() - (int) sizes.values().stream().distinct().count();
        int sum = sizes.values().stream().mapToInt(Integer::intValue).sum();
        return 100 * ones + 10 * same + sum;
    }

    private static int score(Instance instance) {
        List<RationalMatrix> matrices = List.copyOf(instance.matrices().values());
        int score = 0;
        for (int i = 0; i < matrices.size(); i++) {
            RationalMatrix m = matrices.get(i);
            int rank = Elimination.rank(m);
            score += rank > 0 ? 4 : 0;
            score += rank > 0 && rank < m.columns() ? 1 : 0;
            for (int j = 0; j < i; j++) {
                RationalMatrix other = matrices.get(j);
                boolean square = m.rows() == m.columns() && other.rows() == m.rows() && other.columns() == m.rows();
                score += square && m.rows() > 1 && !m.commutesWith(other) ? 2 : 0;
            }
        }
        return score;
    }
}
