package org.lossproof.benchmark;

import org.lossproof.page.Experiment;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.experiment.Hidden;
import org.lossproof.experiment.ModelShape;
import org.lossproof.experiment.Normalisation;
import org.lossproof.experiment.Trainer;
import org.lossproof.experiment.TrainingSettings;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;
import org.lossproof.loss.ParameterValues;

/**
 * Takes full-batch training steps at d = 32, N = 1,000 on demand, for src/benchmark/numpy/compare.py: a line "DEFINITION COUNT"
 * on the input is answered by a line with the milliseconds of wall and of processor time a step took.
 */
public final class Steps {
    private static final int D = 32;
    private static final int ITEMS = 1000;
    private static final int FOREVER = 10_000_000;
    private static final Map<String, String> OWN = Map.of(
            "uniformity",
            "data xh with views x, x'\ndata yh with view y\n"
                    + "L = E[x, x'](|f(x) - f(x')|^2) + log(E[x, y](exp(-2 * |f(x) - f(y)|^2)))",
            "dot-infonce",
            "data xh with views x, x'\ndata yh with view y\n"
                    + "L = E[x, x'](-<f(x), f(x')> + log(E[y](exp(<f(x), f(y)>))))");

    private final SynchronousQueue<Integer> asked = new SynchronousQueue<>();
    private final SynchronousQueue<String> answers = new SynchronousQueue<>();
    private int left;
    private int count;
    private long wall;
    private long cpu;

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static LossDefinition definition(String name) {
        return OWN.containsKey(name) ? LossParser.parse(OWN.get(name), name) : Catalogue.load(name);
    }

    private static Trainer trainer(LossDefinition loss) {
        Map<String, Double> parameters = new HashMap<>();
        ParameterValues.of(loss, java.util.List.of())
                .withExamples()
                .values()
                .forEach((p, v) -> parameters.put(p, v.doubleValue()));
        parameters.computeIfPresent("N", (p, v) -> (double) ITEMS);
        RealMatrix identity = MatrixUtils.createRealIdentityMatrix(D);
        return new Trainer(
                loss,
                parameters,
                new ModelShape(D, D, Hidden.NONE, false, Normalisation.NONE, 1),
                identity,
                identity,
                new TrainingSettings(
                        ITEMS,
                        false,
                        Experiment.Noise.FIXED,
                        Experiment.Optimizer.SGD,
                        1e-4,
                        FOREVER,
                        1,
                        1));
    }

    private static Steps of(String name) {
        Steps out = new Steps();
        Runnable steps = name.equals("by-hand")
                ? () -> new InfonceByHand().run(out::stepDone)
                : () -> trainer(definition(name)).run((step, loss) -> out.stepDone());
        Thread thread = new Thread(steps);
        thread.setDaemon(true);
        thread.start();
        return out;
    }

    /** Called after every step; waits until more are asked for. */
    private void stepDone() {
        left--;
        if (left > 0) {
            return;
        }
        try {
            if (count > 0) {
                double each = 1e-6 / count;
                answers.put(each * (System.nanoTime() - wall) + " " + each * (cpu() - cpu));
            }
            count = asked.take();
            left = count;
            wall = System.nanoTime();
            cpu = cpu();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String take(int steps) throws InterruptedException {
        asked.put(steps);
        return answers.take();
    }

    /** Answers until the input ends. */
    public static void main(String[] args) throws IOException, InterruptedException {
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        double error = vectors ? new InfonceByHand().error() : 0;
        if (error > 1e-5) {
            throw new IllegalStateException("the kernel written by hand is wrong by " + error);
        }
        Map<String, Steps> running = new HashMap<>();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            System.out.println(running.computeIfAbsent(words[0], Steps::of).take(Integer.parseInt(words[1])));
        }
    }
}
