package org.lossproof.expansion.symja;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.matheclipse.core.interfaces.IExpr;

/** A sum of products with coefficients of Symja; one Taylor coefficient of an expression. */
final class Terms {
    private final Symja symja;
    private final Map<Product, IExpr> sum = new LinkedHashMap<>();

    Terms(Symja symja) {
        this.symja = symja;
    }

    static Terms of(Symja symja, Product product, IExpr coefficient) {
        Terms out = new Terms(symja);
        out.add(product, coefficient);
        return out;
    }

    void add(Product product, IExpr coefficient) {
        IExpr total = sum.containsKey(product) ? symja.add(sum.get(product), coefficient) : coefficient;
        if (total.isZero()) {
            sum.remove(product);
        } else {
            sum.put(product, total);
        }
    }

    void addAll(Terms that, IExpr factor) {
        that.forEach((p, c) -> add(p, symja.multiply(c, factor)));
    }

    void forEach(BiConsumer<Product, IExpr> action) {
        sum.forEach(action);
    }

    boolean isZero() {
        return sum.isEmpty();
    }

    IExpr coefficient(Product product, IExpr otherwise) {
        return sum.getOrDefault(product, otherwise);
    }

    Terms times(Terms that) {
        Terms out = new Terms(symja);
        sum.forEach((p, c) -> that.sum.forEach((q, d) -> out.add(p.times(q), symja.multiply(c, d))));
        return out;
    }

    Terms map(Function<Product, Terms> image) {
        Terms out = new Terms(symja);
        sum.forEach((p, c) -> out.addAll(image.apply(p), c));
        return out;
    }
}
