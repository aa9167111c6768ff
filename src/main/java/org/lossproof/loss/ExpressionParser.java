package org.lossproof.loss;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;

/** Recursive descent over the expressions of the language; checks that every name is bound as it goes. */
final class ExpressionParser {
    private static final int MAX_DEPTH = 200;
    private static final int MAX_NODES = 20_000;
    private static final int MAX_EXPONENT = 64;

    private final Declarations declared;
    private final Budget budget;
    private final Set<String> activeMacros;
    private final Cursor cursor;
    private int depth;

    /** Work done so far, shared by the parsers of nested macros. */
    static final class Budget {
        private int nodes;

        void spend(Span span) {
            if (++nodes > MAX_NODES) {
                throw new InputException(
                        span,
                        "the definition is too large: more than " + MAX_NODES + " parts once its lets are expanded");
            }
        }
    }

    ExpressionParser(Declarations declared, Cursor cursor, Budget budget, Set<String> activeMacros, int depth) {
        this.declared = declared;
        this.cursor = cursor;
        this.budget = budget;
        this.activeMacros = activeMacros;
        this.depth = depth;
    }

    Expr sum(Scope scope) {
        enter();
        List<Expr> terms = new ArrayList<>();
        boolean negative = cursor.accept("-");
        if (!negative) {
            cursor.accept("+");
        }
        terms.add(signed(negative, product(scope)));
        while ((cursor.peek().is("+") && !startsRemainder()) || cursor.peek().is("-")) {
            boolean minus = cursor.next().is("-");
            terms.add(signed(minus, product(scope)));
        }
        depth--;
        return terms.size() == 1 ? terms.get(0) : new Expr.Sum(terms);
    }

    /** {@code + O(6)}, which ends an equation. */
    private boolean startsRemainder() {
        return cursor.peek(1).isName("O") && cursor.peek(2).is("(");
    }

    private Expr product(Scope scope) {
        List<Expr> factors = new ArrayList<>(List.of(power(scope)));
        long bits = bits(factors.get(0));
        while (cursor.peek().is("*") || cursor.peek().is("/")) {
            boolean divide = cursor.next().is("/");
            Span span = cursor.peek().span();
            Expr factor = power(scope);
            bits += bits(factor);
            if (bits > ExactValue.MAX_BITS) {
                throw tooLarge(span);
            }
            factors.add(divide ? reciprocal(factor, span) : factor);
        }
        return Exprs.product(factors);
    }

    private static long bits(Expr factor) {
        return factor instanceof Expr.Constant c ? ExactValue.bits(c.value()) : 0;
    }

    private static InputException tooLarge(Span span) {
        return new InputException(
                span, "the number is too large: more than " + ExactValue.MAX_BITS + " bits; write a smaller one");
    }

    static Expr reciprocal(Expr factor, Span span) {
        if (isZero(factor)) {
            throw new InputException(span, "division by zero; the divisor must not be 0");
        }
        return factor instanceof Expr.Constant c
                ? new Expr.Constant(c.value().reciprocal())
                : new Expr.Power(factor, Exprs.number(-1), span);
    }

    private static boolean isZero(Expr e) {
        return ExactValue.of(e, Map.of()).filter(v -> v.signum() == 0).isPresent();
    }

    Expr power(Scope scope) {
        Span span = cursor.peek().span();
        Expr base = primary(scope);
        return cursor.accept("^") ? raised(base, exponent(scope), span) : base;
    }

    private Expr exponent(Scope scope) {
        Span span = cursor.peek().span();
        enter();
        boolean negative = cursor.accept("-");
        Expr e = signed(negative, power(scope));
        depth--;
        if (!Exprs.isDeterministic(e)) {
            throw new InputException(span, "an exponent must be a number or an expression in parameters");
        }
        Optional<BigFraction> value = ExactValue.of(e, Map.of());
        if (value.isPresent() && Math.abs(value.get().doubleValue()) > MAX_EXPONENT) {
            throw new InputException(
                    span, "the exponent " + shortened(value.get()) + " is too large; at most " + MAX_EXPONENT);
        }
        return value.<Expr>map(Expr.Constant::new).orElse(e);
    }

    private static String shortened(BigFraction value) {
        String text = value.toString();
        return text.length() > 20 ? text.substring(0, 20) + "..." : text;
    }

