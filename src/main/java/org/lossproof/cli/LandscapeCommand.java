package org.lossproof.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.OriginHessian;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.landscape.CommutingLandscape;
import org.lossproof.landscape.ExactInfoNceLandscape;
import org.lossproof.landscape.ExpansionLandscape;
import org.lossproof.landscape.Penalty;
import org.lossproof.landscape.StationaryPoint;
import org.lossproof.landscape.WaterFilling;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.Notation;
import org.lossproof.loss.ParameterValues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lossproof landscape}: the stationary points of an effective landscape. */
@Command(
        name = "landscape",
        mixinStandardHelpOptions = true,
        description = "Solves the effective landscape of a loss for commuting covariances, given by their eigenvalues.")
final class LandscapeCommand implements Callable<Integer> {
    /** With more modes the stationary points are too many to list; the global minimum is still found. */
    private static final int LISTED_MODES = 16;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME_OR_FILE", description = "A loss of the catalogue (see list) or a definition file.")
    private String loss;

    @Option(names = "--a", required = true, paramLabel = "a1,a2,..", description = "Eigenvalues of A0, one a mode.")
    private String a;

    @Option(names = "--c", required = true, paramLabel = "c1,c2,..", description = "Eigenvalues of C, one a mode.")
    private String c;

    @Option(names = "--d1", required = true, paramLabel = "N", description = "The dimension of the representation.")
    private int d1;

