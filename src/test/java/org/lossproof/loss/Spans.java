package org.lossproof.loss;

/** Comparison of expressions without regard to where they were written. */
public final class Spans {
    private Spans() {}

    /** The expression with every place replaced by {@link Span#API}. */
    public static Expr strip(Expr e) {
        return new Rewriter() {
            @Override
            protected Span span(Span span) {
                return Span.API;
            }
        }.rewrite(e);
    }
}
