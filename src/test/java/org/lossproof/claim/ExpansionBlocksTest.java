package org.lossproof.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.FieldMatrix;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lossproof.covariance.CovarianceArbitraries;
import org.lossproof.covariance.CovariancePair;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.expansion.rational.RationalEvaluation;
import org.lossproof.expansion.rational.RationalModel;
import org.lossproof.expansion.rational.RationalPoint;
import org.lossproof.loss.Expr.Letter;
import org.lossproof.loss.LossDefinition;
import org.lossproof.page.Page;
import org.lossproof.page.Paper;
import org.lossproof.page.Statement;
import org.lossproof.page.Verdict;

/**
 * Every expansion on record as true, of every paper, holds at random weights and covariances, commuting and not, in exact arithmetic;
 * every printed one of a refuted claim that is to be refuted by them fails somewhere.
 */
class ExpansionBlocksTest {
    private static final long SEED = Long.getLong("lossproof.seed", 20230501);
    private static final int MODELS = Integer.getInteger("lossproof.models", 6);
    private static final int UNTIL_FALSE = 40;

    /** Weights and covariances. */
    private record Model(RationalMatrix w, CovariancePair pair) {
        RationalModel rational(int encoders) {
            return new RationalModel(
                    w.rows() / encoders,
                    encoders,
                    Map.of(
                            Letter.A, covariance(pair.data()),
                            Letter.C, covariance(pair.augmentation()),
                            Letter.S, covariance(pair.sigma()),
                            Letter.G, covariance(RationalMatrix.identity(w.columns()))));
        }

        private FieldMatrix<BigFraction> covariance(RationalMatrix m) {
            return w.multiply(m).multiply(w.transpose()).exact();
        }

        @Override
        public String toString() {
            return "W = " + w + ", " + pair;
        }
    }

    @TestFactory
    Stream<DynamicTest> whatIsOnRecordAsTrueHoldsAtRandomModels() throws IOException {
        List<DynamicTest> out = new ArrayList<>();
        for (Paper paper : papers()) {
            for (Page page : paper.pages()) {
                for (Page.Block block : page.blocks()) {
                    if (block.statement() instanceof Statement statement && isTrue(page, block)) {
                        out.add(DynamicTest.dynamicTest(name(page, block), () -> holds(statement)));
                    }
                }
            }
        }
        assertThat(out).hasSizeGreaterThan(60);
        return out.stream();
    }

    /** A page whose printed statements are expansions alone is refuted by one of them. */
    @TestFactory
    Stream<DynamicTest> aRefutedExpansionFailsAtARandomModel() throws IOException {
        List<DynamicTest> out = new ArrayList<>();
        for (Paper paper : papers()) {
            for (Page page : paper.pages()) {
                List<Page.Block> printed = page.in(Page.Role.PRINTED);
                boolean expansions = printed.stream()
                        .allMatch(b -> b.statement() instanceof Statement s && s.limit().isEmpty());
                if (expansions && page.recorded().equals(java.util.Optional.of(Verdict.REFUTED))) {
                    out.add(DynamicTest.dynamicTest(
                            page.id(),
                            () -> assertThat(printed)
                                    .anyMatch(b -> failsSomewhere((Statement) b.statement()))));
                }
            }
        }
        assertThat(out).hasSizeGreaterThan(5);
        return out.stream();
    }

    private static List<Paper> papers() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("proofs"))) {
            return folders.filter(f -> Files.exists(f.resolve("paper.md")))
                    .sorted()
                    .map(Paper::read)
                    .toList();
        }
    }

    private static String name(Page page, Page.Block block) {
        return page.id() + " line " + block.span().line() + ": " + block.label();
    }

    /** A limit is shown by no finite point. */
    private static boolean isTrue(Page page, Page.Block block) {
        boolean limit = ((Statement) block.statement()).limit().isPresent();
        boolean recorded = block.role() == Page.Role.PRINTED
                ? page.recorded().filter(v -> v == Verdict.PROVED || v == Verdict.CORROBORATED).isPresent()
                : block.holds();
        return recorded && !limit;
    }

    private static void holds(Statement statement) {
        Random random = new Random(SEED);
        for (int i = 0; i < MODELS; i++) {
            Model model = model(statement, i, random);
            long seed = random.nextLong();
            assertThat(side(statement.equation().left(), statement, model, seed))
                    .as("%s at %s", statement.text(), model)
                    .isEqualTo(side(statement.equation().right(), statement, model, seed));
        }
    }

    private static boolean failsSomewhere(Statement statement) {
        Random random = new Random(SEED);
        for (int i = 0; i < UNTIL_FALSE; i++) {
            Model model = model(statement, i, random);
            long seed = random.nextLong();
            if (!side(statement.equation().left(), statement, model, seed)
                    .equals(side(statement.equation().right(), statement, model, seed))) {
                return true;
            }
        }
        return false;
    }

    /** One and two modes that commute, then matrices that do not; one row and two. */
    private static Model model(Statement statement, int i, Random random) {
        int encoders = statement.equation().left().encoders().size();
        int d0 = i % 3 == 0 ? 1 : 2;
        int rows = 1 + (i / 3) % 2;
        Arbitrary<CovariancePair> pairs = i % 3 == 2
                ? CovarianceArbitraries.nonCommuting(2)
                : CovarianceArbitraries.commuting(d0).map(c -> c.matrices());
        return new Model(
                draw(CovarianceArbitraries.weights(rows * encoders, d0), random), draw(pairs, random));
    }

    private static <T> T draw(Arbitrary<T> arbitrary, Random random) {
        RandomGenerator<T> generator = arbitrary.generator(1000);
        return generator.next(random).value();
    }

    private static List<BigFraction> side(LossDefinition side, Statement statement, Model model, long seed) {
        int encoders = side.encoders().size();
        Map<String, BigFraction> parameters =
                RationalPoint.random(side, statement.where(), 1, seed).parameters();
        return RationalEvaluation.coefficients(side, parameters, model.rational(encoders), statement.to())
                .subList(statement.from() - 1, statement.to());
    }
}
