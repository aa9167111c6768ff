package org.lossproof.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names that a fact may use of its setting; what they stand for is derived from the landscape. */
public final class SettingNames {
    /** Every first derivative vanishes; under a constraint it is met as well. */
    public static final String STATIONARY = "stationary";
    /** Stationary, with principal minors of the Hessian that are not negative. */
    public static final String MINIMUM = "minimum";

    private SettingNames() {}

    /** The words that stand for a formula. */
    static Set<String> predicates(Setting setting) {
        return setting.norm() == Setting.Norm.CONSTRAINT ? Set.of(STATIONARY) : Set.of(STATIONARY, MINIMUM);
    }

    /** The names of numbers. */
    static Set<String> of(Setting setting) {
        Set<String> out = new LinkedHashSet<>(byMode(setting));
        for (int i = 1; i <= setting.modes(); i++) {
            for (int j = i + 1; j <= setting.modes(); j++) {
                out.add("M" + i + j);
            }
        }
        out.addAll(List.of("L", "rho"));
        List<String> unknowns = setting.unknowns();
        out.addAll(unknowns);
        for (String u : unknowns) {
            out.add("L_" + u);
            unknowns.forEach(v -> out.add("L_" + u + "_" + v));
        }
        setting.form().parameters().forEach(p -> out.add(p.name()));
        setting.decay().ifPresent(out::add);
        if (setting.norm() != Setting.Norm.FREE) {
            out.add("c");
        }
        switch (setting.norm()) {
            case PENALTY -> out.add("kappa");
            case CONSTRAINT -> out.add("mu");
            case FREE -> {}
        }
        return out;
    }

    private static List<String> byMode(Setting setting) {
        List<String> out = new ArrayList<>();
        for (int i = 1; i <= setting.modes(); i++) {
            for (String letter : List.of("a", "c", "s", "b", "lambda")) {
                out.add(letter + i);
            }
            if (setting.norm() != Setting.Norm.CONSTRAINT) {
                out.add("h" + i);
            }
        }
        return out;
    }

    /** Whether a name speaks of W at the modes and rows that are written out, so that what uses it holds for those alone. */
    public static boolean isOfEntries(Setting setting, String name) {
        return name.equals("L")
                || name.startsWith("L_")
                || name.equals("rho")
                || name.equals("mu")
                || name.matches("lambda\\d+|M\\d+")
                || setting.unknowns().contains(name);
    }
}
