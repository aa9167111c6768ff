package org.lossproof.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /**
     * A statement of the page.
     *
     * @param role what it is to the claim
     * @param label in words; empty if there is nothing to add
     * @param holds whether it is on record as true; printed statements follow the verdict
     * @param statement what is checked
     * @param line where its fence opens, from 1
     */
    public record Block(Role role, String label, boolean holds, Assertion statement, int line) {}

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

    public ClaimPage {
        blocks = List.copyOf(blocks);
    }

    /**
     * The page of a claim, from the resources.
     *
     * @throws IllegalStateException if there is none
     * @throws InputException if it lacks a part, or has one that is no part of a page
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

    /**
     * Reads a page.
     *
     * @throws InputException if it lacks a part, or has one that is no part of a page
     */
    static ClaimPage parse(String id, String markdown) {
        return new PageParser(id, markdown).page();
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
}
