package org.lossproof.kernel;

/**
 * The sign of a polynomial at a point.
 *
 * @param polynomial in real variables
 * @param sign the sign it has
 */
public record Condition(Polynomial polynomial, Sign sign) {
    /** What is known of a sign. */
    public enum Sign {
        ZERO("== 0"),
        NON_NEGATIVE(">= 0"),
        POSITIVE("> 0"),
        NON_ZERO("!= 0");

        private final String symbol;

        Sign(String symbol) {
            this.symbol = symbol;
        }

        boolean admits(int signum) {
            return switch (this) {
                case ZERO -> signum == 0;
                case NON_NEGATIVE -> signum >= 0;
                case POSITIVE -> signum > 0;
                case NON_ZERO -> signum != 0;
            };
        }
    }

    /** Whether it is true at a point that gives every variable a value. */
    public boolean at(java.util.Map<String, Rational> point) {
        return sign.admits(polynomial.at(point).signum());
    }

    /** Reads what {@link #toString} writes; throws {@link IllegalArgumentException} for anything else. */
    public static Condition parse(String text) {
        for (Sign sign : Sign.values()) {
            if (text.endsWith(" " + sign.symbol)) {
                return new Condition(
                        Polynomial.parse(text.substring(0, text.length() - sign.symbol.length() - 1)), sign);
            }
        }
        throw new IllegalArgumentException("no condition: " + text);
    }

    @Override
    public String toString() {
        return polynomial + " " + sign.symbol;
    }
}