    private static Expr raised(Expr base, Expr exponent, Span span) {
        if (!(exponent instanceof Expr.Constant p)) {
            return new Expr.Power(base, exponent, span);
        }
        boolean positive = p.value().signum() > 0;
        if (!positive && isZero(base)) {
            throw new InputException(
                    span, "0 to the power " + p.value() + " is undefined; 0 has powers with positive exponents only");
        }
        if (p.value().signum() == 0 && !Exprs.isDeterministic(base)) {
            throw new InputException(
                    span,
                    "the exponent 0 makes 1 of anything but 0, which has no such power; write 1 if that is meant");
        }
        if (base instanceof Expr.Constant b && p.value().getDenominator().equals(BigInteger.ONE)) {
            return new Expr.Constant(ExactValue.power(b.value(), p.value()).orElseThrow(() -> tooLarge(span)));
        }
        return new Expr.Power(base, exponent, span);
    }

    private Expr primary(Scope scope) {
        Token token = cursor.peek();
        budget.spend(token.span());
        if (token.kind() == Token.Kind.NUMBER) {
            cursor.next();
            return new Expr.Constant(Exprs.decimal(token.text()));
        } else if (token.is("(")) {
            return cursor.bracketIsFollowedBy("[") ? representations().coordinate(scope) : bracketed(scope);
        } else if (token.is("|")) {
            return norm(scope);
        } else if (token.is("<")) {
            return inner(scope);
        } else if (token.is("-")) {
            enter();
            cursor.next();
            Expr e = signed(true, power(scope));
            depth--;
            return e;
        } else if (token.kind() == Token.Kind.NAME) {
            return named(scope);
        }
        throw new InputException(
                token.span(), "found " + token.shown() + " where a number, a name, '(', '|' or '<' is needed");
    }

    private RepresentationParser representations() {
        return new RepresentationParser(this, declared, cursor);
    }

    private Expr bracketed(Scope scope) {
        Token opening = cursor.next();
        Expr e = sum(scope);
        cursor.close(opening, ")");
        return e;
    }

    private Expr norm(Scope scope) {
        Token opening = cursor.next();
        Expr squared;
        if (cursor.peek().isName("W")) {
            cursor.next();
            squared = new Expr.Trace(List.of(Expr.Letter.G));
        } else {
            Combination u = representations().combination(scope);
            squared = new Expr.Inner(u, u);
        }
        cursor.close(opening, "|");
        if (!cursor.accept("^")) {
            return new Expr.Apply(Function.SQRT, squared, opening.span());
        }
        // |u|^p is (|u|^2)^(p/2): analytic wherever p is even.
        Expr half = Exprs.product(List.of(Exprs.number(new BigFraction(1, 2)), exponent(scope)));
        return half.equals(Exprs.number(1)) ? squared : raised(squared, half, opening.span());
    }

    private Expr inner(Scope scope) {
        Token opening = cursor.next();
        Combination left = representations().combination(scope);
        cursor.expect(",", "between the two vectors of <u, v>");
        Combination right = representations().combination(scope);
        cursor.close(opening, ">");
        return new Expr.Inner(left, right);
    }

    private Expr named(Scope scope) {
        Token name = cursor.peek();
        String text = name.text();
        boolean call = cursor.peek(1).is("(");
        boolean binder = cursor.peek(1).is("[");
        if (declared.encoders().contains(text) && call) {
            return representations().coordinate(scope);
        } else if (declared.macros().containsKey(text)) {
            return macro(scope);
        } else if (binder && Names.BINDERS.contains(text)) {
            return new BinderParser(this, declared, cursor).parse(scope);
        } else if (call) {
            return call(scope);
        } else if (declared.parameters().containsKey(text) || text.equals("d1")) {
            cursor.next();
            return new Expr.Parameter(text);
        } else if (declared.vectors().contains(text)) {
            throw new InputException(
                    name.span(), "'" + text + "' is a vector; its representation is written f(" + text + ")");
        }
        throw declared.undeclared(name);
    }

