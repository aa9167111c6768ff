package org.lossproof.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.landscape.CommutingLandscape;
import org.lossproof.landscape.Penalty;
import org.lossproof.landscape.QuarticForm;
import org.lossproof.landscape.StationaryPoint;

/**
 * The landscape of Proposition 1, -Tr[W B W'] + Tr[(W Sigma W')^2], for B and Sigma that commute: exact for what the paper
 * states of it, and as the landscape package solves it.
 *
 * @param b eigenvalues of B, of any sign
 * @param model the covariances; s_i > 0
 */
record ModeLandscape(List<BigFraction> b, CommutingModel model) {
    private static final BigFraction HALF = new BigFraction(1, 2);
    /** E|f(x)|^2 = 1, imposed. */
    static final Penalty UNIT_NORM = new Penalty(1, Double.POSITIVE_INFINITY);

    private static final double TOLERANCE = 1e-9;

    /** Questions whose answers have been checked, or could not be: the properties of many claims ask the same. */
    private static final Map<Question, Boolean> AUDITED = new ConcurrentHashMap<>();

    /** One question in so many has its Hessians compared, which takes longest. */
    private static final int INERTIA_OF = 8;

    private record Question(ModeLandscape landscape, Penalty penalty, boolean bias) {}

    ModeLandscape {
        b = List.copyOf(b);
    }

    /** B = A0 - beta C: indefinite in general. */
    static ModeLandscape indefinite(CommutingModel model) {
        return of(model, (a, c) -> a.subtract(c.multiply(model.hyperparameters().beta())));
    }

    /** B = A0 - C, as in Appendix D.1. */
    static ModeLandscape difference(CommutingModel model) {
        return of(model, BigFraction::subtract);
    }

    /** B by mode. */
    static ModeLandscape of(CommutingModel model, BinaryOperator<BigFraction> b) {
        List<BigFraction> values = IntStream.range(0, model.modes())
                .mapToObj(i -> b.apply(model.a().get(i), model.c().get(i)))
                .toList();
        return new ModeLandscape(values, model);
    }

    /** Whether Sigma is invertible, as the paper assumes. */
    static boolean isRegular(CommutingModel model) {
        return model.s().stream().allMatch(s -> s.signum() > 0);
    }

    BigFraction s(int i) {
        return model.s().get(i);
    }

    /** b_i/s_i. */
    BigFraction g(int i) {
        return b.get(i).divide(s(i));
    }

    int modes() {
        return b.size();
    }

    /** d* = min(d0, d1). */
    int mostActive() {
        return Math.min(modes(), model.d1());
    }

    int positive() {
        return (int) b.stream().filter(x -> x.signum() > 0).count();
    }

    /** The masks of Theorem 1: at most d* ones, at modes with b_i > 0. */
    List<List<Integer>> masks() {
        List<List<Integer>> out = new ArrayList<>();
        for (int bits = 0; bits < 1 << modes(); bits++) {
            int set = bits;
            List<Integer> active = IntStream.range(0, modes())
                    .filter(i -> (set >> i & 1) == 1)
                    .boxed()
                    .toList();
            if (active.size() <= mostActive()
                    && active.stream().allMatch(i -> b.get(i).signum() > 0)) {
                out.add(active);
            }
        }
        return out;
    }

    /** Eq. (9): lambda_i = b_i/(2 s_i^2) on the active modes, 0 on the others. */
    List<BigFraction> equation9(List<Integer> active) {
        return IntStream.range(0, modes())
                .mapToObj(i ->
                        active.contains(i) ? HALF.multiply(b.get(i)).divide(s(i).multiply(s(i))) : BigFraction.ZERO)
                .toList();
    }

    /** The loss where W'W is diagonal in the modes with entries lambda. */
    BigFraction loss(List<BigFraction> lambda) {
        BigFraction out = BigFraction.ZERO;
        for (int i = 0; i < modes(); i++) {
            BigFraction h = s(i).multiply(lambda.get(i));
            out = out.subtract(b.get(i).multiply(lambda.get(i))).add(h.multiply(h));
        }
        return out;
    }

    /** The masks of least loss. */
    List<List<Integer>> lowest() {
        BigFraction least = masks().stream()
                .map(m -> loss(equation9(m)))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return masks().stream().filter(m -> loss(equation9(m)).equals(least)).toList();
    }

    /**
     * All stationary points as the landscape package finds them, checked without it.
     *
     * @throws org.lossproof.claim.LandscapeContradictionException if the check says otherwise
     */
    List<StationaryPoint> points(Penalty penalty, boolean bias) {
        return solve(penalty, bias).points();
    }

    /** The same with the masks that have no point. */
    CommutingLandscape.Result solve(Penalty penalty, boolean bias) {
        CommutingLandscape landscape = landscape(penalty, bias);
        CommutingLandscape.Result result = landscape.solve();
        Question question = new Question(this, penalty, bias);
        AUDITED.computeIfAbsent(
                question, q -> audit(landscape, result.points(), Math.floorMod(q.hashCode(), INERTIA_OF) == 0));
        return result;
    }

    /** Whether this has been solved and floating point can tell what decides the answer, so that it was checked. */
    boolean isAudited(Penalty penalty, boolean bias) {
        return AUDITED.getOrDefault(new Question(this, penalty, bias), false);
    }

