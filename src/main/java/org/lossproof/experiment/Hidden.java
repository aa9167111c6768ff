package org.lossproof.experiment;

import org.lossproof.loss.InputException;

/**
 * What stands before the last layer.
 *
 * @param kind of layer
 * @param width of the hidden layer; 0 for as wide as the input
 */
public record Hidden(Kind kind, int width) {
    /** f(x) = W x, or f(x) = W g(U x) with g = tanh or max(0, .) coordinate by coordinate. */
    public enum Kind {
        NONE,
        TANH,
        RELU
    }

    public static final Hidden NONE = new Hidden(Kind.NONE, 0);

    /**
     * Reads {@code tanh}, {@code relu}, {@code tanh:64}.
     *
     * @throws InputException if it is none of them
     */
    public static Hidden parse(String text) {
        String[] parts = text.split(":", 2);
        Kind kind = switch (parts[0]) {
            case "tanh" -> Kind.TANH;
            case "relu" -> Kind.RELU;
            default -> throw new InputException("--hidden " + text + ": write tanh or relu, with :WIDTH if you like");
        };
        try {
            int width = parts.length == 1 ? 0 : Integer.parseInt(parts[1]);
            if (width >= 0 && (parts.length == 1 || width > 0)) {
                return new Hidden(kind, width);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new InputException("--hidden " + text + ": the width is a whole number >= 1");
    }

    /** g(u). */
    double of(double u) {
        return kind == Kind.TANH ? Math.tanh(u) : Math.max(0, u);
    }

    /** g'(u) by y = g(u). */
    double slope(double y) {
        return kind == Kind.TANH ? 1 - y * y : y > 0 ? 1 : 0;
    }
}
