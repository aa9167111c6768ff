package org.lossproof.experiment.figure;

import java.awt.Dimension;
import java.awt.geom.Dimension2D;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A figure as SVG by Batik; letters are outlines, so that it looks the same wherever it is seen, and title and caption are text. */
final class FigureSvg {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private FigureSvg() {}

    /** Images as PNG by the Java platform: Batik's own writer of PNG is another library. */
    private static final class PlatformPng extends ImageHandlerBase64Encoder {
        @Override
        public void encodeImage(RenderedImage image, OutputStream out) throws SVGGraphics2DIOException {
            try {
                ImageIO.write(image, "png", out);
            } catch (IOException e) {
                throw new SVGGraphics2DIOException(e.getMessage(), e);
            }
        }
    }

    static String of(Figure figure, FigureDrawing drawing) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setComment(" Lossproof ");
        context.setImageHandler(new PlatformPng());
        SVGGraphics2D g = new SVGGraphics2D(context, true);
        Dimension2D size = drawing.size();
        g.setSVGCanvasSize(new Dimension((int) size.getWidth(), (int) size.getHeight()));
        drawing.draw(g);
        Element root = g.getRoot();
        root.setAttributeNS(null, "viewBox", "0 0 " + (int) size.getWidth() + " " + (int) size.getHeight());
        root.setAttributeNS(null, "role", "img");
        describe(root, figure);
        StringWriter out = new StringWriter();
        try {
            g.stream(root, out, true, false);
        } catch (SVGGraphics2DIOException e) {
            throw new UncheckedIOException(new IOException(e));
        }
        // Nobody needs the document type, and a parser that looks for it asks a server.
        return out.toString().replaceFirst("<!DOCTYPE[^>]*>\\s*", "");
    }

    private static void describe(Element root, Figure figure) {
        Node first = root.getFirstChild();
        root.insertBefore(text(root.getOwnerDocument(), "title", figure.title()), first);
        root.insertBefore(text(root.getOwnerDocument(), "desc", figure.caption()), first);
    }

    private static Element text(Document document, String name, String text) {
        Element e = document.createElementNS(NAMESPACE, name);
        e.appendChild(document.createTextNode(text));
        return e;
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java platform makes no XML documents", e);
        }
    }
}
