package org.lossproof.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.expansion.routes.Derivation;
import org.lossproof.landscape.SymbolicLandscape;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Expr.Letter;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.Formula;
import org.lossproof.loss.Formula.Relation;
import org.lossproof.loss.Formulas;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.ParameterDeclaration;
import org.lossproof.loss.Rewriter;
import org.lossproof.page.Fact;
import org.lossproof.page.Setting;
import org.lossproof.page.SettingNames;

/**
 * The names of a setting in a fact replaced by what they stand for, which is derived from the landscape: eigenvalues of B, the
 * quartic, gradient, Hessian. What comes out speaks of real variables alone; ranges of eigenvalues and parameters are among its
 * assumptions.
 */
final class Premises {
    private static final int ORDER = 4;
    /** Principal minors up to this size are among the conditions of a minimum; of few unknowns all are. */
    private static final int MOST_OF_A_MINOR = 2;

    private static final int FEW_UNKNOWNS = 3;
    private static final Map<LossDefinition, Expansion> EXPANSIONS = new ConcurrentHashMap<>();
    private static final Map<LandscapeKey, SymbolicLandscape> LANDSCAPES = new ConcurrentHashMap<>();

    private final Fact fact;
    private final Setting setting;
    private final boolean freeSigma;
    private final SymbolicLandscape landscape;
    private final List<Expr> a;
    private final List<Expr> c;
    private final List<Expr> b;

    /** All that a landscape depends on: a fact and its variants share one. */
    private record LandscapeKey(Setting setting, boolean freeSigma, List<Expr> b) {}

    private Premises(Fact fact, Setting setting, Optional<Expr> ofModes) {
        this.fact = fact;
        this.setting = setting;
        this.freeSigma = setting.isOfAnyB() && names().noneMatch(n -> n.matches("[ac]\\d+"));
        this.a = modes(i -> freeSigma ? new Expr.Parameter("s" + i) : new Expr.Parameter("a" + i));
        this.c = modes(i -> freeSigma ? Exprs.number(0) : new Expr.Parameter("c" + i));
        Expansion quartic = expansion(setting);
        this.b = modes(i -> b(i, quartic, ofModes));
        this.landscape = LANDSCAPES.computeIfAbsent(new LandscapeKey(setting, freeSigma, b), key -> landscape(quartic));
    }

    private SymbolicLandscape landscape(Expansion quartic) {
        Expr kappa = setting.norm() == Setting.Norm.PENALTY ? new Expr.Parameter("kappa") : Exprs.number(0);
        Expr wanted = setting.norm() == Setting.Norm.FREE ? Exprs.number(0) : new Expr.Parameter("c");
        Expr decay = setting.decay().map(n -> (Expr) new Expr.Parameter(n)).orElse(Exprs.number(0));
        return new SymbolicLandscape(
                new SymbolicLandscape.Modes(a, c, b, setting.entries(), setting.biasEntries()),
                quartic.ofOrder(ORDER),
                new SymbolicLandscape.Added(decay, kappa, wanted));
    }

    /** The fact in real variables, with b_i as derived; itself if it has no setting. */
    static Fact elaborate(Fact fact) {
        return fact.setting()
                .map(s -> new Premises(fact, s, Optional.empty()).elaborated())
                .orElse(fact);
    }

    /** The fact with b_i as the paper takes it from an earlier claim; empty if it takes nothing. */
    static Optional<Fact> underPrintedPremise(Fact fact) {
        return fact.setting()
                .flatMap(s -> s.premise().map(p -> new Premises(fact, s, Optional.of(p.b())).elaborated()));
    }

    /** The numbers of modes and rows for which a fact is stated, if it depends on them; else it is about any. */
    static Optional<String> scope(Fact fact) {
        if (fact.setting().isEmpty() || fact.existential()) {
            return Optional.empty();
        }
        Setting s = fact.setting().get();
        boolean ofEntries = names(fact).anyMatch(n -> SettingNames.isOfEntries(s, n))
                || !words(fact).isEmpty();
        if (ofEntries) {
            return Optional.of("d0 = " + s.modes() + ", d1 = " + s.rows());
        }
        boolean ofRows = expansion(s).ofOrder(2).values().stream()
                .anyMatch(k -> k.parameters().contains("d1"));
        return ofRows ? Optional.of("d1 = " + s.rows()) : Optional.empty();
    }

    /** Whether a fact says that there is a minimum, of which only necessary conditions are known. */
    static boolean existsByNecessaryConditions(Fact fact) {
        return fact.existential() && words(fact).contains(SettingNames.MINIMUM);
    }

    /** The parameters of the setting that are whole numbers and occur in the fact in real variables. */
    static Set<String> wholeNumbers(Fact fact, Fact elaborated) {
        Set<String> out = new LinkedHashSet<>();
        fact.setting()
                .ifPresent(s -> s.form().parameters().stream()
                        .filter(ParameterDeclaration::integer)
                        .forEach(p -> out.add(p.name())));
        out.retainAll(elaborated.variables());
        out.removeAll(fact.variables());
        return out;
    }

