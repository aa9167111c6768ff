package org.lossproof.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.experiment.Collapse;
import org.lossproof.experiment.Hidden;
import org.lossproof.experiment.ModelShape;
import org.lossproof.experiment.Normalisation;
import org.lossproof.experiment.Prediction;
import org.lossproof.experiment.Trainer;
import org.lossproof.experiment.TrainingRun;
import org.lossproof.experiment.TrainingSettings;
import org.lossproof.experiment.WholeFiles;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.Notation;
import org.lossproof.loss.ParameterValues;
import org.lossproof.page.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lossproof train}: a model on the undeveloped loss, beside what its landscape predicts. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description =
                "Trains f(x) = W x on the undeveloped loss, full batch, and puts W'W beside what the landscape predicts.")
final class TrainCommand implements Callable<Integer> {
    private static final long TOLD_EVERY_NANOS = 2_000_000_000L;
    private static final int SHOWN_MOMENTS = 10;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LossOptions loss = new LossOptions();

    @Mixin
    private CovarianceOptions covariances = new CovarianceOptions();

    @Option(
            names = "--N",
            paramLabel = "N",
            description =
                    "The number of data, every other a negative (default ${DEFAULT-VALUE}); also the parameter N of a loss.")
    private int items = 200;

    @Option(names = "--self", description = "A datum is among its own negatives.")
    private boolean self;

    @Option(
            names = "--augmentation",
            paramLabel = "fresh|fixed|expected",
            description = "New noise at every step, noise drawn once, or the population (default fresh).")
    private Experiment.Noise augmentation = Experiment.Noise.FRESH;

    @Option(
            names = "--population",
            paramLabel = "M",
            description =
                    "How many items stand for the population with --augmentation expected (default ${DEFAULT-VALUE}).")
    private int population = 1024;

    @Option(names = "--optimizer", paramLabel = "adam|sgd|flow", description = "The rule of a step (default adam).")
    private Experiment.Optimizer optimizer = Experiment.Optimizer.ADAM;

    @Option(
            names = "--lr",
            paramLabel = "r",
            description = "The learning rate, or the time of a step of the flow (default 6e-4; 0.1 for the flow).")
    private Double rate;

    @Option(names = "--steps", paramLabel = "N", description = "How many steps (default ${DEFAULT-VALUE}).")
    private int steps = 5000;

    @Option(
            names = "--init",
            paramLabel = "s",
            description = "Initial weights are N(0, s^2 / width) (default ${DEFAULT-VALUE}).")
    private double initial = 1;

    @Option(
            names = "--normalize",
            paramLabel = "per-sample|mean[:c]",
            description = "f/|f|, or one factor for all with which the mean of |f|^2 is c (default 1).")
    private String normalize;

    @Option(names = "--hidden", paramLabel = "tanh|relu[:WIDTH]", description = "f(x) = W g(U x) in place of W x.")
    private String hidden;

    @Option(names = "--bias", description = "f(x) = W x + b.")
    private boolean bias;

