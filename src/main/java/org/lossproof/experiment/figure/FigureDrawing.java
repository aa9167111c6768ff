package org.lossproof.experiment.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Dimension2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.block.LengthConstraintType;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.Size2D;
import org.jfree.data.Range;

/** Lays the panels of a figure out and draws them: lengths in points, 72 an inch. */
final class FigureDrawing {
    private static final double PANEL_WIDTH = 400;
    private static final double PANEL_HEIGHT = 320;
    private static final double GAP = 14;

    private final List<Cell> cells;
    private final double width;
    private final double height;

    /** A panel in its place, with the place of its legend. */
    private record Cell(JFreeChart chart, Rectangle2D place, LegendTitle legend, Rectangle2D legendPlace) {}

    FigureDrawing(Figure figure) {
        Graphics2D ruler = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        setHints(ruler);
        int columns = columns(figure.panels().size());
        List<JFreeChart> charts =
                figure.panels().stream().map(FigureDrawing::chart).toList();
        List<LegendTitle> legends =
                charts.stream().map(c -> legend(c.getXYPlot())).toList();
        List<Cell> out = new java.util.ArrayList<>();
        double y = GAP;
        for (int first = 0; first < charts.size(); first += columns) {
            int last = Math.min(first + columns, charts.size());
            double legendHeight = 0;
            for (int i = first; i < last; i++) {
                legendHeight = Math.max(legendHeight, height(legends.get(i), ruler));
            }
            for (int i = first; i < last; i++) {
                double x = GAP + (i - first) * (PANEL_WIDTH + GAP);
                out.add(new Cell(
                        charts.get(i),
                        new Rectangle2D.Double(x, y, PANEL_WIDTH, PANEL_HEIGHT),
                        legends.get(i),
                        new Rectangle2D.Double(x, y + PANEL_HEIGHT, PANEL_WIDTH, legendHeight)));
            }
            y += PANEL_HEIGHT + legendHeight + GAP;
        }
        ruler.dispose();
        cells = List.copyOf(out);
        width = GAP + columns * (PANEL_WIDTH + GAP);
        height = Math.ceil(y);
    }

    /** One row of up to three panels; four are a square. */
    private static int columns(int panels) {
        return panels == 4 ? 2 : Math.min(panels, 3);
    }

    /** In points. */
    Dimension2D size() {
        return new java.awt.Dimension((int) width, (int) height);
    }

    void draw(Graphics2D g) {
        setHints(g);
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        for (Cell cell : cells) {
            cell.chart().draw(g, cell.place());
            cell.legend().draw(g, cell.legendPlace());
        }
    }

    private static void setHints(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }

    private static JFreeChart chart(Panel panel) {
        JFreeChart chart = new JFreeChart(null, null, PanelChart.of(panel), false);
        TextTitle title = new TextTitle(panel.title(), PanelChart.TEXT.deriveFont(Font.BOLD));
        title.setPaint(Palette.INK);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPadding(new RectangleInsets(0, 4, 6, 0));
        chart.setTitle(title);
        if (panel instanceof Field field) {
            chart.addSubtitle(PanelChart.colourBar(field));
        }
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(0, 0, 0, 8));
        // The drawing's own hints hold.
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(true);
        chart.getRenderingHints().put(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return chart;
    }

    private static LegendTitle legend(XYPlot plot) {
        LegendTitle legend = new LegendTitle(plot);
        legend.setItemFont(PanelChart.SMALL);
        legend.setItemPaint(Palette.INK);
        legend.setItemLabelPadding(new RectangleInsets(1, 3, 1, 8));
        legend.setBackgroundPaint(Color.WHITE);
        legend.setPadding(new RectangleInsets(2, 8, 2, 2));
        return legend;
    }

    private static double height(LegendTitle legend, Graphics2D g) {
        Size2D size = legend.arrange(
                g,
                new RectangleConstraint(
                        PANEL_WIDTH,
                        new Range(0, PANEL_WIDTH),
                        LengthConstraintType.FIXED,
                        PANEL_HEIGHT,
                        new Range(0, PANEL_HEIGHT),
                        LengthConstraintType.NONE));
        return size.getHeight();
    }
}