    /** Whether the landscape comes from a loss, so that its routes are trusted. */
    static boolean restsOnRoutes(Fact fact) {
        return fact.setting().map(s -> s.form() instanceof Setting.OfLoss).orElse(false);
    }

    /** The expansion of the loss, confirmed by two routes; or the form that is granted. */
    static Expansion expansion(Setting setting) {
        if (setting.form() instanceof Setting.OfLoss of) {
            return EXPANSIONS.computeIfAbsent(of.loss(), Premises::confirmed);
        }
        LossDefinition form = ((Setting.Granted) setting.form()).quarticAsLoss();
        return EXPANSIONS.computeIfAbsent(form, f -> SeriesExpansion.expand(f, ORDER, Map.of()));
    }

    private static Expansion confirmed(LossDefinition loss) {
        Expansion found = Derivation.agreed(loss, ORDER, Map.of());
        if (!found.confirmed()) {
            throw new InputException("landscape " + loss.name()
                    + ": fewer than two routes give its expansion, so nothing is derived from it");
        }
        return found;
    }

    private Expr b(int mode, Expansion quartic, Optional<Expr> premise) {
        if (premise.isPresent()) {
            return ofMode(premise.get(), mode);
        } else if (setting.form() instanceof Setting.Granted granted) {
            return granted.b().map(e -> ofMode(e, mode)).orElseGet(() -> new Expr.Parameter("b" + mode));
        }
        Set<String> others = new LinkedHashSet<>();
        quartic.ofOrder(2).keySet().forEach(k -> others.add(k.text()));
        others.removeAll(Set.of("tr(A)", "tr(C)", "tr(G)"));
        if (!others.isEmpty()) {
            throw new InputException(
                    "landscape " + quartic.loss().name() + ": order 2 has " + others + ", no form Tr[W B W']");
        }
        Expr ofData = SymbolicLandscape.expression(quartic.hessian(Letter.A), setting.rows());
        Expr ofNoise = SymbolicLandscape.expression(quartic.hessian(Letter.C), setting.rows());
        Expr ofIdentity = SymbolicLandscape.expression(quartic.hessian(Letter.G), setting.rows());
        List<Expr> terms = new ArrayList<>();
        add(terms, ofData, a.get(mode - 1));
        add(terms, ofNoise, c.get(mode - 1));
        add(terms, ofIdentity, Exprs.number(1));
        return Exprs.sum(terms);
    }

    private static void add(List<Expr> terms, Expr coefficient, Expr of) {
        if (!coefficient.equals(Exprs.number(0))) {
            terms.add(Exprs.product(List.of(Exprs.number(-1), coefficient, of)));
        }
    }

    /** An expression in a, c and s at a mode. */
    private Expr ofMode(Expr e, int mode) {
        Map<String, Expr> of = Map.of(
                "a", a.get(mode - 1),
                "c", c.get(mode - 1),
                "s", s(mode));
        return substituted(e, of);
    }

    private Expr s(int mode) {
        return freeSigma ? a.get(mode - 1) : Exprs.sum(List.of(a.get(mode - 1), c.get(mode - 1)));
    }

    private Fact elaborated() {
        Map<String, Expr> values = values();
        List<Formula> stated =
                fact.assumptions().stream().map(f -> replaced(f, values)).toList();
        Formula claim = replaced(fact.claim(), values);
        Set<String> used = new LinkedHashSet<>(fact.variables());
        Stream.concat(stated.stream(), Stream.of(claim))
                .flatMap(f -> Formulas.sides(f).stream())
                .forEach(e -> used.addAll(Formulas.names(e)));
        List<Formula> all = new ArrayList<>(ranges(used));
        all.addAll(stated);
        return new Fact(List.copyOf(used), all, claim, fact.existential(), Optional.empty(), fact.text());
    }

    private Formula replaced(Formula formula, Map<String, Expr> values) {
        return Formulas.map(formula, e -> substituted(e, values), named -> switch (named.name()) {
            case SettingNames.STATIONARY -> stationary();
            default -> minimum();
        });
    }

    private static Expr substituted(Expr e, Map<String, Expr> values) {
        return new Rewriter() {
            @Override
            protected Expr leaf(Expr leaf) {
                return leaf instanceof Expr.Parameter p ? values.getOrDefault(p.name(), leaf) : leaf;
            }
        }.rewrite(e);
    }