    @Option(
            names = "--printed",
            paramLabel = "FORM",
            description = "A landscape in traces to compare with as well, such as \"-tr(A) + tr(SS)\".")
    private String printed;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Of data, views and initial weights (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--checkpoint", paramLabel = "FILE", description = "Saves the run there, and goes on from it.")
    private Path checkpoint;

    @Option(
            names = "--out",
            paramLabel = "FILE.csv",
            description = "Also writes loss and eigenvalues of W'W over time.")
    private Path csv;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    /** What came of it, as JSON has it. */
    record Outcome(
            String loss,
            Map<String, String> parameters,
            String settings,
            List<TrainingRun.Moment> moments,
            List<Prediction> predictions,
            Map<String, Collapse> collapsed) {}

    @Override
    public Integer call() {
        covariances.requireOneInput("train");
        LossDefinition definition = loss.definition();
        ParameterValues values = loss.valuesWith(definition, "N", items).withExamples();
        RealMatrix a0 = covariances.a0();
        RealMatrix c = covariances.noise();
        if (a0.getRowDimension() != c.getRowDimension()) {
            throw new InputException("--a has " + a0.getRowDimension() + " modes and --c " + c.getRowDimension()
                    + "; give both one number a mode");
        }
        Normalisation norm = normalize == null ? Normalisation.NONE : Normalisation.parse(normalize);
        ModelShape shape = new ModelShape(
                a0.getRowDimension(),
                covariances.d1(),
                hidden == null ? Hidden.NONE : Hidden.parse(hidden),
                bias,
                norm,
                definition.encoders().size());
        TrainingSettings settings = settings();
        Map<String, Double> numbers = new HashMap<>();
        values.values().forEach((p, v) -> numbers.put(p, v.doubleValue()));
        TrainingPredictions predictions = new TrainingPredictions(definition, values, shape, covariances, printed);
        Trainer trainer = new Trainer(definition, numbers, shape, a0, c, settings);
        TrainingRun run = trained(trainer, settings, definition, values, shape, a0, c);
        if (csv != null) {
            write(run);
        }
        print(definition, values, settings, run, predictions);
        return 0;
    }

    private TrainingSettings settings() {
        boolean whole = augmentation == Experiment.Noise.EXPECTED;
        double usual = optimizer == Experiment.Optimizer.FLOW ? 0.1 : 6e-4;
        return new TrainingSettings(
                whole ? Math.max(items, population) : items,
                self,
                augmentation,
                optimizer,
                rate == null ? usual : rate,
                steps,
                initial,
                seed);
    }

    private TrainingRun trained(
            Trainer trainer,
            TrainingSettings settings,
            LossDefinition definition,
            ParameterValues values,
            ModelShape shape,
            RealMatrix a0,
            RealMatrix c) {
        long start = System.nanoTime();
        long[] told = {start};
        long[] first = {-1};
        Trainer.Listener listener = (step, value) -> {
            if (first[0] < 0) {
                first[0] = step - 1;
            }
            if (System.nanoTime() - told[0] > TOLD_EVERY_NANOS) {
                told[0] = System.nanoTime();
                double seconds = (told[0] - start) / 1e9;
                double left = seconds * (settings.steps() - step) / (step - first[0]);
                spec.commandLine()
                        .getErr()
                        .printf(
                                Locale.ROOT,
                                "step %d of %d, loss %.6g, %.0f s left%n",
                                step,
                                settings.steps(),
                                value,
                                left);
            }
        };
        if (checkpoint == null) {
            return trainer.run(listener);
        }
        String all = String.join(
                "; ",
                Notation.plain(definition.expression()),
                values.text(),
                settings.text(),
                shape.toString(),
                a0.toString(),
                c.toString());
        return trainer.run(checkpoint, all, listener);
    }

    private void write(TrainingRun run) {
        StringBuilder out = new StringBuilder("step,loss,norm");
        int modes = run.last().eigenvalues().size();
        IntStream.rangeClosed(1, modes).forEach(i -> out.append(",eigenvalue").append(i));
        IntStream.rangeClosed(1, modes).forEach(i -> out.append(",mode").append(i));
        out.append("\n");
        for (TrainingRun.Moment m : run.moments()) {
            out.append(m.step()).append(",").append(m.loss()).append(",").append(m.norm());
            m.eigenvalues().forEach(v -> out.append(",").append(v));
            m.modes().forEach(v -> out.append(",").append(v));
            out.append("\n");
        }
        try {
            WholeFiles.write(csv, out.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InputException("--out " + csv + ": cannot be written (" + e.getMessage() + ")");
        }
    }

    private void print(
            LossDefinition definition,
            ParameterValues values,
            TrainingSettings settings,
            TrainingRun run,
            TrainingPredictions predictions) {
        Map<String, Collapse> collapsed = new LinkedHashMap<>();
        collapsed.put("trained", Collapse.of(run.last()));
        predictions.all().forEach(p -> collapsed.put(p.landscape(), p.collapse()));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, String> parameters = new LinkedHashMap<>();
            values.values().forEach((p, v) -> parameters.put(p, v.toString().replace(" ", "")));
            out.println(Json.text(new Outcome(
                    definition.name(), parameters, settings.text(), run.moments(), predictions.all(), collapsed)));
            return;
        }
        out.println(definition.name() + (values.values().isEmpty() ? "" : " with " + values.text()) + ", trained: "
                + settings.text());
        out.println("      step          loss  eigenvalues of W'W");
        int every = Math.max(1, run.moments().size() / SHOWN_MOMENTS);
        for (int k = 0; k < run.moments().size(); k++) {
            if (k % every == 0 || k == run.moments().size() - 1) {
                TrainingRun.Moment m = run.moments().get(k);
                out.printf(Locale.ROOT, "%10d  %12.6g  %s%n", m.step(), m.loss(), numbers(m.eigenvalues()));
            }
        }
        out.println();
        out.printf("%-34s  %s%n", "at the end", "eigenvalues of W'W");
        out.printf("%-34s  %s%n", "trained", numbers(run.last().eigenvalues()));
        predictions.all().forEach(p -> out.printf("%-34s  %s%n", p.landscape(), text(p)));
        predictions.notes().forEach(out::println);
        collapsed.forEach((who, what) -> out.println("lost, " + who + ": " + what.text()));
    }

    private static String text(Prediction p) {
        return p.eigenvalues().isEmpty()
                ? "rank " + p.rank() + ", diagonal in the modes " + numbers(p.modes())
                : numbers(p.eigenvalues());
    }

    private static String numbers(List<Double> values) {
        List<String> out =
                values.stream().map(v -> String.format(Locale.ROOT, "%.4g", v)).toList();
        return String.join("  ", out.size() <= 12 ? out : shortened(out));
    }

    /** The largest and the smallest of many. */
    private static List<String> shortened(List<String> all) {
        List<String> out = new ArrayList<>(all.subList(0, 5));
        out.add("..");
        out.addAll(all.subList(all.size() - 5, all.size()));
        return out;
    }
}
