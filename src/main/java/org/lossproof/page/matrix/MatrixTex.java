package org.lossproof.page.matrix;

import java.util.Set;

/** Typesets names of matrices. */
public final class MatrixTex {
    private static final Set<String> GREEK = Set.of(
            "alpha", "beta", "gamma", "delta", "theta", "kappa", "lambda", "mu", "rho", "sigma", "tau", "Lambda",
            "Sigma", "Theta", "Omega", "Delta");

    private MatrixTex() {}

    /** A name: Greek letters by their names, digits at the end as an index, long words upright. */
    public static String name(String name) {
        String stem = name.replaceAll("_?[0-9]+$", "");
        String index = name.substring(stem.length()).replace("_", "");
        String shown = GREEK.contains(stem)
                ? "\\" + stem
                : stem.length() > 1 ? "\\mathrm{" + stem.replace("_", "\\_") + "}" : stem;
        return index.isEmpty() ? shown : shown + "_{" + index + "}";
    }
}