    @Option(names = "--set", paramLabel = "p=rational", description = "An exact value of a parameter; may be repeated.")
    private List<String> assignments = new ArrayList<>();

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
        if (limit < 1) {
            throw new InputException("--limit " + limit + ": give a number >= 1");
        }
        LossDefinition definition = Catalogue.resolve(loss);
        ParameterValues values = ParameterValues.of(definition, assignments).withExamples();
        if (bias && !Exprs.isOfDifferences(definition.expression())) {
            throw new InputException("--bias: " + definition.name()
                    + " is no function of differences f(x) - f(y), so a bias enters elsewhere; leave it out");
        }
        Expansion expansion = SeriesExpansion.expand(definition, 4, values.values());
        Map<String, Double> numbers = new HashMap<>();
        values.values().forEach((p, v) -> numbers.put(p, v.doubleValue()));
        List<Double> ofData = numbers("--a", a);
        List<Double> ofNoise = numbers("--c", c);
        ExpansionLandscape read = new ExpansionLandscape(expansion, numbers, d1);
        CommutingLandscape landscape = new CommutingLandscape(
                read.b(ofData, ofNoise),
                ofData,
                ofNoise,
                read.quartic(),
                d1,
                number("--weight-decay", weightDecay),
                penalty(),
                bias);
        PrintWriter out = spec.commandLine().getOut();
        if (exact) {
            printExact(out, definition, numbers.getOrDefault("beta", 1.0), landscape);
        } else if (ofData.size() > LISTED_MODES) {
            lowest(out, landscape);
        } else if (json) {
            out.println(Json.text(tree(landscape.solve().lowest(limit))));
        } else {
            out.println(definition.name() + (values.values().isEmpty() ? "" : " with " + values.text()));
            out.println("  L = " + expansion.formula() + ", B = " + new OriginHessian(expansion).matrix());
            print(out, landscape.solve().lowest(limit));
        }
        return 0;
    }

    private void printExact(PrintWriter out, LossDefinition definition, double beta, CommutingLandscape landscape) {
        String text = Notation.plain(definition.expression());
        boolean known = List.of("infonce", "beta-infonce").stream()
                .anyMatch(n -> text.equals(Notation.plain(Catalogue.load(n).expression())));
        if (!known) {
            throw new InputException("--exact: no closed form is known for " + definition.name()
                    + "; infonce and beta-infonce have one");
        }
        if (bias || landscape.weightDecay() != 0 || normalize != null) {
            throw new InputException(
                    "--exact: the closed form is that of the loss alone; leave out --weight-decay, --normalize and --bias");
        }
        CommutingLandscape.Result result =
                ExactInfoNceLandscape.solve(landscape.a(), landscape.c(), beta, landscape.d1(), limit);
        if (json) {
            out.println(Json.text(tree(result)));
        } else {
            out.println(definition.name() + ", exact" + (beta == 1 ? "" : ", beta = " + beta));
            out.println("  L = tr(C) - beta/2 log det(I + S) - beta/2 tr(S (I + S)^-1)");
            print(out, result);
        }
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

    private static List<Double> numbers(String option, String text) {
        return Arrays.stream(text.split(",", -1)).map(t -> number(option, t)).toList();
    }

    private void lowest(PrintWriter out, CommutingLandscape landscape) {
        WaterFilling minimum = landscape.globalMinimum();
        if (json) {
            Map<String, Object> lowest = new LinkedHashMap<>();
            lowest.put("mask", minimum.h().stream().map(h -> h > 0 ? 1 : 0).toList());
            lowest.put("wtw", wtw(landscape, minimum));
            lowest.put("loss", minimum.loss());
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("b", landscape.decayedB());
            tree.put("stationaryPoints", List.of());
            tree.put("truncated", true);
            tree.put("globalMinimum", lowest);
            tree.put("notes", List.of("more than " + LISTED_MODES + " modes: the global minimum only"));
            out.println(Json.text(tree));
        } else {
            out.printf(
                    Locale.ROOT,
                    "more than %d modes: the global minimum only%nloss %.10g, rank %d of %d, a mode survives where (b_i)/(a_i +"
                            + " c_i) > %.6g%n",
                    LISTED_MODES,
                    minimum.loss(),
                    minimum.survivors(),
                    landscape.a().size(),
                    minimum.level());
        }
    }

    private static List<Double> wtw(CommutingLandscape landscape, WaterFilling minimum) {
        List<Double> out = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < landscape.a().size(); i++) {
            double s = landscape.a().get(i) + landscape.c().get(i);
            out.add(s == 0 ? 0 : minimum.h().get(next++) / s);
        }
        return out;
    }

    private void print(PrintWriter out, CommutingLandscape.Result result) {
        boolean wide = result.b().size() > LISTED_MODES;
        if (!wide) {
            out.println("  b = " + list(result.b()));
        }
        out.println();
        out.printf(
                Locale.ROOT,
                "  %-12s %-11s %9s %14s  %s%n",
                wide ? "active" : "mask",
                "kind",
                "negative",
                "loss",
                wide ? "collapsed modes" : "diagonal of W'W");
        for (StationaryPoint point : result.points()) {
            out.printf(
                    Locale.ROOT,
                    "  %-12s %-11s %9d %14.8g  %s%s%n",
                    wide ? point.rank() : mask(point.mask()),
                    point.kind().text(),
                    point.negativeDirections(),
                    point.loss(),
                    wide ? collapsed(point) : list(point.wtw()),
                    bias ? String.format(Locale.ROOT, "  |b|^2 = %.5g", point.biasSquared()) : "");
        }
        if (result.isTruncated()) {
            out.println("  the " + result.points().size() + " of least loss, of " + result.count()
                    + " stationary points (--limit)");
        }
        result.unsolved().stream()
                .limit(limit)
                .forEach(u -> out.println("  " + mask(u.mask()) + "  no stationary point: " + u.reason()));
        if (result.unsolved().size() > limit) {
            out.println("  " + limit + " of " + result.unsolved().size() + " masks without a stationary point");
        }
        out.println();
        printConclusion(out, result);
    }

    private void printConclusion(PrintWriter out, CommutingLandscape.Result result) {
        String lowest = result.complete() ? "global minimum" : "lowest minimum found";
        result.globalMinimum()
                .ifPresentOrElse(
                        m -> out.println(
                                "  " + lowest + " " + (m.mask().size() > LISTED_MODES ? "" : mask(m.mask()) + ", ")
                                        + "rank " + m.rank() + ", collapsed modes: " + collapsed(m)),
                        () -> out.println(
                                result.complete()
                                        ? "  not bounded below: no global minimum"
                                        : "  no global minimum was found: descents fell without end or did not converge"));
        result.notes().stream().limit(limit).forEach(n -> out.println("  note: " + n));
        if (result.notes().size() > limit) {
            out.println("  note: " + (result.notes().size() - limit) + " more notes; --json lists them");
        }
        if (!result.complete()) {
            out.printf(Locale.ROOT, "  note: numerical, residual gradient %.1e of |Hessian| |W|%n", result.residual());
        }
    }

    /** The numbers of the collapsed modes, with runs as in 4-1000. */
    private static String collapsed(StationaryPoint point) {
        List<Integer> modes = collapsedModes(point);
        List<String> runs = new ArrayList<>();
        for (int from = 0, to; from < modes.size(); from = to) {
            to = from + 1;
            while (to < modes.size() && modes.get(to) == modes.get(to - 1) + 1) {
                to++;
            }
            boolean run = to - from > 2 && modes.size() > LISTED_MODES;
            runs.addAll(
                    run
                            ? List.of(modes.get(from) + "-" + modes.get(to - 1))
                            : modes.subList(from, to).stream()
                                    .map(String::valueOf)
                                    .toList());
        }
        return runs.isEmpty() ? "none" : String.join(", ", runs);
    }

    private static String mask(List<Integer> mask) {
        return mask.stream().map(String::valueOf).collect(Collectors.joining());
    }

    private static String list(List<Double> values) {
        return values.stream().map(v -> String.format(Locale.ROOT, "%.6g", v)).collect(Collectors.joining(", "));
    }

    private Map<String, Object> tree(CommutingLandscape.Result result) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("b", result.b());
        List<Map<String, Object>> points = new ArrayList<>();
        for (StationaryPoint point : result.points()) {
            Map<String, Object> one = shortTree(point);
            one.put("kind", point.kind().text());
            one.put("negativeDirections", point.negativeDirections());
            one.put("biasSquared", point.biasSquared());
            points.add(one);
        }
        out.put("stationaryPoints", points);
        out.put("stationaryPointCount", result.count());
        out.put("truncated", result.isTruncated());
        out.put(
                "unsolvedMasks",
                result.unsolved().stream().limit(limit).map(u -> u.mask()).toList());
        out.put("unsolvedMaskCount", result.unsolved().size());
        out.put(
                "globalMinimum",
                result.globalMinimum().map(LandscapeCommand::shortTree).orElse(null));
        out.put("rank", result.globalMinimum().map(StationaryPoint::rank).orElse(null));
        out.put(
                "collapsedModes",
                result.globalMinimum().map(LandscapeCommand::collapsedModes).orElse(List.of()));
        out.put("complete", result.complete());
        out.put("residual", result.residual());
        out.put("notes", result.notes());
        return out;
    }

    private static List<Integer> collapsedModes(StationaryPoint point) {
        return IntStream.range(0, point.mask().size())
                .filter(i -> point.mask().get(i) == 0)
                .mapToObj(i -> i + 1)
                .toList();
    }

    private static Map<String, Object> shortTree(StationaryPoint point) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("mask", point.mask());
        out.put("wtw", point.wtw());
        out.put("loss", point.loss());
        return out;
    }
}
