package org.lossproof.expansion;

import java.util.List;
import org.lossproof.loss.Expr.Letter;

/**
 * The second order of an expansion, L = -Tr[W B W'] + O(|W|^4): B = alpha A0 + gamma C + g I, whose eigenvalues decide which
 * modes leave the origin.
 *
 * @param expansion of the loss, to order 2 at least
 */
public record OriginHessian(Expansion expansion) {

    /** B as text, such as {@code A0} or {@code beta A0 + (beta - 1) C}. */
    public String matrix() {
        return sum(false, "A0", "C", "I");
    }

    /** The eigenvalue b_i of B on a common eigenvector of A0 and C with eigenvalues a_i and c_i. */
    public String eigenvalue() {
        return sum(false, "a_i", "c_i", "");
    }

    /** {@link #eigenvalue}, typeset. */
    public String eigenvalueTex() {
        return sum(true, "a_i", "c_i", "");
    }

    /**
     * When modes collapse, in a sentence: mode i does not leave the origin where b_i <= 0, decided for a_i > 0, c_i >= 0 and
     * parameters in their ranges.
     */
    public String collapse() {
        return CollapseThreshold.of(expansion.loss(), negated(Letter.A), negated(Letter.C), negated(Letter.G));
    }

    /** Whether order 2 consists of tr(A), tr(C) and tr(G) alone. */
    public boolean isQuadraticForm() {
        return expansion.ofOrder(2).keySet().stream().allMatch(i -> i.text().matches("tr\\([ACG]\\)"));
    }

    private Coefficient negated(Letter letter) {
        return expansion.hessian(letter).negated();
    }

    private String sum(boolean tex, String a, String c, String identity) {
        return sum(List.of(negated(Letter.A), negated(Letter.C), negated(Letter.G)), List.of(a, c, identity), tex);
    }

    /** A sum of names with coefficients; the name of the constant is empty. */
    static String sum(List<Coefficient> coefficients, List<String> names, boolean tex) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            Coefficient coefficient = coefficients.get(i);
            if (!coefficient.isZero()) {
                String factor = tex ? coefficient.tex() : coefficient.text();
                boolean whole = Expansion.isSum(factor);
                boolean negative = factor.startsWith("-") && !whole;
                String magnitude = negative ? factor.substring(1) : factor;
                String name = names.get(i);
                String term = magnitude.equals("1") && !name.isEmpty()
                        ? name
                        : whole ? "(" + magnitude + ") " + name : magnitude + (tex ? "\\," : " ") + name;
                out.append(out.isEmpty() ? (negative ? "-" : "") : negative ? " - " : " + ")
                        .append(term.strip());
            }
        }
        return out.isEmpty() ? "0" : out.toString();
    }
}
