package org.lossproof.theorem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lossproof.kernel.MatrixStatement;
import org.lossproof.kernel.RejectedCertificateException;
import org.lossproof.kernel.Theorem;
import org.lossproof.loss.InputException;
import org.lossproof.page.matrix.Matrices;
import org.lossproof.page.matrix.MatrixFormula;
import org.lossproof.page.matrix.MatrixTheorem;
import org.lossproof.page.matrix.ProofLine;

/** Variants of a theorem block, one change each, in its statement and in the lines of its proof; and how they fare. */
public final class TheoremMutants {
    private static final int DRAWS_PER_SIZE = 12;
    private static final int MORE_DRAWS_PER_SIZE = 80;

    private final MatrixTheorem theorem;
    private final MatrixStatement original;
    private int refused;
    private int refuted;
    private final List<String> same = new ArrayList<>();
    private final List<String> redundant = new ArrayList<>();
    private final List<String> stillTrue = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    /**
     * How the variants of a statement fared.
     *
     * @param refused whose shapes do not fit
     * @param refuted by an exact counterexample
     * @param same those that are the same statement
     * @param redundant premises without which the theorem is still proved by the same lines
     * @param stillTrue other variants that the same lines still prove
     * @param open those of which neither a proof nor a counterexample is found: not proved
     * @param left variants that were not tried, for the bound
     */
    public record Report(
            int refused,
            int refuted,
            List<String> same,
            List<String> redundant,
            List<String> stillTrue,
            List<String> open,
            int left) {
        public Report {
            same = List.copyOf(same);
            redundant = List.copyOf(redundant);
            stillTrue = List.copyOf(stillTrue);
            open = List.copyOf(open);
        }

        /** How many are told from the statement: refused or refuted. */
        public int killed() {
            return refused + refuted;
        }

        /** How many were tried that are not the same statement. */
        public int total() {
            return killed() + redundant.size() + stillTrue.size() + open.size();
        }
    }

    /** Throws {@link InputException} if the statement cannot be read. */
    public TheoremMutants(MatrixTheorem theorem) {
        this.theorem = theorem;
        this.original = new TheoremElaboration(theorem).statement();
    }

    /** The variants of the statement, up to a number, evenly taken from all. */
    public Report ofStatement(int most) {
        List<Map.Entry<String, MatrixTheorem>> all = new ArrayList<>(variants().entrySet());
        int step = Math.max(1, (all.size() + most - 1) / most);
        int tried = 0;
        for (int i = 0; i < all.size(); i += step) {
            tryOne(all.get(i).getKey(), all.get(i).getValue());
            tried++;
        }
        return new Report(refused, refuted, same, redundant, stillTrue, open, all.size() - tried);
    }

    private void tryOne(String what, MatrixTheorem variant) {
        TheoremElaboration elaboration;
        try {
            elaboration = new TheoremElaboration(variant);
        } catch (InputException e) {
            refused++;
            return;
        }
        MatrixStatement statement = elaboration.statement();
        if (statement.equals(original)) {
            same.add(what);
            return;
        }
        if (isRefuted(statement, DRAWS_PER_SIZE)) {
            refuted++;
        } else if (proved(elaboration)) {
            (what.startsWith("without ") ? redundant : stillTrue).add(what);
        } else if (isRefuted(statement, MORE_DRAWS_PER_SIZE)) {
            refuted++;
        } else {
            open.add(what);
        }
    }

    private static boolean isRefuted(MatrixStatement statement, int drawsPerSize) {
        return new CounterexampleSearch(statement, drawsPerSize)
                .search()
                .counterexample()
                .isPresent();
    }

    /** Whether the lines of a block prove its statement. */
    static boolean proved(MatrixTheorem block) {
        try {
            return proved(new TheoremElaboration(block));
        } catch (InputException e) {
            return false;
        }
    }

    private static boolean proved(TheoremElaboration elaboration) {
        try {
            Theorem.prove(elaboration.statement(), elaboration.proof().certificate());
            return true;
        } catch (ProofGapException | InputException | RejectedCertificateException e) {
            return false;
        }
    }

    /** Variants of the statement by what was changed. */
    Map<String, MatrixTheorem> variants() {
        Map<String, MatrixTheorem> out = new LinkedHashMap<>();
        List<Matrices.Premise> premises = theorem.premises();
        for (int i = 0; i < premises.size(); i++) {
            Matrices.Premise premise = premises.get(i);
            String name = premise.label().isEmpty() ? "premise " + (i + 1) : "premise " + premise.label();
            out.put("without " + name, with(without(premises, i), theorem.alternatives(), theorem.proof()));
            for (ExpressionVariants.Variant<MatrixFormula> v : ExpressionVariants.of(premise.formula())) {
                List<Matrices.Premise> changed =
                        replaced(premises, i, new Matrices.Premise(premise.label(), v.changed()));
                put(out, name + ": " + v.what(), with(changed, theorem.alternatives(), theorem.proof()));
            }
        }
        for (int k = 0; k < theorem.alternatives().size(); k++) {
            conclusion(k, out);
        }
        return out;
    }

    private void conclusion(int k, Map<String, MatrixTheorem> out) {
        List<MatrixFormula> facts = theorem.alternatives().get(k);
        for (int i = 0; i < facts.size(); i++) {
            String name = "conclusion " + (theorem.alternatives().size() > 1 ? (k + 1) + "." : "") + (i + 1);
            for (ExpressionVariants.Variant<MatrixFormula> v : ExpressionVariants.of(facts.get(i))) {
                List<List<MatrixFormula>> changed =
                        replaced(theorem.alternatives(), k, replaced(facts, i, v.changed()));
                put(out, name + ": " + v.what(), with(theorem.premises(), changed, theorem.proof()));
            }
        }
        if (theorem.alternatives().size() > 1) {
            List<List<MatrixFormula>> fewer = without(theorem.alternatives(), k);
            put(out, "no alternative " + (k + 1), with(theorem.premises(), fewer, theorem.proof()));
        }
    }

    /** A second change of the same name gets a number. */
    private static void put(Map<String, MatrixTheorem> out, String what, MatrixTheorem variant) {
        String name = what;
        for (int i = 2; out.containsKey(name); i++) {
            name = what + " (" + i + ")";
        }
        out.put(name, variant);
    }

    /**
     * The lines of the outermost proof without which the rest still proves the statement.
     *
     * @param most how many lines are tried
     */
    public List<String> needlessLines(int most) {
        List<String> out = new ArrayList<>();
        List<ProofLine> lines = theorem.proof();
        for (int i = 0; i < Math.min(most, lines.size() - 1); i++) {
            if (proved(with(theorem.premises(), theorem.alternatives(), without(lines, i)))) {
                out.add("line " + lines.get(i).span().line());
            }
        }
        return out;
    }

    private MatrixTheorem with(
            List<Matrices.Premise> premises, List<List<MatrixFormula>> alternatives, List<ProofLine> proof) {
        return new MatrixTheorem(
                theorem.matrices(), premises, theorem.exists(), alternatives, List.of(), proof, theorem.text());
    }

    private static <T> List<T> without(List<T> list, int i) {
        List<T> out = new ArrayList<>(list);
        out.remove(i);
        return out;
    }

    private static <T> List<T> replaced(List<T> list, int i, T by) {
        List<T> out = new ArrayList<>(list);
        out.set(i, by);
        return out;
    }
}
