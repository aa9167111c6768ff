package org.lossproof.experiment.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.lossproof.tolerance.Tolerance;

/** A panel as a plot of JFreeChart: colours, lines and fonts of all figures are set here. */
final class PanelChart {
    /** A font that every Java platform has. */
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    static final Font SMALL = TEXT.deriveFont(10f);

    /** Between the plot and the left and lower border of its panel: the same for all panels, so that they line up. */
    private static final double LEFT = 62;

    private static final double BELOW = 44;
    private static final float LINE = 1.8f;
    private static final double MARKER = 7;
    private static final int REGION_PIXELS = 1600;

    private final XYPlot plot = new XYPlot();
    /** By label: lines that share one have one entry. */
    private final Map<String, LegendItem> legend = new LinkedHashMap<>();

    private PanelChart(Panel panel) {
        plot.setDomainAxis(axis(panel.x()));
        plot.setRangeAxis(axis(panel.y()));
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlinePaint(Palette.INK);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinePaint(Palette.FAINT);
        plot.setRangeGridlinePaint(Palette.FAINT);
        // Between decades, where JFreeChart draws no tick marks.
        plot.setDomainMinorGridlinesVisible(panel.x().scale() == Axis.Scale.LOG);
        plot.setRangeMinorGridlinesVisible(panel.y().scale() == Axis.Scale.LOG);
        plot.setDomainMinorGridlinePaint(Palette.FAINTER);
        plot.setRangeMinorGridlinePaint(Palette.FAINTER);
        plot.setDomainMinorGridlineStroke(new BasicStroke(0.4f));
        plot.setRangeMinorGridlineStroke(new BasicStroke(0.4f));
        plot.setDomainGridlineStroke(new BasicStroke(0.5f));
        plot.setRangeGridlineStroke(new BasicStroke(0.5f));
        AxisSpace left = new AxisSpace();
        left.setLeft(LEFT);
        plot.setFixedRangeAxisSpace(left);
        AxisSpace below = new AxisSpace();
        below.setBottom(BELOW);
        plot.setFixedDomainAxisSpace(below);
    }

    /** The plot, with its legend as fixed items. */
    static XYPlot of(Panel panel) {
        PanelChart chart = new PanelChart(panel);
        if (panel instanceof Lines lines) {
            chart.addLines(lines);
        } else if (panel instanceof Field field) {
            chart.addField(field);
        } else if (panel instanceof Regions regions) {
            chart.addRegions(regions);
        }
        LegendItemCollection items = new LegendItemCollection();
        chart.legend.values().forEach(items::add);
        chart.plot.setFixedLegendItems(items);
        return chart.plot;
    }

    /** The colour bar of a field. */
    static PaintScaleLegend colourBar(Field field) {
        ValueAxis axis = axis(field.value());
        // Reads upwards, as the axis on the left does.
        axis.setLabelAngle(Math.PI);
        PaintScaleLegend bar = new PaintScaleLegend(scale(field.value()), axis);
        bar.setPosition(RectangleEdge.RIGHT);
        bar.setAxisLocation(org.jfree.chart.axis.AxisLocation.TOP_OR_RIGHT);
        bar.setSubdivisionCount(128);
        bar.setStripOutlineVisible(true);
        bar.setStripOutlinePaint(Palette.INK);
        bar.setStripWidth(10);
        bar.setBackgroundPaint(Color.WHITE);
        bar.setMargin(new RectangleInsets(0, 6, BELOW, 0));
        return bar;
    }

    private void addLines(Lines lines) {
        // Bands lie below all lines.
        lines.series().forEach(s -> s.band().ifPresent(b -> addBand(s, b)));
        for (Lines.Series s : lines.series()) {
            addLine(new XYSeriesCollection(series(s.label(), s.x(), s.y())), s.style());
            legend.put(s.label(), item(s.label(), s.style()));
        }
        for (Lines.Reference r : lines.references()) {
            ValueMarker marker = new ValueMarker(
                    r.at(), r.style().hue().colour(), r.style().dash().stroke(1.2f));
            marker.setAlpha(1);
            if (r.vertical()) {
                plot.addDomainMarker(marker, Layer.BACKGROUND);
            } else {
                plot.addRangeMarker(marker, Layer.BACKGROUND);
            }
            legend.putIfAbsent(r.label(), item(r.label(), r.style()));
        }
    }

    private void addBand(Lines.Series s, Lines.Band band) {
        YIntervalSeries data = new YIntervalSeries(s.label(), false, true);
        for (int i = 0; i < s.x().size(); i++) {
            data.add(
                    s.x().get(i),
                    s.y().get(i),
                    band.lower().get(i),
                    band.upper().get(i));
        }
        YIntervalSeriesCollection all = new YIntervalSeriesCollection();
        all.addSeries(data);
        DeviationRenderer renderer = new DeviationRenderer(false, false);
        renderer.setSeriesFillPaint(0, s.style().hue().colour());
        renderer.setAlpha(0.22f);
        add(all, renderer);
    }

