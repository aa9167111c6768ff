package org.lossproof.property;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.covariance.CommutingModel.Hyperparameters;
import org.lossproof.covariance.CovariancePair;
import org.lossproof.expansion.Coefficient;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.landscape.CommutingLandscape;
import org.lossproof.landscape.ExpansionLandscape;
import org.lossproof.landscape.ModeQuartic;
import org.lossproof.landscape.Penalty;
import org.lossproof.landscape.QuarticForm;
import org.lossproof.landscape.QuarticLandscape;
import org.lossproof.landscape.StationaryPoint;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Expr.Letter;
import org.lossproof.loss.InputException;
import org.lossproof.loss.IrrationalConstantException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.RationalArithmetic;
import org.lossproof.moments.Invariant;
import org.lossproof.page.Setting;

/** The landscape of a setting at a model: its numbers, exact where they can be, and its stationary points. */
final class SolvedModel {
    private static final int ORDER = 4;
    /** At one model in so many the lowest point of a loss's landscape is checked without the solver. */
    private static final int AUDITED_OF = 4;
    /** Exact enumerations of more modes take too long. */
    private static final int MOST_AUDITED_MODES = 4;

    /** Exact Hessians of more entries of W take too long. */
    private static final int MOST_AUDITED_ENTRIES = 8;

    private static final Map<LossDefinition, Expansion> EXPANSIONS = new ConcurrentHashMap<>();

    private final Setting setting;
    private final CommutingModel model;
    private final Expansion expansion;
    private final Map<String, BigFraction> parameters;
    private final List<BigFraction> anyB;
    private final Optional<List<Double>> whitened;
    private final boolean audited;
    private Optional<List<ModelNumber>> b = Optional.empty();
    private Optional<List<StationaryPoint>> points = Optional.empty();
    private Optional<Set<List<Integer>>> solvedMasks = Optional.empty();

    private SolvedModel(
            Setting setting,
            CommutingModel model,
            List<BigFraction> anyB,
            Optional<CovariancePair> matrices,
            boolean audited) {
        this.setting = setting;
        this.model = model;
        this.audited = audited;
        this.expansion = expansion(setting);
        this.parameters = ModelParameters.of(setting, model);
        this.anyB = anyB;
        this.whitened = matrices.map(this::whitenedB);
    }

    /** The eigenvalues of Sigma^(-1/2) (B - gamma I) Sigma^(-1/2). */
    private List<Double> whitenedB(CovariancePair pair) {
        RealMatrix a0 = pair.data().real();
        RealMatrix c = pair.augmentation().real();
        RealMatrix b0 = a0.scalarMultiply(ofLetter(Letter.A).approximate())
                .add(c.scalarMultiply(ofLetter(Letter.C).approximate()))
                .add(MatrixUtils.createRealIdentityMatrix(a0.getRowDimension())
                        .scalarMultiply(ofLetter(Letter.G).approximate() - decay().doubleValue()));
        ModeQuartic white =
                QuarticLandscape.of(b0, a0.add(c), 1, 0, 0, model.d1()).modes();
        return IntStream.range(0, white.modes()).mapToObj(white::g).toList();
    }

    /** At covariances with a common eigenbasis; audited if the solver's points are checked without it. */
    static SolvedModel commuting(Setting setting, CommutingModel model, List<BigFraction> anyB, boolean audited) {
        return new SolvedModel(setting, model, anyB, Optional.empty(), audited);
    }

    /** At any covariances; only what the eigenvalues g of Sigma^(-1/2) B Sigma^(-1/2) tell is known. */
    static SolvedModel ofAny(Setting setting, CommutingModel model, CovariancePair pair) {
        if (!(setting.form() instanceof Setting.OfLoss)
                && ((Setting.Granted) setting.form()).b().isEmpty()) {
            throw new InputException(
                    "covariances any: B is granted as any matrix that commutes; write 'granted B = a - c' or name a loss");
        }
        return new SolvedModel(setting, model, List.of(), Optional.of(pair), false);
    }

    CommutingModel model() {
        return model;
    }

    int modes() {
        return model.modes();
    }

    /** b_i. */
    ModelNumber b(int i) {
        return b().get(i);
    }

    private List<ModelNumber> b() {
        if (b.isEmpty()) {
            b = Optional.of(eigenvaluesOfB());
        }
        return b.get();
    }

    /** b_i/s_i, or the i-th eigenvalue of Sigma^(-1/2) B Sigma^(-1/2) where covariances are any. */
    ModelNumber g(int i) {
        return whitened.map(g -> ModelNumber.of(g.get(i)))
                .orElseGet(() -> b(i).times(ModelNumber.of(model.s(i).reciprocal())));
    }

    /** The number of modes with a positive b_i. */
    int positive() {
        return (int) IntStream.range(0, modes())
                .filter(i -> (whitened.isPresent() ? g(i) : b(i)).approximate() > 0)
                .count();
    }

