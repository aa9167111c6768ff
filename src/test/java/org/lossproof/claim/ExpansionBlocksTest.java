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
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.FieldMatrix;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lossproof.covariance.CovariancePair;
import org.lossproof.covariance.ModelDraw;
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
    private static final int TURNS = 4;

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
        assertThat(out).hasSizeGreaterThan(40);
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
                        .allMatch(b -> b.statement() instanceof Statement s
                                && s.limit().isEmpty());
                if (expansions && page.recorded().equals(java.util.Optional.of(Verdict.REFUTED))) {
                    out.add(DynamicTest.dynamicTest(
                            page.id(),
                            () -> assertThat(printed).anyMatch(b -> failsSomewhere((Statement) b.statement()))));
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
                ? page.recorded()
                        .filter(v -> v == Verdict.PROVED || v == Verdict.CORROBORATED)
                        .isPresent()
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
        List<Integer> numbers = new ArrayList<>(ModelDraw.of(random).numbers());
        numbers.set(0, d0 - 1);
        // One turn of the basis: where the eigenvalues differ the matrices do not commute.
        numbers.subList(ModelDraw.LENGTH - TURNS, ModelDraw.LENGTH).replaceAll(n -> 0);
        numbers.set(ModelDraw.LENGTH - 1, 1);
        ModelDraw draw = new ModelDraw(numbers);
        CovariancePair pair =
                i % 3 == 2 ? draw.anyCovariances() : draw.model().pair().matrices();
        RationalMatrix w = RationalMatrix.of(
                rows * encoders, d0, (r, q) -> new BigFraction(random.nextInt(7) - 3, 1 + random.nextInt(3)));
        return new Model(w, pair);
    }

    private static List<BigFraction> side(LossDefinition side, Statement statement, Model model, long seed) {
        int encoders = side.encoders().size();
        Map<String, BigFraction> parameters =
                RationalPoint.random(side, statement.where(), 1, seed).parameters();
        return RationalEvaluation.coefficients(side, parameters, model.rational(encoders), statement.to())
                .subList(statement.from() - 1, statement.to());
    }
}
