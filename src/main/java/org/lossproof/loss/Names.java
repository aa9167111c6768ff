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
    /** Those that bind names: {@code E[x](..)}. */
    static final Set<String> BINDERS = Set.of("E", "Var", "sum", "mean");

    private static final Set<String> OTHERS = Set.of(
            "W", "f", "d1", "with", "view", "views", "copies", "scaled", "by", "and", "or", "all", "any", "at", "where",
            "as");

    /** A shorter beginning of a name says too little. */
    private static final int SHORTEST_BEGINNING = 3;

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
        List<String> longer = known.stream()
                .filter(k -> name.length() >= SHORTEST_BEGINNING && k.startsWith(name))
                .toList();
        if (longer.size() == 1) {
            return "did you mean '" + longer.get(0) + "'?";
        }
        List<String> sorted = known.stream().sorted().toList();
        return sorted.isEmpty() ? "none is declared" : "known: " + String.join(", ", sorted);
    }

    /** How many letters are changed, left out, added or exchanged with their neighbours, in names of at most 40 characters. */
    static int distance(String a, String b) {
        String u = a.length() > 40 ? a.substring(0, 40) : a;
        int[][] d = new int[u.length() + 1][b.length() + 1];
        for (int i = 0; i <= u.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = d[i - 1][j - 1] + (u.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                boolean exchanged =
                        i > 1 && j > 1 && u.charAt(i - 1) == b.charAt(j - 2) && u.charAt(i - 2) == b.charAt(j - 1);
                if (exchanged) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[u.length()][b.length()];
    }
}