    /** The value of a parameter of the setting or of a hyperparameter. */
    Optional<BigFraction> parameter(String name) {
        return Optional.ofNullable(parameters.get(name))
                .or(() -> Optional.ofNullable(ModelParameters.usual(model).get(name)));
    }

    /** All stationary points, by ascending loss. */
    List<StationaryPoint> points() {
        if (points.isEmpty()) {
            points = Optional.of(solve());
        }
        return points.get();
    }

    /** Whether there is a stationary point with just these modes active. */
    boolean isSolved(List<Integer> mask) {
        if (exactMasks().isPresent()) {
            if (solvedMasks.isEmpty()) {
                solvedMasks = Optional.of(exactMasks().orElseThrow().masks());
            }
            return solvedMasks.get().contains(ExactMasks.active(mask));
        }
        return points().stream().anyMatch(p -> p.mask().equals(mask));
    }

    /** A point that the solver found, in exact arithmetic; empty where the landscape is not solved in it. */
    Optional<ExactMasks.Point> exactly(StationaryPoint point) {
        return exactMasks()
                .flatMap(masks -> masks.point(point.mask(), point.biasSquared() > 0))
                .map(found -> found.times(weight().orElseThrow()));
    }

    /** The stationary points of L/q, which are those of L, for a quartic q Tr[(W Sigma W')^2] with a rational q > 0. */
    private Optional<ExactMasks> exactMasks() {
        return whitened.isPresent() ? Optional.empty() : weight().map(q -> new ExactMasks(modeLandscape(q), norm(q)));
    }

    /** The q of a quartic q Tr[(W Sigma W')^2], if it is of this form and all is rational. */
    private Optional<BigFraction> weight() {
        Map<Invariant, Coefficient> quartic = expansion.compact().getOrDefault(ORDER, Map.of());
        boolean ofSigma =
                quartic.keySet().stream().map(Invariant::text).toList().equals(List.of("tr(SS)"));
        if (!ofSigma || b().stream().anyMatch(x -> x.exact().isEmpty())) {
            return Optional.empty();
        }
        return exact(quartic.values().iterator().next()).filter(q -> q.signum() > 0);
    }

    /** The value of a coefficient at the parameters, if it is rational. */
    private Optional<BigFraction> exact(Coefficient k) {
        try {
            return Optional.of(k.exact(withRows()));
        } catch (IrrationalConstantException e) {
            return Optional.empty();
        }
    }

    private Map<String, BigFraction> withRows() {
        Map<String, BigFraction> values = new HashMap<>(parameters);
        values.put("d1", new BigFraction(model.d1()));
        return values;
    }

    private List<StationaryPoint> solve() {
        if (whitened.isPresent()) {
            return landscape(whitened.get(), ones(), zeros(), uniform()).solve().points();
        } else if (isPaperForm()) {
            ModeLandscape landscape = modeLandscape(BigFraction.ONE);
            return audited && modes() <= MOST_AUDITED_MODES
                    ? landscape.points(penalty(), setting.bias())
                    : landscape.landscape(penalty(), setting.bias()).diagonalPoints();
        }
        ExpansionLandscape read = new ExpansionLandscape(expansion, doubles(parameters), model.d1());
        if (isZero(read.quartic())) {
            return List.of();
        }
        List<Double> eigenvalues =
                b().stream().map(x -> x.approximate() - decay().doubleValue()).toList();
        CommutingLandscape landscape = landscape(
                eigenvalues, ModeLandscape.doubles(model.a()), ModeLandscape.doubles(model.c()), read.quartic());
        boolean searched = read.quartic() instanceof QuarticForm.Coordinates;
        List<StationaryPoint> unsorted = searched ? landscape.solve().points() : landscape.diagonalPoints();
        List<StationaryPoint> found = unsorted.stream()
                .sorted(Comparator.comparingDouble(StationaryPoint::loss))
                .toList();
        boolean audit = audited
                && penalty().equals(Penalty.NONE)
                && !searched
                && modes() * model.d1() <= MOST_AUDITED_ENTRIES
                && Math.floorMod(model.hashCode(), AUDITED_OF) == 0;
        if (audit && !found.isEmpty()) {
            LandscapeAudit.ofDoubles(landscape).requireStationary(found.get(0));
        }
        return found;
    }

    /** A loss may lose its fourth order at some hyperparameters; its landscape is unbounded or flat, and has no points to speak of. */
    private static boolean isZero(QuarticForm quartic) {
        return quartic instanceof QuarticForm.Uniform u && u.q2() == 0 && u.q1() == 0;
    }

    private CommutingLandscape landscape(List<Double> ofB, List<Double> a, List<Double> c, QuarticForm quartic) {
        return new CommutingLandscape(ofB, a, c, quartic, model.d1(), 0, penalty(), setting.bias());
    }

    private List<Double> ones() {
        return java.util.Collections.nCopies(modes(), 1.0);
    }

    private List<Double> zeros() {
        return java.util.Collections.nCopies(modes(), 0.0);
    }

