package org.lossproof.loss;

/**
 * A loss has no expansion around W = 0: a function is taken at its singularity there. Every route throws it, with one wording.
 */
public final class NotAnalyticException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Expr part;
    private final Kind kind;

    /** What is singular. */
    public enum Kind {
        LOG("log"),
        QUOTIENT("quotient"),
        ROOT("root or power"),
        RELU("relu");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The kind of a function; exp is never singular. */
        public static Kind of(Function function) {
            return switch (function) {
                case LOG -> LOG;
                case SQRT -> ROOT;
                case RELU -> RELU;
                case EXP -> throw new IllegalArgumentException("exp has no singularity");
            };
        }
    }

    /**
     * @param where the place of the part
     * @param kind what is singular
     * @param part the function with its argument, which vanishes at W = 0
     */
    public NotAnalyticException(Span where, Kind kind, Expr part) {
        super(
                where,
                "the loss is not analytic at W = 0: " + kind.words + " of a quantity that vanishes there, in "
                        + Notation.plain(part)
                        + "; an expansion around W = 0 exists only if it stays away from 0, as sqrt(u + eps) does");
        this.part = part;
        this.kind = kind;
    }

    /** The function with its argument. */
    public Expr part() {
        return part;
    }

    /** What is singular. */
    public Kind kind() {
        return kind;
    }
}
