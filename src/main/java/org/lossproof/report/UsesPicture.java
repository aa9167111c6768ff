package org.lossproof.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lossproof.claim.ClaimResult;
import org.lossproof.page.Verdict;

/** Which claims build on which, by arcs beside a list in the order of the paper, and what falls with a claim that is refuted. */
final class UsesPicture {
    private static final int ROW = 18;
    private static final int WIDTH = 940;
    /** Where arcs start: right of the longest id. */
    private static final int TEXT = 270;

    private static final int LEAST_BULGE = 30;
    /** An arc with control points at a distance reaches three quarters of it. */
    private static final int MOST_BULGE = (WIDTH - TEXT) * 4 / 3 - LEAST_BULGE - 20;

    private final Map<String, ClaimResult> byId = new LinkedHashMap<>();

    UsesPicture(List<ClaimResult> results) {
        results.forEach(r -> byId.put(r.page().id(), r));
    }

    /** SVG of the claims that use another or are used, and what builds on each refuted one. */
    String html() {
        List<String> linked = byId.keySet().stream().filter(this::isLinked).toList();
        if (linked.isEmpty()) {
            return "<p>No page names a claim that it builds on.</p>";
        }
        return svg(linked) + falls();
    }

    private boolean isLinked(String id) {
        return !uses(id).isEmpty() || !users(id).isEmpty();
    }

    private List<String> uses(String id) {
        return byId.get(id).page().allUses().stream().filter(byId::containsKey).toList();
    }

    private List<String> users(String id) {
        return byId.keySet().stream().filter(other -> uses(other).contains(id)).toList();
    }

    /** A row for each claim; from it an arc, in the colour of its verdict, to every claim that builds on it. */
    private String svg(List<String> linked) {
        int height = ROW * (linked.size() + 1);
        StringBuilder out = new StringBuilder(
                "<p class=\"soft\">An arc leads from a claim, in the colour of its verdict, to each that"
                        + " builds on it (dots).</p><svg class=\"uses\" role=\"img\" viewBox=\"0 0 " + WIDTH + " "
                        + height
                        + "\"><title>Which claims build on which</title>");
        for (int i = 0; i < linked.size(); i++) {
            String id = linked.get(i);
            int from = y(i);
            out.append(String.format("<g class=\"%s\">", byId.get(id).verdict().label()));
            for (String user : users(id)) {
                out.append(arc(from, y(linked.indexOf(user)), linked.size()));
            }
            out.append(String.format(
                    "<a href=\"%s.html\"><text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text></a></g>",
                    id, TEXT - 10, from + 4, id));
        }
        return out.append("</svg>").toString();
    }

    private static int y(int row) {
        return ROW * (row + 1);
    }

    private static String arc(int from, int to, int rows) {
        int right = TEXT + LEAST_BULGE + MOST_BULGE * Math.abs(to - from) / (ROW * rows);
        return String.format(
                "<path d=\"M%d %d C%d %d %d %d %d %d\"/><circle cx=\"%d\" cy=\"%d\" r=\"2.5\"/>",
                TEXT, from, right, from, right, to, TEXT, to, TEXT, to);
    }

    private String falls() {
        List<String> rows = new ArrayList<>();
        byId.forEach((id, result) -> {
            Set<String> above = buildingOn(id);
            if (result.verdict() == Verdict.REFUTED && !above.isEmpty()) {
                rows.add("<tr><td>" + link(id) + "</td><td>" + links(above, UsesPicture::stands) + "</td><td>"
                        + links(above, v -> !stands(v)) + "</td></tr>");
            }
        });
        return rows.isEmpty()
                ? ""
                : "<table class=\"falls\"><thead><tr><th>refuted</th><th>build on it, directly or not, and stand: on what is derived or"
                        + " granted in its place</th><th>build on it and do not</th></tr></thead><tbody>"
                        + String.join("\n", rows) + "</tbody></table>";
    }

    private static boolean stands(Verdict verdict) {
        return verdict == Verdict.PROVED || verdict == Verdict.CORROBORATED;
    }

    private String links(Set<String> ids, Predicate<Verdict> of) {
        return ids.stream()
                .filter(id -> of.test(byId.get(id).verdict()))
                .map(UsesPicture::link)
                .collect(Collectors.joining(", "));
    }

    private static String link(String id) {
        return "<a href=\"" + id + ".html\">" + id + "</a>";
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
