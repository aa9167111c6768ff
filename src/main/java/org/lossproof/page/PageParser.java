package org.lossproof.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossParser;
import org.lossproof.loss.Losses;
import org.lossproof.loss.Span;
import org.lossproof.page.matrix.Matrices;
import org.lossproof.page.matrix.MatricesParser;
import org.lossproof.page.matrix.MatrixTheoremParser;

/**
 * Reads the page of a claim: a title, a list of fields, and prose with fenced blocks. What looks like a field or a fence and
 * is none would vanish without a word, so it is refused, with line and column.
 */
final class PageParser {
    private static final List<String> REQUIRED = List.of("Place", "Printed");
    private static final Set<String> FIELDS =
            Set.of("Place", "Printed", "Hypotheses", "Granted", "Uses", "Scope", "Verdict");
    private static final Set<String> EXECUTED =
            Set.of("expansion", "fact", "property", "singular", "experiment", "theorem");
    private static final Set<String> SHOWN = Set.of("text", "tex", "sh");

    private static final Pattern FIELD = Pattern.compile("- ([^:]*):(.*)");
    private static final Pattern STRAY_FIELD =
            Pattern.compile("[\\s>*+-]*\\**(?:" + String.join("|", FIELDS) + ")\\**\\s*:.*");
    private static final Pattern FENCE = Pattern.compile("```(?<kind>[^\\s`]*)(?<gap>\\s*)(?<role>[^`]*?)\\s*");
    private static final Pattern STRAY_FENCE = Pattern.compile(
            "[\\s>*+0-9.)-]*(?:```|~~~|[`~'\"]{1,2}(?:" + String.join("|", EXECUTED) + ")\\s+[a-z]+(?!.*`)).*");
    private static final Pattern ROLE =
            Pattern.compile("(printed|correction|(?:reading|step) (?:holds|fails))(?:: (.+))?");

    private final String id;
    private final String markdown;
    private final String file;
    private final Losses losses;
    private Optional<Setting> setting = Optional.empty();
    private Optional<Matrices> matrices = Optional.empty();
    private final List<String> lines;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<Page.Piece> pieces = new ArrayList<>();
    private boolean isPrinted;
    /** The first line, from 0, that belongs to no piece yet. */
    private int prose;
    /** The lines that a field or a fenced block takes up, from 0. */
    private final BitSet taken = new BitSet();

    private int read = 1;
    private String lastField = "";

    PageParser(String id, String markdown, String file, Losses losses) {
        this.id = id;
        this.file = file;
        this.losses = losses;
        this.markdown = markdown;
        this.lines = Arrays.asList(markdown.split("\r\n|\r|\n", -1));
    }