    private void addField(Field field) {
        withoutGrid();
        background(image(field), field.x(), field.y(), field.grid());
        for (double level : field.levels()) {
            XYSeries data = new XYSeries("level " + level, false, true);
            for (List<Contours.Point> line : Contours.of(field.grid(), level)) {
                line.forEach(p -> data.add(p.x(), p.y()));
                // A gap: the next line does not start where this one ends.
                data.add(line.get(0).x(), Double.NaN);
            }
            XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
            renderer.setDrawSeriesLineAsPath(true);
            renderer.setSeriesPaint(0, Palette.CONTOUR);
            renderer.setSeriesStroke(0, new BasicStroke(0.7f));
            add(new XYSeriesCollection(data), renderer);
        }
        addCurves(field.curves());
        addMarks(field.marks());
    }

    private void addMarks(List<Field.Mark> marks) {
        Map<Field.MarkKind, XYSeries> kinds = new LinkedHashMap<>();
        marks.forEach(m -> kinds.computeIfAbsent(m.kind(), k -> new XYSeries(k.text(), false, true))
                .add(m.x(), m.y()));
        kinds.forEach((kind, data) -> {
            Shape shape = Palette.marker(kind).shape(1.5 * MARKER);
            XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
            renderer.setSeriesShape(0, shape);
            renderer.setSeriesPaint(0, Palette.INK);
            renderer.setUseFillPaint(true);
            renderer.setSeriesFillPaint(0, Color.WHITE);
            renderer.setUseOutlinePaint(true);
            renderer.setSeriesOutlinePaint(0, Palette.INK);
            renderer.setSeriesOutlineStroke(0, new BasicStroke(1f));
            add(new XYSeriesCollection(data), renderer);
            legend.put(
                    kind.text(),
                    new LegendItem(
                            kind.text(), null, null, null, shape, Color.WHITE, new BasicStroke(1f), Palette.INK));
        });
    }

    private void addRegions(Regions regions) {
        withoutGrid();
        background(image(regions), regions.x(), regions.y(), regions.classes());
        addCurves(regions.boundaries());
        for (Regions.Label label : regions.labels()) {
            XYTextAnnotation text = new XYTextAnnotation(label.text(), label.x(), label.y());
            text.setFont(TEXT);
            text.setPaint(Palette.INK);
            plot.addAnnotation(text);
        }
        // Regions that are named in place need no legend.
        for (int i = 0; i < regions.names().size() && regions.labels().isEmpty(); i++) {
            legend.put(
                    regions.names().get(i),
                    new LegendItem(
                            regions.names().get(i),
                            null,
                            null,
                            null,
                            new Rectangle2D.Double(-6, -4, 12, 8),
                            Palette.region(i),
                            new BasicStroke(0.7f),
                            Palette.INK));
        }
    }

    private void addCurves(List<Curve> curves) {
        for (Curve c : curves) {
            addLine(new XYSeriesCollection(series(c.label(), c.x(), c.y())), c.style());
            legend.put(c.label(), item(c.label(), c.style()));
        }
    }

    private void withoutGrid() {
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainMinorGridlinesVisible(false);
        plot.setRangeMinorGridlinesVisible(false);
    }

    private static XYSeries series(String label, List<Double> x, List<Double> y) {
        XYSeries data = new XYSeries(label, false, true);
        for (int i = 0; i < x.size(); i++) {
            data.add(x.get(i), y.get(i));
        }
        return data;
    }

