package org.lossproof.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Losses;
import org.lossproof.loss.Span;
import org.lossproof.page.matrix.Matrices;

/**
 * The page of a claim: prose for a reader, and fenced blocks that the tool executes.
 *
 * @param id the claim
 * @param title what it says
 * @param place where it stands in the paper
 * @param printed the statement as the paper prints it
 * @param hypotheses under which it is meant; empty if none is named
 * @param granted what is taken from the paper without a derivation, beside the forms that its settings grant
 * @param uses the claims it builds on
 * @param scope the instances that its blocks cover, if the claim is about more; then it is corroborated at best
 * @param recorded the verdict on record; empty on a new page
 * @param pieces what stands below its fields, in its order
 * @param file how errors name it
 */
public record Page(
        String id,
        String title,
        String place,
        String printed,
        String hypotheses,
        Optional<String> granted,
        List<String> uses,
        Optional<String> scope,
        Optional<Verdict> recorded,
        List<Piece> pieces,
        String file) {

    /** A part of a page. */
    public sealed interface Piece {}

    /** What is there for a reader. */
    public record Prose(String markdown) implements Piece {}

    /** Names the landscape of the blocks below it. */
    public record SettingText(Setting setting, String text) implements Piece {}

    /** Declares the matrices that the theorems below it speak of. */
    public record MatricesText(Matrices matrices) implements Piece {}

    /**
     * A statement of the page.
     *
     * @param role what it is to the claim
     * @param label in words; empty if there is nothing to add
     * @param holds whether it is on record as true; printed statements follow the verdict
     * @param statement what is checked
     * @param span where its fence opens
     */
    public record Block(Role role, String label, boolean holds, Assertion statement, Span span) implements Piece {
        /** The landscape it speaks of, if any. */
        public Optional<Setting> setting() {
            if (statement instanceof Fact fact) {
                return fact.setting();
            }
            return statement instanceof ModelProperty property ? Optional.of(property.setting()) : Optional.empty();
        }
    }

    /** What a statement is to its claim. */
    public enum Role {
        /** What the paper prints; this decides the verdict. */
        PRINTED,
        /** The printed statement under another reading or a further hypothesis. */
        READING,
        /** A step of the derivation. */
        STEP,
        /** What is true instead. */
        CORRECTION;

        /** As it is written in pages and reports. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Page {
        uses = List.copyOf(uses);
        pieces = List.copyOf(pieces);
    }

    /** Its statements. */
    public List<Block> blocks() {
        return pieces.stream()
                .filter(Block.class::isInstance)
                .map(Block.class::cast)
                .toList();
    }

    /**
     * Reads a page.
     *
     * @param file how errors name it
     * @param losses where {@code loss(NAME)} and {@code landscape NAME} look
     * @throws InputException if it lacks a part, or has one that is no part of a page
     */
    public static Page parse(String id, String markdown, String file, Losses losses) {
        return new PageParser(id, markdown, file, losses).page();
    }

    /** The statements in a role. */
    public List<Block> in(Role role) {
        return blocks().stream().filter(b -> b.role() == role).toList();
    }

    /**
     * All that is granted without a derivation: by the page and by the settings that its blocks use. A setting that grants less than
     * another one adds nothing.
     */
    public List<String> allGranted() {
        List<List<String>> bySetting = blocks().stream()
                .flatMap(b -> b.setting().stream())
                .map(Setting::granted)
                .filter(g -> !g.isEmpty())
                .distinct()
                .toList();
        Stream<String> widest = bySetting.stream()
                .filter(g -> bySetting.stream().noneMatch(h -> h.size() > g.size() && h.containsAll(g)))
                .map(g -> String.join("; ", g));
        return Stream.concat(granted.stream(), widest).distinct().toList();
    }

    /** The claims it builds on: those that it names and those whose result a setting takes as a premise. */
    public List<String> allUses() {
        Stream<String> premises = blocks().stream()
                .flatMap(b -> b.setting().flatMap(Setting::premise).stream())
                .map(Setting.Premise::claim);
        return Stream.concat(uses.stream(), premises).distinct().toList();
    }

    /** What tells a block of this page from the others: role and label, and a number where these are the same. */
    public String name(Block block) {
        List<Block> same = blocks().stream()
                .filter(b -> b.role() == block.role() && b.label().equals(block.label()))
                .toList();
        int number = same.indexOf(block);
        return block.role() + ": " + block.label() + (number == 0 ? "" : " (" + (number + 1) + ")");
    }
}