    /**
     * The page.
     *
     * @throws InputException naming line and column of what is missing, twice there, or no part of a page
     */
    Page page() {
        String title = title();
        Node document = Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .build()
                .parse(markdown);
        fields(document);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                fence(block);
            }
        });
        refuseStrays(lines.size());
        prose(lines.size());
        if (!isPrinted) {
            throw error(
                    0,
                    0,
                    "the page states nothing as printed; add a fence '```expansion printed' or '```fact printed'");
        }
        return new Page(
                id,
                title,
                fields.get("Place"),
                fields.get("Printed"),
                fields.getOrDefault("Hypotheses", ""),
                Optional.ofNullable(fields.get("Granted")),
                uses(),
                Optional.ofNullable(fields.get("Scope")),
                verdict(),
                pieces,
                file);
    }

    private List<String> uses() {
        List<String> out = new ArrayList<>();
        for (String use : fields.getOrDefault("Uses", "").split(",", -1)) {
            if (!use.isBlank()) {
                out.add(use.strip());
            }
        }
        for (String use : out) {
            if (!use.matches(Paper.ID)) {
                throw error(lineOf("Uses"), 2, "'" + use + "' is no id of a claim; write '- Uses: prop-1, eq-08'");
            }
        }
        return out;
    }

    private int lineOf(String field) {
        int line = 0;
        while (!lines.get(line).startsWith("- " + field + ":")) {
            line++;
        }
        return line;
    }

    private String title() {
        String opening = "# " + id + ": ";
        String first = lines.get(0);
        if (!first.startsWith(opening) || first.substring(opening.length()).isBlank()) {
            throw error(0, 0, "a page opens with the line '" + opening + "title'");
        }
        return first.substring(opening.length()).strip();
    }

    private void fields(Node document) {
        Node title = document.getFirstChild();
        Node list = title == null ? null : title.getNext();
        if (!(list instanceof BulletList)) {
            throw error(
                    1, 0, "below the title stands the list of '- " + String.join(": ...', '- ", REQUIRED) + ": ...'");
        }
        List<SourceSpan> spans = list.getSourceSpans();
        for (SourceSpan span : spans) {
            if (!lines.get(span.getLineIndex()).isBlank()) {
                field(span.getLineIndex());
            }
        }
        int last = spans.get(spans.size() - 1).getLineIndex();
        prose = last + 1;
        for (String name : REQUIRED) {
            if (!fields.containsKey(name)) {
                throw error(last, 0, "the list that ends here has no line '- " + name + ": ...'");
            }
        }
    }

    private void field(int line) {
        String text = lines.get(line);
        if (text.matches("  +\\S.*") && !fields.isEmpty()) {
            fields.compute(lastField, (name, value) -> value + " " + text.strip());
            taken.set(line);
            return;
        }
        Matcher m = FIELD.matcher(text);
        if (!m.matches() || m.group(2).isBlank()) {
            throw error(
                    line,
                    0,
                    "a field is '- Name: text', and may go on in indented lines; the names are " + sorted(FIELDS));
        }
        String name = m.group(1);
        if (!FIELDS.contains(name)) {
            throw error(line, 2, "'" + name + "' is no field of a page; the names are " + sorted(FIELDS));
        }
        if (fields.put(name, m.group(2).strip()) != null) {
            throw error(line, 2, "a second '" + name + ":'; a page has one");
        }
        lastField = name;
        taken.set(line);
    }

    private Optional<Verdict> verdict() {
        String label = fields.get("Verdict");
        if (label == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Verdict.ofLabel(label));
        } catch (IllegalArgumentException e) {
            String known = Arrays.stream(Verdict.values()).map(Verdict::label).collect(Collectors.joining(", "));
            throw error(lineOf("Verdict"), 2, "'" + label + "' is no verdict; the verdicts are " + known);
        }
    }

    private void fence(FencedCodeBlock block) {
        List<SourceSpan> spans = block.getSourceSpans();
        int line = spans.get(0).getLineIndex();
        int column = spans.get(0).getColumnIndex() + block.getFenceIndent();
        refuseStrays(line);
        if (!(block.getParent() instanceof org.commonmark.node.Document) || column > 0) {
            throw error(line, column, "a fence stands at the beginning of a line, in no list and no quotation");
        }
        Matcher m = FENCE.matcher(lines.get(line));
        if (!m.matches()) {
            throw error(line, 0, "a fence is three backticks and its kind: " + kinds());
        }
        if (block.getClosingFenceLength() == null) {
            throw error(line, 0, "this fence is not closed; close it by a line of three backticks");
        }
        int last = spans.get(spans.size() - 1).getLineIndex();
        for (int i = line + 1; i < last; i++) {
            if (lines.get(i).strip().startsWith("```")) {
                throw error(i, 0, "a fence within the fence of line " + (line + 1) + "; a closing fence is ``` alone");
            }
        }
        taken.set(line, last + 1);
        String content = String.join("\n", lines.subList(line + 1, last)) + "\n";
        if (SHOWN.contains(m.group("kind")) && m.group("role").isEmpty()) {
            return;
        }
        prose(line);
        prose = last + 1;
        if (m.group("kind").equals("setting")) {
            setting(m, line, content);
        } else if (m.group("kind").equals("matrices")) {
            matrices(m, line, content);
        } else {
            executed(m, line, content);
        }
    }

    /** What stands between the last piece and a line. */
    private void prose(int end) {
        if (end > prose) {
            String text = String.join("\n", lines.subList(prose, end));
            if (!text.isBlank()) {
                pieces.add(new Page.Prose(text + "\n"));
            }
        }
    }

    private void setting(Matcher opening, int line, String content) {
        if (!opening.group("role").isEmpty()) {
            throw error(line, opening.start("role"), "a setting has no role; the blocks below it have");
        }
        Setting found = new SettingParser(content, start(line), losses).setting();
        setting = Optional.of(found);
        pieces.add(new Page.SettingText(found, content));
    }

    private void matrices(Matcher opening, int line, String content) {
        if (!opening.group("role").isEmpty()) {
            throw error(line, opening.start("role"), "matrices have no role; the theorems below them have");
        }
        Matrices found = new MatricesParser(content, start(line)).matrices();
        matrices = Optional.of(found);
        pieces.add(new Page.MatricesText(found));
    }

    /** The place of the first line within a fence. */
    private Span start(int fence) {
        return new Span(file, fence + 2, 1);
    }

    private void executed(Matcher opening, int line, String content) {
        String kind = opening.group("kind");
        if (!EXECUTED.contains(kind)) {
            boolean shown = SHOWN.contains(kind);
            throw error(
                    line,
                    3,
                    shown
                            ? "a fence that is only shown has no role"
                            : "'" + kind + "' is no kind of fence: " + kinds());
        }
        Matcher role = ROLE.matcher(opening.group("role"));
        if (!role.matches()) {
            throw error(
                    line,
                    opening.start("role"),
                    "'" + opening.group("role")
                            + "' is no role; the roles are printed, correction, reading holds, reading"
                            + " fails, step holds and step fails, and ': label' may follow");
        }
        String[] words = role.group(1).split(" ", -1);
        Page.Role of = Page.Role.valueOf(words[0].toUpperCase(Locale.ROOT));
        boolean holds = words.length == 1 || words[1].equals("holds");
        String label = Optional.ofNullable(role.group(2)).orElse("");
        if (of == Page.Role.CORRECTION && label.isBlank()) {
            throw error(
                    line,
                    opening.start("role"),
                    "a correction has a label, the sentence that is true instead: '```" + kind
                            + " correction: SENTENCE'");
        }
        isPrinted |= of == Page.Role.PRINTED;
        pieces.add(new Page.Block(of, label, holds, assertion(kind, content, line), new Span(file, line + 1, 1)));
    }

    private Assertion assertion(String kind, String text, int line) {
        if (text.isBlank()) {
            throw error(line, 0, "an empty block; it states nothing");
        }
        return switch (kind) {
            case "fact" -> new FactParser(text, start(line), setting, losses).fact();
            case "property" -> new ModelPropertyParser(text, start(line), setting, losses).property();
            case "theorem" ->
                new TheoremStatement(new MatrixTheoremParser(
                                text,
                                start(line),
                                matrices.orElseThrow(() -> error(
                                        line, 0, "no fence '```matrices' above declares what this theorem speaks of")))
                        .theorem());
            case "experiment" -> new ExperimentParser(text, start(line), losses).experiment();
            case "singular" -> new Singularity(LossParser.parse(text, start(line), losses));
            default -> Statement.parse(text, start(line), losses);
        };
    }

    /** The lines up to this one, from where the last call ended. */
    private void refuseStrays(int end) {
        for (; read < end; read++) {
            if (!taken.get(read)) {
                refuseStray(read);
            }
        }
    }

    /** A line of prose that was meant as something else. */
    private void refuseStray(int i) {
        String line = lines.get(i);
        if (STRAY_FENCE.matcher(line).matches()) {
            throw error(
                    i,
                    0,
                    "this is no fence but looks like one; a fence is three backticks, its kind and role: " + kinds());
        }
        if (STRAY_FIELD.matcher(line).matches()) {
            throw error(i, 0, "a field stands in the list below the title, once");
        }
        if (line.startsWith("# ")) {
            throw error(i, 0, "a second title; a page has one, sections are opened by '## '");
        }
    }

    private static String kinds() {
        return sorted(EXECUTED) + " (executed), setting, matrices, or " + sorted(SHOWN) + " (shown)";
    }

    private static String sorted(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }

    private InputException error(int line, int column, String message) {
        return new InputException(new Span(file, line + 1, column + 1), message);
    }
}
