package org.lossproof.report.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.DefaultRealMatrixChangingVisitor;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lossproof.expansion.CatalogueLosses;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.landscape.CommutingLandscape;
import org.lossproof.landscape.ExpansionLandscape;
import org.lossproof.landscape.ModeQuartic;
import org.lossproof.landscape.Penalty;
import org.lossproof.landscape.QuarticForm;
import org.lossproof.landscape.StationaryPoint;
import org.lossproof.landscape.WaterFilling;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;
import org.lossproof.loss.ParameterDeclaration;
import org.lossproof.tolerance.Tolerance;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Scriptable;

/**
 * The page's numbers, from the symbolic coefficients by its script, are those of Java, which expands the definition anew at the exact
 * values of the parameters and solves by other code.
 */
class ExplorerNumbersTest {
    /** In one row their fourth order vanishes: the fourth-order landscape has no stationary points but the origin. */
    private static final Set<String> UNBOUNDED = Set.of("triplet", "vicreg-variance");

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int PARAMETER_DRAWS = 2;
    private static final int MODEL_DRAWS = 9;

    /** Exponentials, logarithms, roots and powers of parameters in its coefficients. */
    private static final LossDefinition IRRATIONAL = LossParser.parse("""
            param t > 0 example 2
            param r > 0 example 3
            datum xh with views x, x'
            datum yh with view chi
            L = E[x, x'](sqrt(t) * |f(x) - f(x')|^2 + log(r + 1) * |f(x) - f(x')|^2)
              + r^t * log(E[x, chi](exp(-exp(t) * |f(x) - f(chi)|^2)))
            """, "irrational.loss");

    /** A quartic of either sign, and a mode without variation that the loss falls along. */
    private static final LossDefinition INDEFINITE = LossParser.parse("""
            datum xh with views x, x'
            L = -E[x, x'](<f(x), f(x')>) + E[x, x'](<f(x), f(x')>^2) - 3 * E[x, x'](<f(x), f(x')>)^2 - |W|^2
            """, "indefinite.loss");

    private static Context context;
    private static Scriptable scope;

    @BeforeAll
    static void start() {
        context = Context.enter();
        context.setLanguageVersion(Context.VERSION_ES6);
        scope = context.initStandardObjects();
        for (String script : List.of("algebra.js", "model.js")) {
            context.evaluateString(scope, Explorer.resource("explorer/" + script), script, 1, null);
        }
        context.evaluateString(
                scope, """
                lossproof.configure(%s);
                function solveJson(loss, state) { return JSON.stringify(lossproof.solve(JSON.parse(loss), JSON.parse(state))); }
                function phaseJson(loss, state) { return lossproof.phase(JSON.parse(loss), JSON.parse(state)); }
                function eigenvaluesJson(matrix, u) {
                  const m = JSON.parse(matrix);
                  function ascending(values) { return values.sort(function (x, y) { return x - y; }); }
                  return JSON.stringify([ascending(algebra.eigenvalues(m)),
                    ascending(algebra.eigenvalues(algebra.restricted(m, JSON.parse(u))).concat([0]))]);
                }
                function lossJson(loss, state, rows) {
                  return String(lossproof.lossAt(lossproof.landscape(JSON.parse(loss), JSON.parse(state)), JSON.parse(rows)));
                }
                """.formatted(Explorer.json(Explorer.data(List.of()).get("tolerance"))), "test.js", 1, null);
    }

    @AfterAll
    static void stop() {
        Context.exit();
    }

    private static String call(String name, Object... arguments) {
        Function function = (Function) scope.get(name, scope);
        String[] texts = Stream.of(arguments).map(Explorer::json).toArray(String[]::new);
        return Context.toString(function.call(context, scope, scope, texts));
    }

    static Stream<LossDefinition> losses() {
        Stream<LossDefinition> own = Stream.of(IRRATIONAL, INDEFINITE);
        return Stream.concat(CatalogueLosses.ofOneEncoder().stream().map(Catalogue::load), own);
    }

