package org.lossproof.page.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lossproof.kernel.Letter;

/**
 * A {@code theorem} block: a statement about matrices of any size, and its proof.
 *
 * @param matrices its letters
 * @param premises under which it holds
 * @param exists matrices that exist
 * @param alternatives conjunctions one of which is true
 * @param examples matrices at which the premises hold, as they are written
 * @param proof the lines of its proof
 * @param text the statement as it is written
 */
public record MatrixTheorem(
        Matrices matrices,
        List<Matrices.Premise> premises,
        List<Letter> exists,
        List<List<MatrixFormula>> alternatives,
        List<MatrixExample> examples,
        List<ProofLine> proof,
        String text) {
    public MatrixTheorem {
        premises = List.copyOf(premises);
        exists = List.copyOf(exists);
        alternatives = alternatives.stream().map(List::copyOf).toList();
        examples = List.copyOf(examples);
        proof = List.copyOf(proof);
    }

    /** Typeset. */
    public String tex() {
        List<MatrixFormula> given = new ArrayList<>();
        premises.forEach(p -> given.add(p.formula()));
        Shapes shapes = new Shapes(matrices);
        String left = given.stream().map(f -> f.tex(shapes::isNumber)).collect(Collectors.joining(",\\allowbreak\\ "));
        String there = exists.isEmpty()
                ? ""
                : "\\exists "
                        + exists.stream().map(l -> MatrixTex.name(l.name())).collect(Collectors.joining(", "))
                        + "\\colon\\ ";
        String right = alternatives.stream()
                .map(a -> a.stream().map(f -> f.tex(shapes::isNumber)).collect(Collectors.joining(",\\allowbreak\\ ")))
                .collect(Collectors.joining("\\ \\text{ or }\\allowbreak\\ "));
        return (left.isEmpty() ? "" : left + "\\ \\Longrightarrow\\ ") + there + right;
    }
}
