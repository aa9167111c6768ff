package org.lossproof.page;

import java.util.List;
import java.util.Optional;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Formula;

/**
 * A statement about a landscape at any covariances, of any number of modes, that is put to the test at random ones.
 *
 * @param setting the landscape
 * @param covariances whether they commute
 * @param range what it is about in each model
 * @param indices the modes it names: none, one, or two different ones
 * @param changes what is changed in a model before it is solved
 * @param assumptions a model, or a choice in it, that fails one of them is not meant
 * @param claim what is claimed
 * @param text as it is written
 */
public record ModelProperty(
        Setting setting,
        Covariances covariances,
        Range range,
        List<String> indices,
        List<Change> changes,
        List<Formula> assumptions,
        Formula claim,
        String text)
        implements Assertion {
    /** Which covariances are drawn. */
    public enum Covariances {
        /** With a common eigenbasis. */
        COMMUTING,
        /** Any. */
        ANY
    }

    /** What a property is about in each model. */
    public enum Range {
        /** The model itself. */
        MODEL("", "at the model"),
        /** Each mode, or each pair of different modes. */
        MODES("mode", "for every choice of modes"),
        /** Each subset of the modes. */
        SUBSET("subset", "for every subset of the modes"),
        /** Each stationary point. */
        POINT("point", "at every stationary point"),
        /** Each stationary point without a negative direction. */
        MINIMUM("minimum", "at every minimum"),
        /** The stationary point of least loss. */
        LOWEST("lowest", "at the global minimum");

        private final String word;
        private final String phrase;

        Range(String word, String phrase) {
            this.word = word;
            this.phrase = phrase;
        }

        /** As it is written after {@code for}. */
        public String word() {
            return word;
        }

        /** In a sentence. */
        public String phrase() {
            return phrase;
        }

        /** Whether the landscape is solved for it. */
        public boolean isOfPoints() {
            return this == POINT || this == MINIMUM || this == LOWEST;
        }
    }

    /**
     * Another value in a model.
     *
     * @param name what gets it: a, c, d1, alpha, ...
     * @param mode which eigenvalue, from 1; empty for all of them or for a number
     * @param ofModes whether it is an eigenvalue
     * @param value in terms of the model before the change, for a mode i of index {@code i}
     */
    public record Change(String name, Optional<Integer> mode, boolean ofModes, Expr value) {}

    public ModelProperty {
        indices = List.copyOf(indices);
        changes = List.copyOf(changes);
        assumptions = List.copyOf(assumptions);
    }

    /** Without assumptions, if another claim is put in its place. */
    public ModelProperty withClaim(Formula other) {
        return new ModelProperty(setting, covariances, range, indices, changes, assumptions, other, text);
    }

    @Override
    public String tex() {
        Formula given = new Formula.And(assumptions);
        Formula what = assumptions.isEmpty() ? claim : new Formula.Implies(given, claim);
        return "\\text{" + range.phrase() + ": }\\;" + what.tex();
    }
}
