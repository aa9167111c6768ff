package org.lossproof.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown with math between dollar signs as HTML; the math is left for KaTeX. */
final class Prose {
    private static final Pattern MATH = Pattern.compile("\\$\\$.+?\\$\\$|\\$[^$]+?\\$", Pattern.DOTALL);
    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());

    private Prose() {}

    /** HTML of a piece of Markdown; raw HTML in it is escaped. */
    static String html(String markdown) {
        List<String> formulas = new ArrayList<>();
        Matcher math = MATH.matcher(markdown);
        StringBuilder without = new StringBuilder();
        while (math.find()) {
            math.appendReplacement(without, "MATH" + formulas.size() + "HERE");
            formulas.add(math.group());
        }
        math.appendTail(without);
        Parser parser = Parser.builder().extensions(TABLES).build();
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .build();
        String html = renderer.render(parser.parse(without.toString()));
        for (int i = 0; i < formulas.size(); i++) {
            html = html.replace("MATH" + i + "HERE", escaped(formulas.get(i)));
        }
        return html;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
