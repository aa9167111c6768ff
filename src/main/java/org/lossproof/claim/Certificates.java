package org.lossproof.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lossproof.kernel.Certificate;
import org.lossproof.kernel.Proposition;
import org.lossproof.kernel.Replay;
import org.lossproof.search.SolverSearch;

/** What the kernel checked in a run, as files: certificates by claim, and the questions on which only the solver's word is known. */
public final class Certificates {
    /** The ending of a file of certificates. */
    public static final String ENDING = ".cert";

    private Certificates() {}

    /** The files of a claim by name; none if the kernel checked nothing. */
    public static SortedMap<String, String> files(ClaimResult result) {
        SortedMap<String, String> out = new TreeMap<>();
        List<Replay.Entry> entries = new ArrayList<>();
        String id = result.page().id();
        for (ClaimResult.Part part : result.parts()) {
            part.result().entry().ifPresent(e -> {
                entries.add(
                        new Replay.Entry(name(part, entries.size()), e.statement(), e.proposition(), e.certificate()));
                questions(e.proposition(), e.certificate())
                        .forEach(q -> out.put(
                                String.format("%s-%02d.smt2", id, out.size() + 1),
                                "; " + e.statement() + "\n" + SolverSearch.smtLib(q)));
            });
        }
        if (!entries.isEmpty()) {
            out.put(id + ENDING, Replay.write(entries));
        }
        return out;
    }

    private static String name(ClaimResult.Part part, int before) {
        String role = part.block().role().label();
        String label = part.block().label().isEmpty() ? "" : ": " + part.block().label();
        return (before + 1) + " " + role + (part.result().holds() ? " holds" : " fails") + label;
    }

    private static List<Proposition.NoPoint> questions(Proposition proposition, Certificate certificate) {
        List<Proposition.NoPoint> out = new ArrayList<>();
        if (proposition instanceof Proposition.NoPoint system && certificate instanceof Certificate.SolverSays) {
            out.add(system);
        } else if (proposition instanceof Proposition.All all && certificate instanceof Certificate.Each each) {
            for (int i = 0; i < all.parts().size(); i++) {
                out.addAll(questions(all.parts().get(i), each.parts().get(i)));
            }
        }
        return out;
    }
}
