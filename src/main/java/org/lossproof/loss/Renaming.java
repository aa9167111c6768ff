package org.lossproof.loss;

import java.util.List;
import java.util.Map;

/** An expression with its vectors under other names. */
final class Renaming extends Rewriter {
    private final Map<String, String> names;

    Renaming(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    Expr expression(Expr e) {
        return rewrite(e);
    }

    Datum datum(Datum d) {
        List<Datum.View> views = d.views().stream()
                .map(v -> new Datum.View(name(v.name()), v.augmentation()))
                .toList();
        return new Datum(name(d.name()), views, d.copies(), d.repeated());
    }

    @Override
    protected String name(String vector) {
        return names.getOrDefault(vector, vector);
    }
}