    private QuarticForm uniform() {
        QuarticForm quartic = new ExpansionLandscape(expansion, doubles(parameters), model.d1()).quartic();
        if (quartic instanceof QuarticForm.Uniform) {
            return quartic;
        }
        throw new InputException(
                "covariances any: the quartic is no combination of tr(SS) and tr(S)^2, so it does not depend on Sigma alone");
    }

    /** Whether the landscape is -Tr[W B W'] + Tr[(W Sigma W')^2], which is audited in exact arithmetic. */
    private boolean isPaperForm() {
        return weight().filter(BigFraction.ONE::equals).isPresent();
    }

    private ModeLandscape modeLandscape(BigFraction q) {
        return new ModeLandscape(
                b().stream()
                        .map(x -> x.exact().orElseThrow().subtract(decay()).divide(q))
                        .toList(),
                model);
    }

    private BigFraction decay() {
        return setting.decay().isPresent() ? model.hyperparameters().gamma() : BigFraction.ZERO;
    }

    private Penalty penalty() {
        double c = model.hyperparameters().c().doubleValue();
        return switch (setting.norm()) {
            case FREE -> Penalty.NONE;
            case PENALTY -> new Penalty(c, model.hyperparameters().kappa().doubleValue());
            case CONSTRAINT -> new Penalty(c, Double.POSITIVE_INFINITY);
        };
    }

    private ExactMasks.Norm norm(BigFraction q) {
        Hyperparameters h = model.hyperparameters();
        boolean penalised = setting.norm() == Setting.Norm.PENALTY;
        boolean free = setting.norm() == Setting.Norm.FREE;
        return new ExactMasks.Norm(
                free ? BigFraction.ZERO : h.c(),
                penalised ? h.kappa().divide(q) : BigFraction.ZERO,
                setting.norm() == Setting.Norm.CONSTRAINT,
                setting.bias());
    }

    private List<ModelNumber> eigenvaluesOfB() {
        IntStream modes = IntStream.range(0, modes());
        if (setting.form() instanceof Setting.Granted granted) {
            return modes.mapToObj(i ->
                            ModelNumber.of(granted.b().map(e -> ofMode(e, i)).orElseGet(() -> anyB.get(i))))
                    .toList();
        }
        ModelNumber data = ofLetter(Letter.A);
        ModelNumber noise = ofLetter(Letter.C);
        ModelNumber identity = ofLetter(Letter.G);
        return modes.mapToObj(i -> data.times(ModelNumber.of(model.a().get(i)))
                        .plus(noise.times(ModelNumber.of(model.c().get(i))))
                        .plus(identity))
                .toList();
    }

    private BigFraction ofMode(Expr e, int i) {
        Map<String, BigFraction> values = new HashMap<>(parameters);
        values.put("a", model.a().get(i));
        values.put("c", model.c().get(i));
        values.put("s", model.s(i));
        return RationalArithmetic.value(e, values);
    }

    /** B = alpha A0 + gamma C + g I: the factor of a letter. */
    private ModelNumber ofLetter(Letter letter) {
        if (setting.form() instanceof Setting.Granted granted) {
            return granted.b().map(e -> linear(e, letter)).orElse(ModelNumber.of(BigFraction.ZERO));
        }
        Coefficient k = expansion.hessian(letter);
        return exact(k).map(x -> ModelNumber.of(x.negate()))
                .orElseGet(() -> ModelNumber.of(-k.value().at(doubles(withRows()))));
    }

    private ModelNumber linear(Expr e, Letter letter) {
        Map<String, BigFraction> values = new HashMap<>(parameters);
        boolean data = letter == Letter.A;
        boolean noise = letter == Letter.C;
        values.put("a", data ? BigFraction.ONE : BigFraction.ZERO);
        values.put("c", noise ? BigFraction.ONE : BigFraction.ZERO);
        values.put("s", data || noise ? BigFraction.ONE : BigFraction.ZERO);
        return ModelNumber.of(RationalArithmetic.value(e, values));
    }

    private static Expansion expansion(Setting setting) {
        LossDefinition loss = setting.form() instanceof Setting.OfLoss of
                ? of.loss()
                : ((Setting.Granted) setting.form()).quarticAsLoss();
        return EXPANSIONS.computeIfAbsent(loss, l -> SeriesExpansion.expand(l, ORDER, Map.of()));
    }

    private static Map<String, Double> doubles(Map<String, BigFraction> values) {
        Map<String, Double> out = new HashMap<>();
        values.forEach((name, v) -> out.put(name, v.doubleValue()));
        return out;
    }

    /** The names of all that has a value: the parameters of the setting and the hyperparameters of usual names. */
    Set<String> parameterNames() {
        Set<String> out = new HashSet<>(ModelParameters.usual(model).keySet());
        out.addAll(parameters.keySet());
        return out;
    }

    /** The masks of all subsets of the modes. */
    List<List<Integer>> subsets() {
        List<List<Integer>> out = new ArrayList<>();
        for (int bits = 0; bits < 1 << modes(); bits++) {
            int set = bits;
            out.add(IntStream.range(0, modes()).mapToObj(i -> set >> i & 1).toList());
        }
        return out;
    }
}