    private void addLine(XYDataset data, Style style) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        // As one path, so that dashes run through.
        renderer.setDrawSeriesLineAsPath(true);
        add(data, styled(renderer, style));
    }

    private static XYLineAndShapeRenderer styled(XYLineAndShapeRenderer renderer, Style style) {
        boolean line = style.dash() != Palette.Dash.NONE;
        boolean marked = style.marker() != Palette.Marker.NONE;
        renderer.setSeriesLinesVisible(0, line);
        renderer.setSeriesShapesVisible(0, marked);
        renderer.setSeriesPaint(0, style.hue().colour());
        renderer.setSeriesStroke(0, style.dash().stroke(LINE));
        renderer.setSeriesShape(0, style.marker().shape(MARKER));
        renderer.setSeriesOutlinePaint(0, Color.WHITE);
        renderer.setSeriesOutlineStroke(0, new BasicStroke(0.6f));
        renderer.setUseFillPaint(false);
        renderer.setUseOutlinePaint(true);
        renderer.setDrawOutlines(true);
        return renderer;
    }

    private void add(XYDataset data, XYLineAndShapeRenderer renderer) {
        int index = plot.getDatasetCount();
        plot.setDataset(index, data);
        plot.setRenderer(index, renderer);
    }

    private static LegendItem item(String label, Style style) {
        boolean line = style.dash() != Palette.Dash.NONE;
        boolean marked = style.marker() != Palette.Marker.NONE;
        return new LegendItem(
                label,
                null,
                null,
                null,
                marked,
                marked ? style.marker().shape(MARKER) : new Path2D.Double(),
                true,
                style.hue().colour(),
                false,
                Color.WHITE,
                new BasicStroke(0.6f),
                line,
                new Line2D.Double(-13, 0, 13, 0),
                style.dash().stroke(LINE),
                style.hue().colour());
    }

    /** The image over the plane, the middles of its outermost pixels on the border; the plot cuts off what is outside. */
    private void background(BufferedImage image, Axis x, Axis y, Grid grid) {
        Range across = spread(x, grid.x().size());
        Range up = spread(y, grid.y().size());
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        renderer.addAnnotation(new PlaneImage(image, across, up), Layer.BACKGROUND);
        add(new XYSeriesCollection(), renderer);
    }

    private static Range spread(Axis axis, int count) {
        double half = 0.5 / (count - 1);
        if (axis.scale() == Axis.Scale.LOG) {
            double factor = Math.pow(axis.high() / axis.low(), half);
            return new Range(axis.low() / factor, axis.high() * factor);
        }
        double width = half * (axis.high() - axis.low());
        return new Range(axis.low() - width, axis.high() + width);
    }

    private static BufferedImage image(Field field) {
        Grid grid = field.grid();
        int rows = grid.y().size();
        int columns = grid.x().size();
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                Color colour = Palette.field(field.value().place(grid.at(r, c)));
                image.setRGB(c, rows - 1 - r, colour.getRGB());
            }
        }
        return image;
    }

    /** Each point as a square of pixels, so that no renderer mixes the colours of neighbouring regions. */
    private static BufferedImage image(Regions regions) {
        Grid grid = regions.classes();
        int rows = grid.y().size();
        int columns = grid.x().size();
        int side = Math.max(1, REGION_PIXELS / Math.max(rows, columns));
        BufferedImage image = new BufferedImage(columns * side, rows * side, BufferedImage.TYPE_INT_RGB);
        for (int r = 0; r < rows * side; r++) {
            for (int c = 0; c < columns * side; c++) {
                int region = (int) grid.at(r / side, c / side);
                image.setRGB(c, rows * side - 1 - r, Palette.region(region).getRGB());
            }
        }
        return image;
    }

    private static PaintScale scale(Axis value) {
        return new PaintScale() {
            @Override
            public double getLowerBound() {
                return value.low();
            }

            @Override
            public double getUpperBound() {
                return value.high();
            }

            @Override
            public java.awt.Paint getPaint(double v) {
                return Palette.field(value.place(v));
            }
        };
    }

    private static ValueAxis axis(Axis of) {
        return of.scale() == Axis.Scale.LOG ? logAxis(of) : linearAxis(of);
    }

    private static ValueAxis linearAxis(Axis of) {
        NumberAxis axis = new NumberAxis(of.label());
        axis.setTickUnit(unit(of));
        return styled(axis, of);
    }

    private static ValueAxis styled(ValueAxis axis, Axis of) {
        axis.setRange(of.low(), of.high());
        axis.setLabelFont(TEXT);
        axis.setTickLabelFont(SMALL);
        axis.setLabelPaint(Palette.INK);
        axis.setTickLabelPaint(Palette.INK);
        axis.setAxisLinePaint(Palette.INK);
        axis.setTickMarkPaint(Palette.INK);
        axis.setTickMarkInsideLength(0);
        axis.setTickMarkOutsideLength(3);
        return axis;
    }

    private static ValueAxis logAxis(Axis of) {
        LogAxis axis = new LogAxis(of.label());
        axis.setBaseSymbol("10");
        // Every decade, or every second, third, ... where they are many.
        double decades = Math.log10(of.high() / of.low());
        double step = Math.ceil(decades / 8);
        axis.setTickUnit(new NumberTickUnit(step, format(0), step == 1 ? 9 : 0));
        styled(axis, of);
        // A decade at the end has its label, however its power is rounded.
        axis.setRange(of.low() * (1 - Tolerance.CANCELLED), of.high() * (1 + Tolerance.CANCELLED));
        return axis;
    }

    /** The least of 1, 2, 5, 10, ... that makes at most eight steps. */
    private static NumberTickUnit unit(Axis of) {
        double least = (of.high() - of.low()) / 8;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double step = power;
        for (double factor : new double[] {2, 5, 10}) {
            step = step < least * (1 - Tolerance.CANCELLED) ? factor * power : step;
        }
        return new NumberTickUnit(step, format((int) Math.max(0, Math.ceil(-Math.log10(step)))));
    }

    /** Numbers look the same in every country, with a minus as long as a plus. */
    private static NumberFormat format(int decimals) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign('\u2212');
        DecimalFormat format = new DecimalFormat("0", symbols);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format;
    }
}
