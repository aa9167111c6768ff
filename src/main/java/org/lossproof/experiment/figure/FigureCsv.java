package org.lossproof.experiment.figure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers of a figure as one tidy table: a row a point, {@code panel,kind,name,x,y,lower,upper,value}; what a row has not
 * is empty. Numbers are written so that reading gives the same doubles. Lines that begin with # say title, caption, axes and parameters.
 */
final class FigureCsv {
    private final StringBuilder out = new StringBuilder();
    private int index = 1;

    private FigureCsv() {}

    /** The table, lines ended by newlines. */
    static String of(Figure figure) {
        FigureCsv csv = new FigureCsv();
        csv.header(figure);
        for (Panel panel : figure.panels()) {
            csv.panel(panel);
            csv.index++;
        }
        return csv.out.toString();
    }

    private void header(Figure figure) {
        comment("figure", figure.name());
        comment("title", figure.title());
        comment("caption", figure.caption().replaceAll("\\s*\\R\\s*", " "));
        for (Map.Entry<String, String> p : figure.parameters().entrySet()) {
            comment("parameter", p.getKey() + " = " + p.getValue());
        }
        for (int i = 0; i < figure.panels().size(); i++) {
            describe("panel " + (i + 1), figure.panels().get(i));
        }
        out.append("panel,kind,name,x,y,lower,upper,value\n");
    }

    private void describe(String number, Panel panel) {
        comment(number, panel.title());
        comment(number, "x is " + panel.x().label() + ", y is " + panel.y().label());
        if (panel instanceof Field field) {
            comment(number, "value is " + field.value().label());
        } else if (panel instanceof Lines lines) {
            for (Lines.Series s : lines.series()) {
                s.band().ifPresent(b -> comment(number, "lower and upper of " + s.label() + ": " + b.meaning()));
            }
        }
    }

    private void comment(String what, String text) {
        out.append("# ").append(what).append(": ").append(text).append('\n');
    }

    private void panel(Panel panel) {
        if (panel instanceof Lines lines) {
            lines.series().forEach(s -> series(s));
            for (Lines.Reference r : lines.references()) {
                row("reference", r.label(), r.vertical() ? number(r.at()) : "", r.vertical() ? "" : number(r.at()));
            }
        } else if (panel instanceof Field field) {
            grid(field.grid(), "field", c -> field.value().quantity());
            for (Field.Mark m : field.marks()) {
                row("mark", m.kind().text(), number(m.x()), number(m.y()));
            }
            curves(field.curves());
        } else if (panel instanceof Regions regions) {
            grid(regions.classes(), "region", c -> regions.names().get((int) c));
            curves(regions.boundaries());
        }
    }

    private void series(Lines.Series s) {
        Optional<Lines.Band> band = s.band();
        for (int i = 0; i < s.x().size(); i++) {
            int at = i;
            row(
                    "series",
                    s.label(),
                    number(s.x().get(i)),
                    number(s.y().get(i)),
                    band.map(b -> number(b.lower().get(at))).orElse(""),
                    band.map(b -> number(b.upper().get(at))).orElse(""),
                    "");
        }
    }

    private void grid(Grid grid, String kind, java.util.function.DoubleFunction<String> name) {
        for (int r = 0; r < grid.y().size(); r++) {
            for (int c = 0; c < grid.x().size(); c++) {
                double value = grid.at(r, c);
                row(
                        kind,
                        name.apply(value),
                        number(grid.x().get(c)),
                        number(grid.y().get(r)),
                        "",
                        "",
                        number(value));
            }
        }
    }

    private void curves(List<Curve> curves) {
        for (Curve c : curves) {
            for (int i = 0; i < c.x().size(); i++) {
                row("curve", c.label(), number(c.x().get(i)), number(c.y().get(i)));
            }
        }
    }

    private void row(String kind, String name, String x, String y) {
        row(kind, name, x, y, "", "", "");
    }

    private void row(String... rest) {
        out.append(index);
        for (String cell : rest) {
            out.append(',').append(quoted(cell));
        }
        out.append('\n');
    }

    private static String number(double value) {
        return Double.toString(value);
    }

    /** RFC 4180. */
    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\n\r].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