    @Test
    void theWholeCatalogueIsThere() {
        assertThat(ExplorerLoss.ofCatalogue()).extracting(ExplorerLoss::name).isEqualTo(CatalogueLosses.ofOneEncoder());
    }

    @Test
    void everyKindOfConstantOccurs() {
        String trees = Explorer.json(ExplorerLoss.of(IRRATIONAL));
        assertThat(trees).contains("\"log\":", "\"exp\":", "\"base\":", "\"parameter\":");
    }

    @Test
    void whereTheQuarticVanishesThereIsAReasonAndNoPoint() throws IOException {
        String state = """
                {"a": [1], "c": [1], "d1": 1, "parameters": {"beta": 0}, "decay": 0, "norm": "none", "kappa": 0, "target": 0}
                """;
        JsonNode shown = MAPPER.readTree(
                call("solveJson", ExplorerLoss.of(Catalogue.load("beta-infonce")), MAPPER.readValue(state, Map.class)));
        assertThat(shown.get("reason").textValue()).contains("not bounded below");
        assertThat(shown.get("points")).isEmpty();
        assertThat(shown.get("bounded").booleanValue()).isFalse();
    }

    /** Barlow Twins in one row: every mode alone reaches the least loss. */
    @Test
    void whereSeveralMasksTieNoneIsNamed() throws IOException {
        String tied = """
                {"a": [1, 0.3], "c": [0.4, 1.1], "d1": 1, "parameters": {"lambda": 1}, "decay": 0, "norm": "none", "kappa": 0,
                 "target": 0}
                """;
        ExplorerLoss loss = ExplorerLoss.of(Catalogue.load("barlow-twins"));
        assertThat(call("phaseJson", loss, MAPPER.readValue(tied, Map.class))).isEqualTo("=");
        String decayed = tied.replace("\"decay\": 0", "\"decay\": 0.01");
        assertThat(call("phaseJson", loss, MAPPER.readValue(decayed, Map.class)))
                .isEqualTo("10");
    }

    /** The eigenvalues of M on the complement of u, and 0, are those of P M P with the projection P on it. */
    @Test
    void smallMatricesHaveTheirEigenvalues() throws IOException {
        Random random = new Random(7);
        for (int n = 2; n <= 4; n++) {
            RealMatrix m = MatrixUtils.createRealMatrix(n, n);
            m.walkInOptimizedOrder(new DefaultRealMatrixChangingVisitor() {
                @Override
                public double visit(int row, int column, double value) {
                    return random.nextGaussian();
                }
            });
            RealMatrix symmetric = m.add(m.transpose());
            RealVector u = m.getColumnVector(0);
            RealMatrix projection = MatrixUtils.createRealIdentityMatrix(n)
                    .subtract(u.outerProduct(u).scalarMultiply(1 / u.dotProduct(u)));
            JsonNode shown = MAPPER.readTree(call("eigenvaluesJson", symmetric.getData(), u.toArray()));
            numbers(shown.get(0), ascending(symmetric));
            numbers(shown.get(1), ascending(projection.multiply(symmetric).multiply(projection)));
        }
    }

