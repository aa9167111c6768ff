package org.lossproof.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lossproof.claim.ClaimResult;
import org.lossproof.page.Verdict;

/** Which claims build on which, in layers from left to right, and what falls with a claim that is refuted. */
final class UsesPicture {
    private static final int COLUMN = 190;
    private static final int ROW = 26;

    private final Map<String, ClaimResult> byId = new LinkedHashMap<>();

    UsesPicture(List<ClaimResult> results) {
        results.forEach(r -> byId.put(r.page().id(), r));
    }

    /** SVG of the claims that use another or are used, and a sentence for each refuted one that others build on. */
    String html() {
        Map<String, Integer> layers = new LinkedHashMap<>();
        byId.keySet().stream().filter(this::isLinked).forEach(id -> layers.put(id, layer(id, new LinkedHashSet<>())));
        if (layers.isEmpty()) {
            return "<p>No page names a claim that it builds on.</p>";
        }
        return svg(layers) + falls();
    }

    private boolean isLinked(String id) {
        return !uses(id).isEmpty()
                || byId.keySet().stream().anyMatch(other -> uses(other).contains(id));
    }

    private List<String> uses(String id) {
        return byId.get(id).page().allUses().stream().filter(byId::containsKey).toList();
    }

    /** One more than the deepest claim it builds on; a circle is cut. */
    private int layer(String id, Set<String> above) {
        if (!above.add(id)) {
            return 0;
        }
        int out = uses(id).stream().mapToInt(u -> 1 + layer(u, above)).max().orElse(0);
        above.remove(id);
        return out;
    }

    private String svg(Map<String, Integer> layers) {
        Map<String, int[]> places = new LinkedHashMap<>();
        Map<Integer, Integer> filled = new LinkedHashMap<>();
        layers.forEach((id, layer) -> {
            int row = filled.merge(layer, 1, Integer::sum) - 1;
            places.put(id, new int[] {10 + layer * COLUMN, 20 + row * ROW});
        });
        int width = 10 + (1 + layers.values().stream().mapToInt(i -> i).max().orElse(0)) * COLUMN;
        int height = 20 + filled.values().stream().mapToInt(i -> i).max().orElse(1) * ROW;
        StringBuilder out = new StringBuilder("<div class=\"wide\"><svg class=\"uses\" role=\"img\" width=\"" + width
                + "\" height=\"" + height + "\"><title>Which claims build on which</title>");
        places.forEach((id, to) -> uses(id).forEach(used -> {
            int[] from = places.get(used);
            int start = from[0] + 150;
            out.append(String.format(
                    "<path d=\"M%d %d C%d %d %d %d %d %d\"/>",
                    start, from[1], start + 30, from[1], to[0] - 30, to[1], to[0] - 3, to[1]));
        }));
        places.forEach((id, at) -> out.append(String.format(
                "<a href=\"%s.html\"><text class=\"%s\" x=\"%d\" y=\"%d\">%s</text></a>",
                id, byId.get(id).verdict().label(), at[0], at[1] + 4, id)));
        return out.append("</svg></div>").toString();
    }

    private String falls() {
        List<String> lines = new ArrayList<>();
        byId.forEach((id, result) -> {
            Set<String> falling = buildingOn(id);
            if (result.verdict() == Verdict.REFUTED && !falling.isEmpty()) {
                lines.add("<li>" + id + " is refuted; on it build "
                        + falling.stream()
                                .map(f -> f + " (" + byId.get(f).verdict().label() + " with what is derived instead)")
                                .collect(Collectors.joining(", "))
                        + ".</li>");
            }
        });
        return lines.isEmpty() ? "" : "<ul>" + String.join("\n", lines) + "</ul>";
    }

    /** The claims that build on it, directly or through others. */
    private Set<String> buildingOn(String id) {
        Set<String> out = new LinkedHashSet<>();
        boolean more = true;
        while (more) {
            more = byId.keySet().stream()
                            .filter(other -> uses(other).stream().anyMatch(u -> u.equals(id) || out.contains(u)))
                            .filter(out::add)
                            .count()
                    > 0;
        }
        return out;
    }
}
