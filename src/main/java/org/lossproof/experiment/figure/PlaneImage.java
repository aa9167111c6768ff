package org.lossproof.experiment.figure;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/** An image over a rectangle of the plane, placed exactly: that of JFreeChart is moved to whole points, which are four pixels. */
final class PlaneImage extends AbstractXYAnnotation {
    private final transient BufferedImage image;
    private final Range across;
    private final Range up;

    PlaneImage(BufferedImage image, Range across, Range up) {
        this.image = image;
        this.across = across;
        this.up = up;
    }

    @Override
    public void draw(
            Graphics2D g,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis x,
            ValueAxis y,
            int rendererIndex,
            PlotRenderingInfo info) {
        double left = x.valueToJava2D(across.getLowerBound(), area, plot.getDomainAxisEdge());
        double right = x.valueToJava2D(across.getUpperBound(), area, plot.getDomainAxisEdge());
        double top = y.valueToJava2D(up.getUpperBound(), area, plot.getRangeAxisEdge());
        double bottom = y.valueToJava2D(up.getLowerBound(), area, plot.getRangeAxisEdge());
        AffineTransform place = AffineTransform.getTranslateInstance(left, top);
        place.scale((right - left) / image.getWidth(), (bottom - top) / image.getHeight());
        g.drawImage(image, place, null);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
