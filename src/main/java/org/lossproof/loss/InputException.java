package org.lossproof.loss;

/**
 * An error that the user caused and can mend: a definition, an option or a file. The message is one line that says
 * where, what is wrong and what would be right; the command line prints it and exits with 2.
 */
public class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message.replaceAll("\\s*\\R\\s*", " "));
    }

    /** {@code where: message}. */
    public InputException(Span where, String message) {
        this(where + ": " + message);
    }
}
