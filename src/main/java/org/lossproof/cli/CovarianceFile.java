package org.lossproof.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.covariance.CovariancePair;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.loss.InputException;
import org.lossproof.loss.ParameterValues;

/**
 * Reads {@code {"A0": [[1, "1/2"], ["1/2", 1]], "C": [[..], [..]]}}: the covariances of the data and of the augmentation,
 * entries numbers or fractions, read exactly. Every error is one line with file, line and column.
 */
final class CovarianceFile {
    private static final String FORM = "write {\"A0\": [[..], ..], \"C\": [[..], ..]}";
    /** Enough for every landscape that can be solved; a larger file is a mistake. */
    private static final long LARGEST = 16 << 20;
    /** Sums and products of entries stay far from overflow. */
    private static final double LARGEST_ENTRY = 1e100;

    private final String name;
    private final JsonParser json;

    private CovarianceFile(String name, JsonParser json) {
        this.name = name;
        this.json = json;
    }

    /**
     * The matrices of a file.
     *
     * @throws InputException if there is no such file or it is no pair of symmetric matrices of one size
     */
    static CovariancePair read(String file) {
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path)) {
                throw new InputException(file + ": no such file; --data takes a JSON file, " + FORM);
            }
            if (Files.size(path) > LARGEST) {
                throw new InputException(file + ": more than " + (LARGEST >> 20) + " MB; give smaller matrices");
            }
            try (JsonParser json = new JsonFactory().createParser(Files.readString(path))) {
                return new CovarianceFile(file, json).pair();
            }
        } catch (InvalidPathException e) {
            throw new InputException("--data '" + file + "' is no file name: " + e.getReason());
        } catch (JsonProcessingException e) {
            throw new InputException(at(file, e.getLocation()) + e.getOriginalMessage() + "; " + FORM);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read as UTF-8 text; " + FORM);
        }
    }

    private CovariancePair pair() throws IOException {
        expect(JsonToken.START_OBJECT, "an object");
        Map<String, RationalMatrix> matrices = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            if (!key.equals("A0") && !key.equals("C")) {
                throw error("unknown key '" + shortened(key) + "'; the keys are A0 and C");
            }
            if (matrices.containsKey(key)) {
                throw error("'" + key + "' is there twice; give it once");
            }
            matrices.put(key, matrix(key));
        }
        for (String key : List.of("A0", "C")) {
            if (!matrices.containsKey(key)) {
                throw error("'" + key + "' is missing; " + FORM);
            }
        }
        if (json.nextToken() != null) {
            throw error("something follows the closing brace; " + FORM);
        }
        RationalMatrix a0 = matrices.get("A0");
        RationalMatrix c = matrices.get("C");
        if (a0.rows() != c.rows()) {
            throw new InputException(name + ": A0 is " + a0.rows() + " x " + a0.rows() + " and C " + c.rows() + " x "
                    + c.rows() + "; give matrices of one size");
        }
        return new CovariancePair(a0, c);
    }

    private RationalMatrix matrix(String key) throws IOException {
        expect(JsonToken.START_ARRAY, "the rows of " + key + ", [[..], ..]");
        JsonLocation start = json.currentTokenLocation();
        List<List<BigFraction>> rows = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_ARRAY) {
                throw error("a row of " + key + " is [.., ..]");
            }
            JsonLocation where = json.currentTokenLocation();
            List<BigFraction> row = row(key);
            if (!rows.isEmpty() && row.size() != rows.get(0).size()) {
                throw new InputException(at(name, where) + "row " + (rows.size() + 1) + " of " + key + " has "
                        + row.size() + " entries and row 1 has " + rows.get(0).size() + "; give a square matrix");
            }
            rows.add(row);
        }
        if (rows.isEmpty() || rows.size() != rows.get(0).size()) {
            int columns = rows.isEmpty() ? 0 : rows.get(0).size();
            throw new InputException(at(name, start) + key + " is " + rows.size() + " x " + columns
                    + "; give a square symmetric matrix, at least 1 x 1");
        }
        RationalMatrix matrix = new RationalMatrix(rows);
        requireSymmetric(key, matrix, start);
        return matrix;
    }

    private List<BigFraction> row(String key) throws IOException {
        List<BigFraction> row = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            row.add(entry(key));
        }
        return row;
    }

    private BigFraction entry(String key) throws IOException {
        JsonToken token = json.currentToken();
        if (token == null || (!token.isNumeric() && token != JsonToken.VALUE_STRING)) {
            throw error("an entry of " + key + " is a number or a fraction such as \"1/3\"");
        }
        String text = json.getText().trim();
        String where = at(name, json.currentTokenLocation()) + "entry of " + key;
        if (token == JsonToken.VALUE_NUMBER_FLOAT && text.length() <= 60) {
            double size = Math.abs(Double.parseDouble(text));
            if (size > LARGEST_ENTRY || (size > 0 && size < 1 / LARGEST_ENTRY)) {
                throw new InputException(
                        where + ": " + text + " is out of range; give 0 or a size up to 1e100, not below its inverse");
            }
            // Exponents are written out; the size was checked, so that this stays short.
            return size == 0 ? BigFraction.ZERO : fraction(new BigDecimal(text));
        }
        return ParameterValues.rational(where, text);
    }

    private static BigFraction fraction(BigDecimal value) {
        int scale = Math.max(0, value.scale());
        return new BigFraction(
                value.setScale(scale).unscaledValue(), BigDecimal.TEN.pow(scale).toBigInteger());
    }

    private void requireSymmetric(String key, RationalMatrix m, JsonLocation where) {
        for (int i = 0; i < m.rows(); i++) {
            for (int j = 0; j < i; j++) {
                if (!m.get(i, j).equals(m.get(j, i))) {
                    throw new InputException(at(name, where) + key + " is not symmetric: row " + (i + 1) + ", column "
                            + (j + 1) + " is " + m.get(i, j).doubleValue() + " and row " + (j + 1) + ", column "
                            + (i + 1) + " is " + m.get(j, i).doubleValue() + "; give equal entries");
                }
            }
        }
    }

    private void expect(JsonToken token, String what) throws IOException {
        if (json.nextToken() != token) {
            throw error("here stands " + what + "; " + FORM);
        }
    }

    private InputException error(String message) {
        return new InputException(at(name, json.currentTokenLocation()) + message);
    }

    private static String at(String file, JsonLocation location) {
        return file + ":" + location.getLineNr() + ":" + location.getColumnNr() + ": ";
    }

    private static String shortened(String text) {
        return text.length() > 30 ? text.substring(0, 30) + "..." : text;
    }
}
