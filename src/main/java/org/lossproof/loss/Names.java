package org.lossproof.loss;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reserved names, and suggestions for misspelt ones. */
public final class Names {
    static final Set<String> STATEMENTS = Set.of("loss", "param", "datum", "data", "encoder", "let", "L", "claim");
    static final Set<String> OPERATORS = Set.of("E", "Var", "sum", "mean", "tr", "exp", "log", "sqrt", "relu");
    private static final Set<String> OTHERS = Set.of(
            "W", "f", "d1", "with", "view", "views", "copies", "scaled", "by", "and", "or", "all", "any", "at", "where",
            "as");

    private Names() {}

    static boolean isReserved(String name) {
        return STATEMENTS.contains(name) || OPERATORS.contains(name) || OTHERS.contains(name);
    }

    /** {@code did you mean 'exp'?} or the whole list. */
    public static String suggestion(String name, Collection<String> known) {
        Optional<String> near = known.stream()
                .min(Comparator.comparingInt((String k) -> distance(name, k)).thenComparing(k -> k));
        if (near.isPresent() && distance(name, near.get()) <= Math.max(1, name.length() / 3)) {
            return "did you mean '" + near.get() + "'?";
        }
        List<String> sorted = known.stream().sorted().toList();
        return sorted.isEmpty() ? "none is declared" : "known: " + String.join(", ", sorted);
    }

    /** Levenshtein distance of names of at most 40 characters. */
    static int distance(String a, String b) {
        String u = a.length() > 40 ? a.substring(0, 40) : a;
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= u.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (u.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