    /**
     * Compares points with computations that share no code with the solver; their inertia too if wanted.
     *
     * @return whether they could be compared: see {@link ExactMasks#isResolved}
     */
    boolean audit(CommutingLandscape landscape, List<StationaryPoint> points, boolean inertia) {
        ExactMasks.Norm norm = norm(landscape.penalty(), landscape.bias());
        LandscapeAudit audit = new LandscapeAudit(landscape, matrices(norm));
        if (isRegular(model)) {
            ExactMasks exact = new ExactMasks(this, norm);
            if (!exact.isResolved()) {
                return false;
            }
            audit.requireComplete(points, exact);
        }
        return !inertia
                || points.stream().filter(p -> !audit.requireStationary(p)).count() == 0;
    }

    /** -Tr[W B W'] + Tr[(W Sigma W')^2] in the basis of the modes. */
    private MatrixLoss matrices(ExactMasks.Norm norm) {
        BigFraction one = BigFraction.ONE;
        BigFraction zero = BigFraction.ZERO;
        return new MatrixLoss(
                RationalMatrix.diagonal(b),
                RationalMatrix.diagonal(model.a()),
                RationalMatrix.diagonal(model.c()),
                new MatrixLoss.Quartic(one, BigFraction.TWO, one, zero, zero, zero),
                norm,
                model.d1());
    }

    /** The exact value of a normalisation, where it is that of the model. */
    private ExactMasks.Norm norm(Penalty penalty, boolean bias) {
        BigFraction c = model.hyperparameters().c();
        BigFraction kappa = model.hyperparameters().kappa();
        return new ExactMasks.Norm(
                c.doubleValue() == penalty.c() ? c : new BigFraction(penalty.c()),
                penalty.isConstraint()
                        ? BigFraction.ZERO
                        : kappa.doubleValue() == penalty.kappa() ? kappa : new BigFraction(penalty.kappa()),
                penalty.isConstraint(),
                bias);
    }

    /** The local minima among them. */
    List<StationaryPoint> minima(Penalty penalty, boolean bias) {
        return points(penalty, bias).stream()
                .filter(p -> p.negativeDirections() == 0)
                .toList();
    }

    /** What a statement about every stationary point says; silent if Sigma is singular or no point is meant. */
    static Outcome everyPoint(ModeLandscape l, Penalty penalty, boolean bias, Predicate<StationaryPoint> statement) {
        return everyPoint(l, penalty, bias, p -> true, statement);
    }

    /** The same of those points that are meant. */
    static Outcome everyPoint(
            ModeLandscape l,
            Penalty penalty,
            boolean bias,
            Predicate<StationaryPoint> meant,
            Predicate<StationaryPoint> statement) {
        if (!isRegular(l.model)) {
            return Outcome.SILENT;
        }
        List<StationaryPoint> points =
                l.points(penalty, bias).stream().filter(meant).toList();
        return points.isEmpty() ? Outcome.SILENT : Outcome.of(points.stream().allMatch(statement));
    }

    /** The global minimum for B = A0 - C with norm 1 and other augmentation; empty unless all a_i > 0; d1 >= d0. */
    static Optional<StationaryPoint> lowestAtUnitNorm(CommutingModel x, Function<Integer, BigFraction> augmentation) {
        if (x.a().stream().anyMatch(a -> a.signum() == 0)) {
            return Optional.empty();
        }
        List<BigFraction> c =
                IntStream.range(0, x.modes()).mapToObj(augmentation::apply).toList();
        return Optional.of(difference(x.with(x.a(), c).withRows(x.modes()))
                .points(UNIT_NORM, false)
                .get(0));
    }

    /** The active modes of a point. */
    static List<Integer> active(StationaryPoint point) {
        return IntStream.range(0, point.mask().size())
                .filter(i -> point.mask().get(i) == 1)
                .boxed()
                .toList();
    }

    /** The sum of b_i/s_i over some modes: Tr[Sigma^(-1) B_M]. */
    double sumOfG(List<Integer> active) {
        return active.stream().mapToDouble(i -> g(i).doubleValue()).sum();
    }

    /** Whether W'W of a point has the given diagonal on its active modes and 0 on the others. */
    static boolean hasEigenvalues(StationaryPoint point, Function<Integer, Double> onActive) {
        return IntStream.range(0, point.mask().size())
                .allMatch(i -> close(point.wtw().get(i), point.mask().get(i) == 1 ? onActive.apply(i) : 0));
    }

    CommutingLandscape landscape(Penalty penalty, boolean bias) {
        return new CommutingLandscape(
                doubles(b),
                doubles(model.a()),
                doubles(model.c()),
                new QuarticForm.Uniform(1, 0),
                model.d1(),
                0,
                penalty,
                bias);
    }

    /** kappa (Tr[W Sigma W'] - c)^2 of the model's hyperparameters. */
    Penalty penalty() {
        return new Penalty(
                model.hyperparameters().c().doubleValue(),
                model.hyperparameters().kappa().doubleValue());
    }

    /** Tr[W Sigma W'] = c, imposed. */
    Penalty constraint() {
        return new Penalty(model.hyperparameters().c().doubleValue(), Double.POSITIVE_INFINITY);
    }

    static List<Double> doubles(List<BigFraction> values) {
        return values.stream().map(BigFraction::doubleValue).toList();
    }

    static boolean close(double x, double y) {
        return Math.abs(x - y) <= TOLERANCE * (1 + Math.abs(x) + Math.abs(y));
    }
}