    private static List<Double> ascending(RealMatrix m) {
        return DoubleStream.of(new EigenDecompositionSymmetric(m).getEigenvalues())
                .sorted()
                .boxed()
                .toList();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("losses")
    void stationaryPointsAreThoseOfJava(LossDefinition definition) throws IOException {
        Random random = new Random(definition.name().hashCode());
        ExplorerLoss loss = ExplorerLoss.of(definition);
        Set<String> kinds = new HashSet<>();
        for (int draw = 0; draw < PARAMETER_DRAWS; draw++) {
            Map<String, BigFraction> values = parameters(definition, random);
            Expansion expansion = SeriesExpansion.expand(definition, 4, values);
            for (int i = 0; i < MODEL_DRAWS; i++) {
                kinds.addAll(compare(loss, expansion, values, i % 3 == 2, random));
            }
        }
        if (UNBOUNDED.contains(definition.name())) {
            assertThat(kinds).isEmpty();
        } else {
            assertThat(kinds).as("what was compared").contains("minimum", "saddle");
        }
    }

    private static Map<String, BigFraction> parameters(LossDefinition definition, Random random) {
        Map<String, BigFraction> values = new LinkedHashMap<>();
        for (ParameterDeclaration p : definition.parameters()) {
            BigFraction drawn =
                    p.integer() ? new BigFraction(2 + random.nextInt(20)) : new BigFraction(random.nextInt(41), 20);
            // Powers of an irrational constant are held exactly at simple parameters only.
            values.put(p.name(), definition.equals(IRRATIONAL) || !p.admits(drawn) ? p.example() : drawn);
        }
        return values;
    }

    private static Set<String> compare(
            ExplorerLoss loss, Expansion expansion, Map<String, BigFraction> values, boolean kernel, Random random)
            throws IOException {
        int n = kernel ? 3 : 1 + random.nextInt(3);
        int d1 = loss.coordinateSums() ? 1 : 1 + random.nextInt(3);
        List<Double> a = eigenvalues(n, kernel, random);
        List<Double> c = eigenvalues(n, kernel, random);
        double decay = random.nextInt(3) == 0 ? random.nextInt(10) / 10.0 : 0;
        int norm = random.nextInt(3);
        Penalty penalty = norm == 0
                ? Penalty.NONE
                : new Penalty(random.nextInt(8) / 4.0, norm == 1 ? random.nextInt(8) / 2.0 : Double.POSITIVE_INFINITY);
        ExpansionLandscape read = new ExpansionLandscape(expansion, Map.of(), d1);
        CommutingLandscape landscape =
                new CommutingLandscape(read.b(a, c), a, c, withOneRow(read.quartic()), d1, decay, penalty, false);
        Map<String, Object> state = new HashMap<>();
        state.put("a", a);
        state.put("c", c);
        state.put("d1", d1);
        state.put("parameters", doubles(values));
        state.put("decay", decay);
        state.put("norm", List.of("none", "penalty", "constraint").get(norm));
        state.put("kappa", penalty.isConstraint() ? 0 : penalty.kappa());
        state.put("target", penalty.c());
        JsonNode shown = MAPPER.readTree(call("solveJson", loss, state));
        numbers(shown.get("b"), landscape.decayedB());
        if (!shown.get("reason").textValue().isEmpty()) {
            assertThat(shown.get("points")).isEmpty();
            assertThatThrownBy(landscape::modes).isInstanceOf(InputException.class);
            return Set.of();
        }
        drawnHeight(loss, state, landscape, random);
        return points(shown, landscape, call("phaseJson", loss, state));
    }

    /** The loss that contours are drawn of, at a random weight: Java's in whitened coordinates, V = W Sigma^(1/2). */
    private static void drawnHeight(
            ExplorerLoss loss, Map<String, Object> state, CommutingLandscape landscape, Random random) {
        int n = landscape.a().size();
        ModeQuartic modes = landscape.modes();
        double[][] w = new double[landscape.d1()][n];
        RealMatrix v = MatrixUtils.createRealMatrix(landscape.d1(), modes.modes());
        double kernel = 0;
        for (int row = 0; row < w.length; row++) {
            for (int i = 0, r = 0; i < n; i++) {
                w[row][i] = random.nextInt(9) / 4.0 - 1;
                double s = landscape.a().get(i) + landscape.c().get(i);
                if (s > 0) {
                    v.setEntry(row, r++, w[row][i] * Math.sqrt(s));
                } else {
                    kernel -= landscape.decayedB().get(i) * w[row][i] * w[row][i];
                }
            }
        }
        number(Double.parseDouble(call("lossJson", loss, state, w)), modes.value(v) + kernel);
    }

    /** Simple numbers, 0 and ties among them; the last is 0 for the kernel of Sigma. */
    private static List<Double> eigenvalues(int n, boolean kernel, Random random) {
        return IntStream.range(0, n)
                .mapToObj(i -> kernel && i == n - 1 ? 0 : random.nextInt(9) / 4.0 + (i == 0 ? 0.25 : 0))
                .toList();
    }

    private static Map<String, Double> doubles(Map<String, BigFraction> values) {
        Map<String, Double> out = new HashMap<>();
        values.forEach((name, value) -> out.put(name, value.doubleValue()));
        return out;
    }

    /** With one row a sum over coordinates is the trace of the product. */
    private static QuarticForm withOneRow(QuarticForm form) {
        if (form instanceof QuarticForm.Coordinates sums) {
            QuarticForm.Traces t = sums.traces();
            return new QuarticForm.Traces(
                    t.aa() + sums.aa(),
                    t.ac() + sums.ac(),
                    t.cc() + sums.cc(),
                    t.aSquared(),
                    t.aTimesC(),
                    t.cSquared());
        }
        return form;
    }

    private static Set<String> points(JsonNode shown, CommutingLandscape landscape, String phase) {
        List<JsonNode> found = new ArrayList<>();
        shown.get("points").forEach(found::add);
        List<StationaryPoint> expected = new ArrayList<>(landscape.diagonalPoints());
        found.sort(Comparator.comparing(p -> p.get("mask").toString()));
        expected.sort(Comparator.comparing(p -> p.mask().toString().replace(" ", "")));
        String where = landscape + ", " + shown;
        assertThat(found).as(where).hasSameSizeAs(expected);
        Set<String> kinds = new HashSet<>();
        for (int i = 0; i < found.size(); i++) {
            JsonNode point = found.get(i);
            assertThat(point.get("mask").toString())
                    .as(where)
                    .isEqualTo(expected.get(i).mask().toString().replace(" ", ""));
            numbers(point.get("wtw"), expected.get(i).wtw());
            number(point.get("loss").doubleValue(), expected.get(i).loss());
            assertThat(point.get("kind").textValue())
                    .as(where)
                    .isEqualTo(expected.get(i).kind().text());
            assertThat(point.get("negative").intValue())
                    .as(where)
                    .isEqualTo(expected.get(i).negativeDirections());
            kinds.add(point.get("kind").textValue());
        }
        threshold(shown, landscape, phase);
        return kinds;
    }

    /** The global minimum and what a mode must exceed in it, by water-filling where Java has that. */
    private static void threshold(JsonNode shown, CommutingLandscape landscape, String phase) {
        ModeQuartic modes = landscape.modes();
        boolean unbounded = landscape.kernel().unbounded();
        assertThat(shown.get("bounded").booleanValue()).isEqualTo(!unbounded && raysRise(modes));
        if (!modes.isUniform() || unbounded) {
            return;
        }
        WaterFilling minimum = landscape.globalMinimum();
        List<Double> wtw = landscape.wtw(minimum);
        number(shown.get("points").get(0).get("loss").doubleValue(), minimum.loss());
        assertThat(phase.chars().filter(m -> m == '1').count())
                .isEqualTo(minimum.h().stream()
                        .filter(h -> h > Tolerance.CANCELLED)
                        .count());
        boolean imposed =
                landscape.penalty().isConstraint() && landscape.penalty().c() == 0;
        for (int i = 0; i < wtw.size() && !imposed; i++) {
            if (landscape.a().get(i) + landscape.c().get(i) > 0) {
                number(shown.get("levels").get(i).doubleValue(), minimum.level());
            }
        }
    }

    private static boolean raysRise(ModeQuartic modes) {
        return IntStream.range(0, modes.modes())
                .allMatch(i ->
                        modes.q(i, i) + modes.p(i, i) > 0 || modes.penalty().kappa() > -modes.q(i, i) - modes.p(i, i));
    }

    private static void numbers(JsonNode shown, List<Double> expected) {
        assertThat(shown).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            number(shown.get(i).doubleValue(), expected.get(i));
        }
    }

    /** To rounding: the sums are not longer than a dozen terms. */
    private static void number(double shown, double expected) {
        assertThat(shown).isCloseTo(expected, within(Tolerance.SAME_VALUE * (1 + Math.abs(expected))));
    }
}