    /** What is assumed of the variables that occur: eigenvalues and parameters are in their ranges. */
    private List<Formula> ranges(Set<String> used) {
        List<Formula> out = new ArrayList<>();
        Map<String, ParameterDeclaration> parameters = new LinkedHashMap<>();
        setting.form().parameters().forEach(p -> parameters.put(p.name(), p));
        for (String name : used) {
            if (fact.variables().contains(name)) {
                continue;
            }
            if (parameters.containsKey(name)) {
                ParameterDeclaration p = parameters.get(name);
                p.low().ifPresent(q -> out.add(compared(name, p.lowOpen() ? Relation.GREATER : Relation.AT_LEAST, q)));
                p.high().ifPresent(q -> out.add(compared(name, p.highOpen() ? Relation.LESS : Relation.AT_MOST, q)));
            } else if (name.matches("[acs]\\d+")
                    || setting.decay().filter(name::equals).isPresent()) {
                out.add(compared(name, Relation.AT_LEAST, BigFraction.ZERO));
            } else if (setting.norm() != Setting.Norm.FREE && (name.equals("kappa") || name.equals("c"))) {
                out.add(compared(name, Relation.GREATER, BigFraction.ZERO));
            }
        }
        return out;
    }

    private static Formula compared(String name, Relation relation, BigFraction value) {
        return new Formula.Comparison(new Expr.Parameter(name), relation, Exprs.number(value));
    }

    private Stream<String> names() {
        return names(fact);
    }

    /** Those of the setting; the fact may declare others that look alike. */
    private static Stream<String> names(Fact fact) {
        return Stream.concat(fact.assumptions().stream(), Stream.of(fact.claim()))
                .flatMap(f -> Formulas.sides(f).stream())
                .flatMap(e -> Formulas.names(e).stream())
                .filter(n -> !fact.variables().contains(n));
    }

    private static Set<String> words(Fact fact) {
        Set<String> out = new LinkedHashSet<>(Formulas.words(fact.claim()));
        fact.assumptions().forEach(f -> out.addAll(Formulas.words(f)));
        return out;
    }

    private List<Expr> modes(java.util.function.IntFunction<Expr> of) {
        return IntStream.rangeClosed(1, setting.modes()).mapToObj(of).toList();
    }

    /** What the names that occur stand for; those that stand for themselves are left out. */
    private Map<String, Expr> values() {
        Map<String, Expr> out = new LinkedHashMap<>();
        Set<String> occurring = new LinkedHashSet<>(names().toList());
        for (int i = 1; i <= setting.modes(); i++) {
            if (!freeSigma) {
                out.put("s" + i, s(i));
            }
            out.put("b" + i, b.get(i - 1));
            for (int j = i; j <= setting.modes(); j++) {
                String name = i == j ? "lambda" + i : "M" + i + j;
                if (occurring.contains(name)) {
                    out.put(name, landscape.gram(i - 1, j - 1));
                }
            }
            if (occurring.contains("h" + i)) {
                out.put("h" + i, landscape.curvatureAtOrigin(i - 1));
            }
        }
        if (occurring.contains("L")) {
            out.put("L", landscape.loss());
        }
        if (occurring.contains("rho")) {
            out.put("rho", landscape.rho());
        }
        for (String name : occurring) {
            if (name.startsWith("L_")) {
                out.put(name, derivative(List.of(name.substring(2).split("_", -1))));
            }
        }
        return out;
    }

    private Expr derivative(List<String> by) {
        Expr mu = setting.norm() == Setting.Norm.CONSTRAINT ? new Expr.Parameter("mu") : Exprs.number(0);
        return landscape.derivative(by, mu);
    }

    private Formula stationary() {
        List<Formula> out = new ArrayList<>();
        for (String u : setting.unknowns()) {
            out.add(new Formula.Comparison(derivative(List.of(u)), Relation.EQUAL, Exprs.number(0)));
        }
        if (setting.norm() == Setting.Norm.CONSTRAINT) {
            out.add(new Formula.Comparison(landscape.rho(), Relation.EQUAL, new Expr.Parameter("c")));
        }
        return new Formula.And(out);
    }

    private Formula minimum() {
        List<Formula> out = new ArrayList<>(List.of(stationary()));
        List<String> unknowns = setting.unknowns();
        for (int bits = 1; bits < 1 << unknowns.size(); bits++) {
            int set = bits;
            List<String> chosen = IntStream.range(0, unknowns.size())
                    .filter(i -> (set >> i & 1) == 1)
                    .mapToObj(unknowns::get)
                    .toList();
            if (unknowns.size() <= FEW_UNKNOWNS || chosen.size() <= MOST_OF_A_MINOR) {
                out.add(new Formula.Comparison(minor(chosen, chosen), Relation.AT_LEAST, Exprs.number(0)));
            }
        }
        return new Formula.And(out);
    }

    /** The determinant of second derivatives by rows and columns, expanded along the first row. */
    private Expr minor(List<String> rows, List<String> columns) {
        if (rows.isEmpty()) {
            return Exprs.number(1);
        }
        List<Expr> terms = new ArrayList<>();
        for (int k = 0; k < columns.size(); k++) {
            List<String> rest = new ArrayList<>(columns);
            rest.remove(k);
            terms.add(Exprs.product(List.of(
                    Exprs.number(k % 2 == 0 ? 1 : -1),
                    derivative(List.of(rows.get(0), columns.get(k))),
                    minor(rows.subList(1, rows.size()), rest))));
        }
        return Exprs.sum(terms);
    }
}
