package org.lossproof.expansion.symja;

import java.util.List;
import org.lossproof.loss.Expr;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/** Sums over coordinate indices; a sum over different i, j is the sum over all less the sum over i = j. */
final class IndexSummation {
    private IndexSummation() {}

    static Terms sum(Symja symja, Product p, Expr.IndexSum sum, IExpr dimension) {
        return sum(symja, p, sum.indices(), sum.distinct(), dimension);
    }

    private static Terms sum(Symja symja, Product p, List<String> indices, boolean distinct, IExpr dimension) {
        if (indices.isEmpty()) {
            return Terms.of(symja, p, F.C1);
        }
        String last = indices.get(indices.size() - 1);
        List<String> others = indices.subList(0, indices.size() - 1);
        Terms out = new Terms(symja);
        out.addAll(sum(symja, free(p, last), others, distinct, dimension), weight(p, last, dimension));
        if (distinct) {
            for (String other : others) {
                Product equal = p.mapIndices(i -> i.equals(last) ? other : i);
                out.addAll(sum(symja, equal, others, true, dimension), F.CN1);
            }
        }
        return out;
    }

    private static IExpr weight(Product p, String index, IExpr dimension) {
        return p.coordinates().stream().anyMatch(c -> c.index().equals(index)) ? F.C1 : dimension;
    }

    private static Product free(Product p, String index) {
        String fresh = "#" + (p.largestNumber() + 1);
        return p.mapIndices(i -> i.equals(index) ? fresh : i);
    }
}
