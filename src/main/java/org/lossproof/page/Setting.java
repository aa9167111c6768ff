package org.lossproof.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lossproof.loss.Expr;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.ParameterDeclaration;

/**
 * The landscape that the blocks of a page speak of: the expansion of a loss to order 4 or a form that the paper grants, with what is
 * added to it, and the number of modes and rows at which facts are written out.
 *
 * @param form where it comes from
 * @param premise what the paper takes for b_i from an earlier claim, if anything
 * @param modes d0, at which facts are written out
 * @param rows d1, likewise
 * @param decay the name of the weight decay, if there is one
 * @param norm how E|f(x)|^2 is held at c
 * @param bias whether f(x) = W x + v
 */
public record Setting(
        Form form, Optional<Premise> premise, int modes, int rows, Optional<String> decay, Norm norm, boolean bias) {
    /** The longest list of entries of W that facts are written out for. */
    private static final int MOST_ENTRIES = 9;

    /** Where a landscape comes from. */
    public sealed interface Form {
        /** The parameters that may occur in it. */
        List<ParameterDeclaration> parameters();
    }

    /** The expansion of a loss. */
    public record OfLoss(LossDefinition loss) implements Form {
        @Override
        public List<ParameterDeclaration> parameters() {
            return loss.parameters();
        }
    }

    /**
     * -Tr[W B W'] + quartic, granted.
     *
     * @param quartic a sum of products of traces in A, C, S
     * @param b the eigenvalue of B in a mode as an expression in a, c, s and parameters; empty if B is any matrix
     * @param parameters those declared
     * @param lines as they are written
     */
    public record Granted(Expr quartic, Optional<Expr> b, List<ParameterDeclaration> parameters, List<String> lines)
            implements Form {
        public Granted {
            lines = List.copyOf(lines);
            parameters = List.copyOf(parameters);
        }

        /** The quartic as a definition of its own, so that it is expanded like a loss. */
        public LossDefinition quarticAsLoss() {
            return new LossDefinition("granted", "", List.of(), parameters, List.of("f"), quartic);
        }
    }

    /**
     * What the paper takes for b_i.
     *
     * @param claim the id of the claim it comes from
     * @param b an expression in a, c, s and parameters
     * @param text as it is written
     */
    public record Premise(String claim, Expr b, String text) {}

    /** How E|f(x)|^2 is held at c. */
    public enum Norm {
        /** Not at all. */
        FREE,
        /** By kappa (rho - c)^2. */
        PENALTY,
        /** rho = c. */
        CONSTRAINT
    }

    public Setting {
        if (modes * rows + (bias ? rows : 0) > MOST_ENTRIES) {
            throw new IllegalArgumentException("at most " + MOST_ENTRIES
                    + " entries of W and the bias are written out; here are " + (modes * rows + (bias ? rows : 0)));
        }
    }

    /** Whether B is any matrix that commutes with Sigma. */
    public boolean isOfAnyB() {
        return form instanceof Granted granted && granted.b().isEmpty();
    }

    /** The name of the entry of W in a row and a mode, from 1. */
    public String entry(int row, int mode) {
        return rows == 1 ? "w" + mode : "w" + row + mode;
    }

    /** The entries of W. */
    public List<String> entries() {
        List<String> out = new ArrayList<>();
        for (int row = 1; row <= rows; row++) {
            for (int mode = 1; mode <= modes; mode++) {
                out.add(entry(row, mode));
            }
        }
        return out;
    }

    /** The entries of the bias; none without one. */
    public List<String> biasEntries() {
        if (!bias) {
            return List.of();
        }
        return rows == 1
                ? List.of("v")
                : IntStream.rangeClosed(1, rows).mapToObj(r -> "v" + r).toList();
    }

    /** What L is differentiated by. */
    public List<String> unknowns() {
        List<String> out = new ArrayList<>(entries());
        out.addAll(biasEntries());
        return out;
    }

    /** As it is written: what the paper grants, nothing if the landscape is derived from a loss. */
    public List<String> granted() {
        return form instanceof Granted g ? g.lines() : List.of();
    }
}
