package org.lossproof.page;

import java.util.Arrays;
import java.util.List;

/** A row of a ledger on file. */
public final class LedgerRow {
    private LedgerRow() {}

    /** What to do when a ledger is not up to date. */
    public static String remedy(String paper) {
        return "run: verify --paper proofs/" + paper + " --ledger proofs/" + paper + "/ledger.md";
    }

    /** Its cells, left to right; a bar within a cell is escaped there and not here. */
    public static List<String> cells(String row) {
        String inner = row.strip().replaceAll("^\\|", "").replaceAll("\\|$", "");
        return Arrays.stream(inner.split("(?<!\\\\)\\|", -1))
                .map(cell -> cell.strip().replace("\\|", "|"))
                .toList();
    }
}
