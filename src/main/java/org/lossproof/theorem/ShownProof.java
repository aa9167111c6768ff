package org.lossproof.theorem;

import java.util.List;
import org.lossproof.kernel.MatrixProof;

/**
 * A proof for the kernel, and for a reader.
 *
 * @param certificate what the kernel checks
 * @param steps the lines of the page, with why each holds
 */
public record ShownProof(MatrixProof certificate, List<Step> steps) {
    public ShownProof {
        steps = List.copyOf(steps);
    }

    /**
     * A line of a proof.
     *
     * @param depth how many cases it stands in
     * @param words what is done
     * @param tex what is known then, typeset
     * @param because the certificates, as text
     */
    public record Step(int depth, String words, List<String> tex, List<String> because) {
        public Step {
            tex = List.copyOf(tex);
            because = List.copyOf(because);
        }
    }
}
