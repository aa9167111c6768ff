package org.lossproof.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lossproof.loss.InputException;

/**
 * The page of a claim: prose for a reader, and fenced blocks that the tool executes.
 *
 * @param id the claim
 * @param title what it says
 * @param place where it stands in the paper
 * @param hypotheses under which it is meant
 * @param scope the instances that its blocks cover, if the claim is about more; then it is corroborated at best
 * @param recorded the verdict on record
 * @param blocks its statements
 * @param markdown the whole page
 */
public record ClaimPage(
        String id,
        String title,
        String place,
        String hypotheses,
        Optional<String> scope,
        Verdict recorded,
        List<Block> blocks,
        String markdown) {
    private static final Pattern FENCE =
            Pattern.compile("^```(claim|fact|singular) ([^\\n]+)\\n(.*?)^```\\s*$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern ROLE =
            Pattern.compile("(printed|correction|(?:reading|step) (?:holds|fails))(?:: (.+))?");

    /**
     * A statement of the page.
     *
     * @param role what it is to the claim
     * @param label in words; empty if there is nothing to add
     * @param holds whether it is on record as true; printed statements follow the verdict
     * @param statement what is checked
     */
    public record Block(Role role, String label, boolean holds, Assertion statement) {}

    /** What a statement is to its claim. */
    public enum Role {
        /** What the paper prints; this decides the verdict. */
        PRINTED,
        /** The printed statement under another reading or a further hypothesis. */
        READING,
        /** A step of the derivation. */
        STEP,
        /** What is true instead. */
        CORRECTION
    }

    public ClaimPage {
        blocks = List.copyOf(blocks);
    }

    /**
     * The page of a claim, from the resources.
     *
     * @throws IllegalStateException if there is none, or it lacks a part
     */
    public static ClaimPage load(String id) {
        String path = "/proofs/" + id + ".md";
        try (InputStream in = ClaimPage.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no page proofs/" + id + ".md");
            }
            return parse(id, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a page. */
    static ClaimPage parse(String id, String markdown) {
        Matcher title = Pattern.compile("\\A# " + Pattern.quote(id) + ": (.+)").matcher(markdown);
        if (!title.find()) {
            throw new IllegalStateException("proofs/" + id + ".md does not open with '# " + id + ": title'");
        }
        return new ClaimPage(
                id,
                title.group(1).strip(),
                field(id, markdown, "Place"),
                field(id, markdown, "Hypotheses"),
                optionalField(markdown, "Scope"),
                Verdict.ofLabel(field(id, markdown, "Verdict")),
                blocks(id, markdown),
                markdown);
    }

    /** The statements in a role. */
    public List<Block> in(Role role) {
        return blocks.stream().filter(b -> b.role() == role).toList();
    }

    /** What tells a block of this page from the others: role and label, and a number where these are the same. */
    String name(Block block) {
        List<Block> same = blocks.stream()
                .filter(b -> b.role() == block.role() && b.label().equals(block.label()))
                .toList();
        int number = same.indexOf(block);
        return block.role() + ": " + block.label() + (number == 0 ? "" : " (" + (number + 1) + ")");
    }

    /** The questions to the solver, in SMT-LIB, by file name. */
    public SortedMap<String, String> smtLib() {
        SortedMap<String, String> out = new TreeMap<>();
        for (Block block : blocks) {
            if (block.statement() instanceof Fact fact) {
                out.put(
                        String.format("%s-%02d.smt2", id, out.size() + 1),
                        "; " + fact.text() + "\n" + FactChecker.smtLib(fact));
            }
        }
        return out;
    }

    private static String field(String id, String markdown, String name) {
        return optionalField(markdown, name)
                .orElseThrow(() -> new IllegalStateException("proofs/" + id + ".md has no line '- " + name + ": ...'"));
    }

    private static Optional<String> optionalField(String markdown, String name) {
        Matcher m = Pattern.compile("^- " + name + ": (.+)$", Pattern.MULTILINE).matcher(markdown);
        return m.find() ? Optional.of(m.group(1).strip()) : Optional.empty();
    }

    private static List<Block> blocks(String id, String markdown) {
        List<Block> out = new ArrayList<>();
        Matcher fence = FENCE.matcher(markdown);
        while (fence.find()) {
            int line = (int) markdown.substring(0, fence.start(3)).lines().count();
            Matcher role = ROLE.matcher(fence.group(2).strip());
            String source = "proofs/" + id + ".md (block at line " + line + ")";
            if (!role.matches()) {
                throw new InputException(source + ": a block is 'claim printed', 'claim correction', 'claim reading"
                        + " holds: ...' or 'claim step fails: ...', not '" + fence.group(2) + "'");
            }
            String[] words = role.group(1).split(" ", -1);
            Role kind = Role.valueOf(words[0].toUpperCase(java.util.Locale.ROOT));
            boolean holds = words.length == 1 || words[1].equals("holds");
            String label = Optional.ofNullable(role.group(2)).orElse("");
            Assertion assertion = assertion(fence.group(1), fence.group(3), source);
            out.add(new Block(kind, label, holds, assertion));
        }
        return out;
    }

    private static Assertion assertion(String kind, String text, String source) {
        return switch (kind) {
            case "fact" -> Fact.parse(text, source);
            case "singular" -> Singularity.parse(text, source);
            default -> Statement.parse(text, source);
        };
    }
}
