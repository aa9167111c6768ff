package org.lossproof.experiment.trial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.RationalArithmetic;
import org.lossproof.loss.Truth;
import org.lossproof.page.Experiment;
import org.lossproof.page.Experiment.Measure;
import org.lossproof.property.FormulaEvaluation;
import org.lossproof.property.ModelNumber;

/** Trains what an experiment asks for and decides its claim; the mathematics stands with the package. */
public final class ExperimentTrials {
    private final Experiment experiment;
    private final Experiment.Design design;
    private final TrainingStore store;
    private final List<Map<String, BigFraction>> places;

    private ExperimentTrials(Experiment experiment, TrainingStore store) {
        this.experiment = experiment;
        this.design = experiment.design(store.isFull());
        this.store = store;
        this.places = design.places();
    }

    /** Runs it; what comes out depends on nothing but the experiment. */
    public static ExperimentReport run(Experiment experiment, TrainingStore store) {
        return new ExperimentTrials(experiment, store).report();
    }

    /** How many different models several experiments train together. */
    public static int models(List<Experiment> experiments, boolean full) {
        Set<Training> all = new HashSet<>();
        for (Experiment e : experiments) {
            all.addAll(new ExperimentTrials(e, new TrainingStore(full)).trainings());
        }
        return all.size();
    }

    private List<Training> trainings() {
        return IntStream.rangeClosed(1, experiment.seeds())
                .boxed()
                .flatMap(k ->
                        places.stream().flatMap(p -> design.points(p).stream().map(point -> training(point, k))))
                .toList();
    }

    private Training training(Experiment.Point point, int seed) {
        return Training.of(experiment, design, point, seed);
    }

    private ExperimentReport report() {
        List<Training> needed = trainings();
        store.startAll(needed);
        List<SeedTrial> trials = IntStream.rangeClosed(1, experiment.seeds())
                .mapToObj(this::trial)
                .toList();
        List<Truth> truths = trials.stream().map(SeedTrial::truth).toList();
        SignTest test = new SignTest(experiment.seeds(), experiment.exceptions());
        return new ExperimentReport(
                experiment.loss().name(),
                design.range(),
                store.isFull(),
                needed.size(),
                test,
                test.decide(truths),
                (int) truths.stream().filter(t -> t == Truth.TRUE).count(),
                (int) truths.stream().filter(t -> t == Truth.FALSE).count(),
                trials.stream().flatMap(t -> t.why().stream()).findFirst(),
                measured(test, trials));
    }

    private SeedTrial trial(int seed) {
        List<List<Optional<Double>>> measures = new ArrayList<>();
        List<Truth> truths = new ArrayList<>();
        Optional<String> why = Optional.empty();
        for (Map<String, BigFraction> place : places) {
            List<Optional<Double>> values = new ArrayList<>();
            for (Measure measure : experiment.measures()) {
                try {
                    values.add(Optional.of(value(measure, models(place, seed))));
                } catch (RationalArithmetic.UndefinedException e) {
                    values.add(Optional.empty());
                    why = why.or(() -> Optional.of(e.getMessage()));
                }
            }
            measures.add(values);
            truths.add(truth(values));
        }
        boolean fails = truths.contains(Truth.FALSE);
        Truth all = fails ? Truth.FALSE : truths.stream().allMatch(t -> t == Truth.TRUE) ? Truth.TRUE : Truth.UNKNOWN;
        return new SeedTrial(measures, all, why);
    }

    private Truth truth(List<Optional<Double>> values) {
        Map<String, ModelNumber> known = new LinkedHashMap<>();
        for (int m = 0; m < values.size(); m++) {
            String name = experiment.measures().get(m).name();
            values.get(m).ifPresent(v -> known.put(name, measured(v)));
        }
        return new FormulaEvaluation((name, indices) -> known(known, name), 0).claim(experiment.claim(), Map.of());
    }

    /** A count is compared exactly. */
    private static ModelNumber measured(double value) {
        boolean count = value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE;
        return count ? ModelNumber.of(new BigFraction((int) value)) : ModelNumber.of(value);
    }

    private static ModelNumber known(Map<String, ModelNumber> values, String name) {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(() -> new RationalArithmetic.UndefinedException(name + " has no value"));
    }

    /** The models of a seed along the sweep. */
    private List<ModelNames> models(Map<String, BigFraction> place, int seed) {
        return design.points(place).stream()
                .map(point -> {
                    Training training = training(point, seed);
                    return ModelNames.of(
                            training,
                            point,
                            store.model(training).map(m -> TrainedNumbers.of(m, training, experiment.ridge())),
                            TrainedNumbers.predicted(store.predictions().of(training), training, experiment.ridge()));
                })
                .toList();
    }

    private double value(Measure measure, List<ModelNames> models) {
        List<Optional<BigFraction>> swept = design.sweep()
                .map(s -> s.values().stream().map(Optional::of).toList())
                .orElse(List.of(Optional.empty()));
        return MeasureValue.of(measure, swept, models);
    }

    private Optional<Double> predicted(Measure measure, Map<String, BigFraction> place, String landscape) {
        try {
            List<ModelNames> models = models(place, 1).stream()
                    .map(m -> m.asPredicted(landscape)
                            .orElseThrow(() -> new RationalArithmetic.UndefinedException("nothing is predicted")))
                    .toList();
            return Optional.of(value(measure, models)).filter(Double::isFinite);
        } catch (RationalArithmetic.UndefinedException e) {
            return Optional.empty();
        }
    }

    private List<ExperimentReport.Measured> measured(SignTest test, List<SeedTrial> trials) {
        List<ExperimentReport.Measured> out = new ArrayList<>();
        Optional<String> swept = design.sweep().map(Experiment.Grid::name);
        for (int p = 0; p < places.size(); p++) {
            for (int m = 0; m < experiment.measures().size(); m++) {
                int place = p;
                int number = m;
                Measure measure = experiment.measures().get(m);
                List<Double> sorted = trials.stream()
                        .flatMap(t -> t.measures().get(place).get(number).stream())
                        .sorted()
                        .toList();
                boolean whole = sorted.size() == trials.size();
                out.add(new ExperimentReport.Measured(
                        text(places.get(p)),
                        measure.name(),
                        measure.text(),
                        measure.tex(swept),
                        whole ? Optional.of(sorted.get(test.exceptions())) : Optional.empty(),
                        whole ? Optional.of(median(sorted)) : Optional.empty(),
                        whole ? Optional.of(sorted.get(sorted.size() - 1 - test.exceptions())) : Optional.empty(),
                        predicted(measure, places.get(p), "quartic"),
                        predicted(measure, places.get(p), "exact")));
            }
        }
        return out;
    }

    private static double median(List<Double> sorted) {
        int n = sorted.size();
        return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    }

    private static String text(Map<String, BigFraction> place) {
        return place.entrySet().stream()
                .map(e -> e.getKey() + " = " + e.getValue().toString().replace(" ", ""))
                .collect(Collectors.joining(", "));
    }
}