    private Expr call(Scope scope) {
        Token name = cursor.next();
        Token opening = cursor.next();
        String text = name.text();
        if (text.equals("loss")) {
            return included(opening);
        } else if (text.equals("tr")) {
            return trace(opening);
        } else if (Names.BINDERS.contains(text)) {
            throw new InputException(
                    name.span(),
                    "'" + text + "' is written with what it runs over in square brackets: " + text + "[x](..)");
        }
        Function function = java.util.Arrays.stream(Function.values())
                .filter(f -> f.spelling().equals(text))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        name.span(), "unknown function '" + text + "'; " + Names.suggestion(text, Names.OPERATORS)));
        if (cursor.peek().is(")")) {
            throw new InputException(cursor.peek().span(), text + " takes one argument, here it has none");
        }
        Expr argument = sum(scope);
        if (cursor.peek().is(",")) {
            throw new InputException(cursor.peek().span(), text + " takes one argument, here it has more");
        }
        cursor.close(opening, ")");
        return new Expr.Apply(function, argument, name.span());
    }

    private Expr included(Token opening) {
        StringBuilder name = new StringBuilder();
        Span span = cursor.peek().span();
        while (!cursor.peek().is(")") && cursor.peek().kind() != Token.Kind.END) {
            name.append(cursor.next().text());
        }
        cursor.close(opening, ")");
        return declared.include(declared.losses().load(name.toString(), span), span);
    }

    private Expr trace(Token opening) {
        List<Expr.Letter> word = new ArrayList<>();
        while (cursor.peek().kind() == Token.Kind.NAME) {
            Token letters = cursor.next();
            if (!letters.text().matches("[ACSG]+")) {
                throw new InputException(
                        letters.span(),
                        "'" + letters.text() + "' is no word in A, C, S, G (W A0 W', W C W', W Sigma W', W W')");
            }
            for (char letter : letters.text().toCharArray()) {
                budget.spend(letters.span());
                word.add(Expr.Letter.valueOf(String.valueOf(letter)));
            }
            int times = cursor.accept("^") ? exponentOfLetter(letters) : 1;
            for (int k = 1; k < times; k++) {
                budget.spend(letters.span());
                word.add(word.get(word.size() - 1));
            }
        }
        if (word.isEmpty()) {
            throw new InputException(opening.span(), "tr needs a word in A, C, S, G, such as tr(A C)");
        }
        cursor.close(opening, ")");
        return new Expr.Trace(word);
    }

    /** A power of a letter repeats it: there is nothing that a sign, a fraction or a parameter could say. */
    private int exponentOfLetter(Token letters) {
        Token token = cursor.next();
        boolean digits = token.text().matches("0*[1-9][0-9]*");
        if (!digits || cursor.peek().is("^") || cursor.peek().is("/")) {
            throw new InputException(
                    token.span(),
                    "the exponent of a letter in tr(...) is a whole number >= 1 written in digits, as in tr("
                            + letters.text() + "^2)");
        }
        if (new BigInteger(token.text()).compareTo(BigInteger.valueOf(MAX_EXPONENT)) > 0) {
            throw new InputException(token.span(), "the exponent is too large; at most " + MAX_EXPONENT);
        }
        return Integer.parseInt(token.text());
    }

    private Expr macro(Scope scope) {
        Token name = cursor.next();
        Declarations.Macro macro = declared.macros().get(name.text());
        if (!activeMacros.add(name.text())) {
            throw new InputException(
                    name.span(), "let " + name.text() + " is defined by itself; lets cannot be recursive");
        }
        Map<String, Token> arguments = arguments(macro, name);
        List<Token> body = new ArrayList<>();
        for (Token token : macro.body()) {
            boolean replaced = token.kind() == Token.Kind.NAME && arguments.containsKey(token.text());
            body.add(
                    replaced
                            ? new Token(
                                    token.kind(), arguments.get(token.text()).text(), token.span())
                            : token);
        }
        body.add(new Token(Token.Kind.END, "", name.span()));
        Cursor inside = new Cursor(body);
        Expr e = new ExpressionParser(declared, inside, budget, activeMacros, depth + 1).sum(scope);
        if (inside.peek().kind() != Token.Kind.END) {
            throw new InputException(
                    inside.peek().span(), "unexpected " + inside.peek().shown() + " in let " + name.text());
        }
        activeMacros.remove(name.text());
        return e;
    }

    private Map<String, Token> arguments(Declarations.Macro macro, Token name) {
        Map<String, Token> out = new HashMap<>();
        if (macro.arguments().isEmpty()) {
            return out;
        }
        Token opening = cursor.expect("(", "after " + name.text());
        for (int i = 0; i < macro.arguments().size(); i++) {
            if (i > 0) {
                cursor.expect(
                        ",",
                        String.format(
                                Locale.ROOT,
                                "since %s takes %d arguments",
                                name.text(),
                                macro.arguments().size()));
            }
            out.put(macro.arguments().get(i), cursor.name("an index or a vector"));
        }
        cursor.close(opening, ")");
        return out;
    }

    private static Expr signed(boolean negative, Expr e) {
        return negative ? Exprs.product(List.of(Exprs.number(-1), e)) : e;
    }

    void leave() {
        depth--;
    }

    void spend(Span span) {
        budget.spend(span);
    }

    void enter() {
        if (++depth > MAX_DEPTH) {
            throw new InputException(
                    cursor.peek().span(), "nested more than " + MAX_DEPTH + " deep; split it with let");
        }
    }
}
