package org.lossproof.moments;

import org.lossproof.loss.Expr.Letter;

/**
 * Words of covariance letters such as {@code AC} for K_A K_C, as strings of one char a letter.
 *
 * <p>With a single encoder a letter is its own char and symmetric. With several, W_f A0 W_g' is a letter of its own
 * whose transpose is W_g A0 W_f'; such letters are coded {@code 0x8000 + 256 letter + 16 left + right}.
 */
public final class Words {
    private static final int PRIVATE = 0x8000;
    /** How many encoders a definition may have: four bits each in a letter. */
    public static final int MAX_ENCODERS = 16;

    private Words() {}

    /** The letter of {@code W_left X W_right'} as a word of length 1; encoder 0 is the default one. */
    public static String letter(Letter letter, int left, int right) {
        char code = left == 0 && right == 0 ? name(letter) : (char) (PRIVATE + 256 * name(letter) + 16 * left + right);
        return String.valueOf(code);
    }

    /** Which covariance a char stands for. */
    public static Letter letterOf(char code) {
        char name = code >= PRIVATE ? (char) ((code - PRIVATE) / 256) : code;
        return Letter.valueOf(String.valueOf(name));
    }

    /** The number of the encoder on the left of a char. */
    public static int left(char code) {
        return code >= PRIVATE ? (code - PRIVATE) / 16 % 16 : 0;
    }

    /** The number of the encoder on the right of a char. */
    public static int right(char code) {
        return code >= PRIVATE ? (code - PRIVATE) % 16 : 0;
    }

    /** The char with another letter, its encoders kept. */
    public static char withLetter(char code, Letter letter) {
        return code >= PRIVATE ? (char) (PRIVATE + 256 * name(letter) + (code - PRIVATE) % 256) : name(letter);
    }

    /** The transposed word: letters in reverse order, each transposed. */
    public static String transpose(String word) {
        char[] out = new char[word.length()];
        for (int i = 0; i < out.length; i++) {
            out[i] = transposed(word.charAt(out.length - 1 - i));
        }
        return new String(out);
    }

    /** The least of all rotations of the word and of its transpose: equal for equal traces. */
    public static String canonicalCycle(String word) {
        String best = leastRotation(word);
        String other = leastRotation(transpose(word));
        return best.compareTo(other) <= 0 ? best : other;
    }

    /** The spelling of a word in output; encoders beyond the default are indices: {@code A_fg}. */
    public static String display(String word, java.util.List<String> encoders) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char code = word.charAt(i);
            out.append(letterOf(code));
            if (code >= PRIVATE) {
                out.append('_').append(encoders.get(left(code))).append(encoders.get(right(code)));
            }
        }
        return out.toString();
    }

    private static char name(Letter letter) {
        return letter.name().charAt(0);
    }

    private static char transposed(char code) {
        if (code < PRIVATE) {
            return code;
        }
        return (char) (PRIVATE + (code - PRIVATE) / 256 * 256 + 16 * right(code) + left(code));
    }

    private static String leastRotation(String word) {
        String doubled = word + word;
        int n = word.length();
        String best = word;
        for (int i = 1; i < n; i++) {
            String rotation = doubled.substring(i, i + n);
            if (rotation.compareTo(best) < 0) {
                best = rotation;
            }
        }
        return best;
    }
}
