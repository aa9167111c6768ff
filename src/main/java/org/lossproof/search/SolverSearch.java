package org.lossproof.search;

import com.microsoft.z3.ArithExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Model;
import com.microsoft.z3.RatNum;
import com.microsoft.z3.RealSort;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lossproof.kernel.Condition;
import org.lossproof.kernel.Polynomial;
import org.lossproof.kernel.Proposition;
import org.lossproof.kernel.Rational;

/**
 * Asks Z3 whether a point satisfies a system (nonlinear real arithmetic). It is limited by its resource count, the same on
 * every machine, in a context of its own; a stop by the clock is the last resort and ends without an answer.
 */
public final class SolverSearch {
    /** The procedures asked: the default one and the one by cylindrical cells. */
    public static final String DEFAULT = "smt";

    public static final String CELLS = "qfnra-nlsat";

    private static final int RESOURCES = 20_000;
    private static final int LAST_RESORT_MILLIS = 20_000;

    private static final int REMEMBERED = 10_000;

    /** Each asked in a context of its own, so that an answer depends on the question alone; the oldest are forgotten. */
    private static final Map<Question, Answer> ANSWERS = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Answer> eldest) {
            return size() > REMEMBERED;
        }
    });

    private record Question(Proposition.NoPoint system, String procedure) {}

    private SolverSearch() {}

    /** Whether there is a point. */
    public enum Word {
        NONE,
        SOME,
        UNKNOWN
    }

    /**
     * What a procedure says.
     *
     * @param word whether a point satisfies the system
     * @param point one, if it is rational
     */
    public record Answer(Word word, Optional<SortedMap<String, Rational>> point) {}

    /** Asks a procedure, {@link #DEFAULT} or {@link #CELLS}; what was asked before is answered alike. */
    public static Answer ask(Proposition.NoPoint system, String procedure) {
        Question question = new Question(system, procedure);
        Answer known = ANSWERS.get(question);
        if (known == null) {
            known = asked(system, procedure);
            ANSWERS.put(question, known);
        }
        return known;
    }

    private static Answer asked(Proposition.NoPoint system, String procedure) {
        try (Context context = new Context()) {
            Solver solver = solver(context, procedure);
            var limit = context.mkParams();
            limit.add("rlimit", RESOURCES);
            limit.add("timeout", LAST_RESORT_MILLIS);
            solver.setParameters(limit);
            solver.add(conditions(context, system));
            Status status = solver.check();
            return switch (status) {
                case UNSATISFIABLE -> new Answer(Word.NONE, Optional.empty());
                case UNKNOWN -> new Answer(Word.UNKNOWN, Optional.empty());
                case SATISFIABLE -> new Answer(Word.SOME, rational(context, solver.getModel(), variables(system)));
            };
        }
    }

    /** The question in SMT-LIB: unsatisfiable if no point satisfies the system. */
    public static String smtLib(Proposition.NoPoint system) {
        try (Context context = new Context()) {
            Solver solver = context.mkSolver();
            solver.add(conditions(context, system));
            return "(set-logic QF_NRA)\n" + solver + "(check-sat)\n";
        }
    }

    private static Solver solver(Context context, String procedure) {
        return procedure.equals(DEFAULT) ? context.mkSolver() : context.mkSolver(context.mkTactic(procedure));
    }

    private static Set<String> variables(Proposition.NoPoint system) {
        Set<String> out = new TreeSet<>();
        system.conditions().forEach(c -> out.addAll(c.polynomial().variables()));
        return out;
    }

    private static Optional<SortedMap<String, Rational>> rational(Context context, Model model, Set<String> names) {
        SortedMap<String, Rational> out = new TreeMap<>();
        for (String name : names) {
            if (!(model.eval(context.mkRealConst(name), true) instanceof RatNum number)) {
                return Optional.empty();
            }
            out.put(name, new Rational(number.getBigIntNumerator(), number.getBigIntDenominator()));
        }
        return Optional.of(out);
    }

    private static BoolExpr[] conditions(Context context, Proposition.NoPoint system) {
        return system.conditions().stream().map(c -> condition(context, c)).toArray(BoolExpr[]::new);
    }

    private static BoolExpr condition(Context context, Condition condition) {
        ArithExpr<RealSort> p = polynomial(context, condition.polynomial());
        ArithExpr<RealSort> zero = context.mkReal(0);
        return switch (condition.sign()) {
            case ZERO -> context.mkEq(p, zero);
            case NON_ZERO -> context.mkNot(context.mkEq(p, zero));
            case NON_NEGATIVE -> context.mkGe(p, zero);
            case POSITIVE -> context.mkGt(p, zero);
        };
    }

    private static ArithExpr<RealSort> polynomial(Context context, Polynomial p) {
        ArithExpr<RealSort> sum = context.mkReal(0);
        for (var term : p.terms().entrySet()) {
            ArithExpr<RealSort> product = context.mkReal(term.getValue().toString());
            for (var power : term.getKey().powers().entrySet()) {
                for (int i = 0; i < power.getValue(); i++) {
                    product = context.mkMul(product, context.mkRealConst(power.getKey()));
                }
            }
            sum = context.mkAdd(sum, product);
        }
        return sum;
    }
}
