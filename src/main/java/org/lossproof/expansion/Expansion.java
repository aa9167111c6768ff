package org.lossproof.expansion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lossproof.loss.Expr.Letter;
import org.lossproof.loss.LossDefinition;
import org.lossproof.moments.Invariant;

/**
 * The Taylor expansion of a loss in W, without its constant: by order, the coefficient of every invariant of K_A = W A0
 * W', K_C = W C W' (and G = W W').
 *
 * @param loss the definition
 * @param order the highest order computed
 * @param terms by order, in the letters A, C and G; zero terms are left out
 * @param compact the same, each order in the letters that need the fewest terms (S = A + C)
 * @param reports what became of every route
 * @param records what the routes gave, those that agree
 */
public record Expansion(
        LossDefinition loss,
        int order,
        SortedMap<Integer, Map<Invariant, Coefficient>> terms,
        SortedMap<Integer, Map<Invariant, Coefficient>> compact,
        List<RouteReport> reports,
        List<RouteRecord> records) {
    public Expansion {
        terms = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(terms));
        compact = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(compact));
        reports = List.copyOf(reports);
        records = List.copyOf(records);
    }

    /** The same expansion with the fate of a further route, and what it gave if it agrees. */
    public Expansion with(RouteReport report, Optional<RouteRecord> record) {
        List<RouteReport> allReports = new ArrayList<>(reports);
        allReports.add(report);
        List<RouteRecord> allRecords = new ArrayList<>(records);
        record.ifPresent(allRecords::add);
        return new Expansion(loss, order, terms, compact, allReports, allRecords);
    }

    /** The independent computations that agree on it, in words. */
    public List<String> routes() {
        return reports.stream()
                .filter(RouteReport::agrees)
                .map(RouteReport::words)
                .toList();
    }

    /** Whether at least two independent routes agree on it. */
    public boolean confirmed() {
        return reports.stream().filter(RouteReport::agrees).count() >= 2;
    }

    /** The terms of one order; empty if there are none. */
    public Map<Invariant, Coefficient> ofOrder(int k) {
        return terms.getOrDefault(k, Map.of());
    }

    /** The coefficient of an invariant given by its text in A, C, G; empty if zero. */
    public Optional<Coefficient> coefficient(String invariant) {
        return terms.values().stream()
                .flatMap(m -> m.entrySet().stream())
                .filter(e -> e.getKey().text().equals(invariant))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether every odd order vanishes. */
    public boolean isEven() {
        return terms.keySet().stream()
                .noneMatch(k -> k % 2 == 1 && !terms.get(k).isEmpty());
    }

    /** The lines {@code order 2: -tr(A)} in the compact letters. */
    public List<String> lines() {
        List<String> out = new ArrayList<>();
        compact.forEach((k, sum) -> {
            if (!sum.isEmpty()) {
                out.add("order " + k + ":  " + text(sum));
            }
        });
        return out;
    }

    /** {@code -tr(A) + 3/4 tr(SS) + O(|W|^6)} in the compact letters. */
    public String formula() {
        Map<Invariant, Coefficient> all = new LinkedHashMap<>();
        compact.values().forEach(all::putAll);
        return text(all) + " + O(|W|^" + (order % 2 == 0 ? order + 2 : order + 1) + ")";
    }

    /** A sum of invariants as text. */
    public static String text(Map<Invariant, Coefficient> sum) {
        return join(sum, false);
    }

    /** A sum of invariants, typeset. */
    public static String tex(Map<Invariant, Coefficient> sum) {
        return join(sum, true);
    }

    /** The coefficients of tr(A), tr(C) and tr(G) at order 2: L = -Tr[W B W'] has B = -(alpha A0 + gamma C + g I). */
    public Coefficient hessian(Letter letter) {
        return coefficient("tr(" + letter + ")").orElse(Coefficient.of(org.hipparchus.fraction.BigFraction.ZERO));
    }

    /** Whether a plus or minus stands outside all brackets. */
    static boolean isSum(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
            if (depth == 0 && i > 0 && (c == '+' || c == '-')) {
                return true;
            }
        }
        return false;
    }

    private static String join(Map<Invariant, Coefficient> sum, boolean tex) {
        if (sum.isEmpty()) {
            return "0";
        }
        StringBuilder out = new StringBuilder();
        sum.forEach((invariant, coefficient) -> {
            String c = tex ? coefficient.tex() : coefficient.text();
            boolean negative = c.startsWith("-");
            String magnitude = negative ? c.substring(1) : c;
            boolean sumInside = isSum(magnitude);
            out.append(out.isEmpty() ? (negative ? "-" : "") : negative ? " - " : " + ");
            if (!magnitude.equals("1")) {
                out.append(sumInside ? "(" + magnitude + ")" : magnitude).append(tex ? "\\," : " ");
            }
            out.append(tex ? invariant.tex() : invariant.text());
        });
        return out.toString();
    }
}
