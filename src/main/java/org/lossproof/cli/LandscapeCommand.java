package org.lossproof.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.covariance.CovariancePair;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.OriginHessian;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.landscape.CommutingLandscape;
import org.lossproof.landscape.ExactInfoNceLandscape;
import org.lossproof.landscape.ExpansionLandscape;
import org.lossproof.landscape.MatrixLandscape;
import org.lossproof.landscape.Penalty;
import org.lossproof.landscape.WaterFilling;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.ParameterValues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lossproof landscape}: the stationary points of an effective landscape. */
@Command(
        name = "landscape",
        mixinStandardHelpOptions = true,
        description = "Solves the effective landscape of a loss for covariances, given by eigenvalues or as matrices.")
final class LandscapeCommand implements Callable<Integer> {
    /** With more modes the stationary points are too many to list; the global minimum is still found. */
    static final int LISTED_MODES = 16;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LossOptions loss = new LossOptions();

    @Mixin
    private CovarianceOptions covariances = new CovarianceOptions();

    @Option(names = "--weight-decay", paramLabel = "g", description = "Adds g |W|^2, g >= 0.")
    private String weightDecay = "0";

    @Option(names = "--normalize", paramLabel = "c", description = "Adds kappa (E|f(x)|^2 - c)^2, c >= 0.")
    private String normalize;

    @Option(
            names = "--kappa",
            paramLabel = "k|inf",
            description = "The strength of --normalize (default inf: E|f(x)|^2 = c).")
    private String kappa;

    @Option(names = "--bias", description = "f(x) = W x + b, for losses of differences f(x) - f(y).")
    private boolean bias;

    @Option(
            names = "--exact",
            description =
                    "The population loss itself, not expanded, and what the quartic theory makes of it: infonce and"
                            + " beta-infonce.")
    private boolean exact;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description =
                    "List the N stationary points of least loss (default ${DEFAULT-VALUE}); fewer where Hessians are huge.")
    private int limit = 64;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() {
        requireOneInput();
        if (limit < 1) {
            throw new InputException("--limit " + limit + ": give a number >= 1");
        }
        LossDefinition definition = loss.definition();
        ParameterValues values = loss.values(definition).withExamples();
        if (bias && !Exprs.isOfDifferences(definition.expression())) {
            throw new InputException("--bias: " + definition.name()
                    + " is no function of differences f(x) - f(y), so a bias enters elsewhere; leave it out");
        }
        Expansion expansion = SeriesExpansion.expand(definition, 4, values.values());
        Map<String, Double> numbers = new HashMap<>();
        values.values().forEach((p, v) -> numbers.put(p, v.doubleValue()));
        ExpansionLandscape read = new ExpansionLandscape(expansion, numbers, covariances.d1());
        LandscapeView view =
                covariances.areMatrices() ? LandscapeView.of(matrices(read)) : LandscapeView.of(modes(read));
        if (exact) {
            printExact(definition, numbers.getOrDefault("beta", 1.0), view);
        } else if (view.modes().a().size() > LISTED_MODES) {
            printLowest(view);
        } else {
            String heading = definition.name() + (values.values().isEmpty() ? "" : " with " + values.text());
            String formula = "  L = " + expansion.formula() + ", B = " + new OriginHessian(expansion).matrix();
            print(List.of(heading, formula), view.modes().solve().lowest(limit), view);
        }
        return 0;
    }

    private void requireOneInput() {
        covariances.requireOneInput("landscape");
        if (covariances.areMatrices() && exact) {
            throw new InputException("--exact: takes the eigenvalues of commuting covariances; give --a and --c");
        }
    }

    private CommutingLandscape modes(ExpansionLandscape read) {
        List<Double> ofData = covariances.ofData();
        List<Double> ofNoise = covariances.ofNoise();
        return new CommutingLandscape(
                read.b(ofData, ofNoise), ofData, ofNoise, read.quartic(), covariances.d1(), decay(), penalty(), bias);
    }

    private MatrixLandscape matrices(ExpansionLandscape read) {
        CovariancePair pair = covariances.matrices();
        RealMatrix a0 = pair.data().real();
        RealMatrix noise = pair.augmentation().real();
        try {
            return MatrixLandscape.of(
                    a0, noise, read.b(a0, noise), read.quartic(), covariances.d1(), decay(), penalty(), bias);
        } catch (InputException e) {
            throw new InputException(covariances.file() + ": " + e.getMessage());
        }
    }

    private double decay() {
        return number("--weight-decay", weightDecay);
    }

    private void print(List<String> heading, CommutingLandscape.Result result, LandscapeView view) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(LandscapeJson.of(result, view, limit)));
        } else {
            heading.forEach(out::println);
            new LandscapeText(out, result, view, bias, limit).print();
        }
    }

    private void printExact(LossDefinition definition, double beta, LandscapeView view) {
        CommutingLandscape landscape = view.modes();
        if (!ExactInfoNceLandscape.isOf(definition)) {
            throw new InputException("--exact: no closed form is known for " + definition.name()
                    + "; infonce and beta-infonce have one");
        }
        if (bias || landscape.weightDecay() != 0 || normalize != null) {
            throw new InputException(
                    "--exact: the closed form is that of the loss alone; leave out --weight-decay, --normalize and --bias");
        }
        CommutingLandscape.Result result =
                ExactInfoNceLandscape.solve(landscape.a(), landscape.c(), beta, landscape.d1(), limit);
        String heading = definition.name() + ", exact" + (beta == 1 ? "" : ", beta = " + beta);
        String formula = "  L = tr(C) - beta/2 log det(I + S) - beta/2 tr(S (I + S)^-1)";
        print(List.of(heading, formula), result, view);
    }

    private Penalty penalty() {
        if (normalize == null) {
            if (kappa != null) {
                throw new InputException("--kappa " + kappa + ": strength of what? give --normalize c as well");
            }
            return Penalty.NONE;
        }
        boolean infinite = kappa == null || kappa.equals("inf");
        return new Penalty(
                number("--normalize", normalize), infinite ? Double.POSITIVE_INFINITY : number("--kappa", kappa));
    }

    private static double number(String option, String text) {
        return ParameterValues.rational(option, text.trim()).doubleValue();
    }

    private void printLowest(LandscapeView view) {
        CommutingLandscape landscape = view.modes();
        WaterFilling minimum = landscape.globalMinimum();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(LandscapeJson.lowest(
                    minimum,
                    landscape.wtw(minimum),
                    view,
                    "more than " + LISTED_MODES + " modes: the global minimum only")));
        } else {
            out.printf(
                    Locale.ROOT,
                    "more than %d modes: the global minimum only%nloss %.10g, rank %d of %d, a mode survives where %s > %.6g%n",
                    LISTED_MODES,
                    minimum.loss(),
                    minimum.survivors(),
                    landscape.a().size(),
                    view.matrices().isPresent() ? "g_i" : "(b_i)/(a_i + c_i)",
                    minimum.level());
        }
    }
}
