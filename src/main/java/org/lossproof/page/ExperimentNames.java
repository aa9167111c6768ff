package org.lossproof.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names that a measure of trained models may use.
 *
 * <p>By mode i: a_i, c_i, s_i (eigenvalues of A0, C, Sigma), lambda_i ((W'W)_ii), e_i (the i-th largest eigenvalue of W'W), lost_i (1 if
 * lambda_i is as good as 0 beside the largest, else 0), quartic_i and exact_i ((W'W)_ii at the global minimum of the derived quartic,
 * and of the exact landscape). Of the model: smallest, largest (eigenvalues of W'W), collapsed (how many of them are lost), loss, norm
 * (Tr[W Sigma W']), error (of a ridge regression), and smallest, largest, collapsed, norm and error with quartic_ or exact_ before
 * them. Beside these d0, d1, what is swept or ranged over, and what is set.
 */
public final class ExperimentNames {
    /** What has a value for every mode and is set. */
    static final Set<String> OF_MODES = Set.of("a", "c");

    /** Numbers of a training that every block sets or leaves at their defaults. */
    static final List<String> NUMBERS = List.of("N", "init", "population");

    /** By mode. */
    public static final List<String> BY_MODE = List.of("a", "c", "s", "lambda", "e", "lost", "quartic", "exact");

    /** Of a model that was trained. */
    public static final List<String> TRAINED = List.of("smallest", "largest", "collapsed", "loss", "norm", "error");

    /** Of a model that is predicted. */
    public static final List<String> PREDICTED = List.of("smallest", "largest", "collapsed", "norm", "error");

    /** The landscapes that predict. */
    public static final List<String> LANDSCAPES = List.of("quartic", "exact");

    static final Set<String> INDICES = Set.of("i", "j", "k");

    private ExperimentNames() {}

    /** All names of a model of so many modes. */
    static Set<String> ofModel(int modes) {
        Set<String> out = new LinkedHashSet<>(TRAINED);
        LANDSCAPES.forEach(l -> PREDICTED.forEach(p -> out.add(l + "_" + p)));
        List<String> indices = new ArrayList<>(INDICES);
        Stream.iterate(1, i -> i <= modes, i -> i + 1).map(String::valueOf).forEach(indices::add);
        BY_MODE.forEach(letter -> indices.forEach(i -> out.add(letter + "_" + i)));
        out.addAll(List.of("d0", "d1"));
        return out;
    }
}
