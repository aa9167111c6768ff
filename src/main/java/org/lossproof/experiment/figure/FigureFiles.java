package org.lossproof.experiment.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Dimension2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.lossproof.experiment.WholeFiles;
import org.lossproof.loss.InputException;

/** Writes a figure as SVG, PNG and CSV: the same bytes for the same figure on one machine (its fonts are the platform's). */
public final class FigureFiles {
    /** Pixels an inch of the PNG. */
    static final int RESOLUTION = 300;

    private static final double POINTS = 72;
    private static final double INCH = 25.4;

    private FigureFiles() {}

    /**
     * Writes NAME.svg, NAME.png and NAME.csv; none of them is there half-written, and files of that name are replaced.
     *
     * @param directory made if there is none
     * @return the files, in that order
     * @throws InputException if the directory cannot be written
     */
    public static List<Path> write(Figure figure, Path directory) {
        FigureDrawing drawing = new FigureDrawing(figure);
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put("svg", FigureSvg.of(figure, drawing).getBytes(StandardCharsets.UTF_8));
        contents.put("png", png(drawing));
        contents.put("csv", FigureCsv.of(figure).getBytes(StandardCharsets.UTF_8));
        try {
            return put(figure.name(), contents, directory);
        } catch (IOException e) {
            throw new InputException(directory + ": figures cannot be written there: "
                    + e.getClass().getSimpleName() + " " + e.getMessage() + "; name a directory with --out");
        }
    }

    private static List<Path> put(String name, Map<String, byte[]> contents, Path directory) throws IOException {
        Files.createDirectories(directory);
        Map<Path, byte[]> files = new LinkedHashMap<>();
        contents.forEach((ending, content) -> files.put(directory.resolve(name + "." + ending), content));
        WholeFiles.write(files);
        return new ArrayList<>(files.keySet());
    }

    private static byte[] png(FigureDrawing drawing) {
        Dimension2D size = drawing.size();
        double scale = RESOLUTION / POINTS;
        BufferedImage image = new BufferedImage(
                (int) Math.round(size.getWidth() * scale),
                (int) Math.round(size.getHeight() * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        // The last row and column may be parts of a point.
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.scale(scale, scale);
        drawing.draw(g);
        g.dispose();
        try {
            return png(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        IIOMetadataNode root = new IIOMetadataNode("javax_imageio_1.0");
        IIOMetadataNode dimension = new IIOMetadataNode("Dimension");
        root.appendChild(dimension);
        for (String direction : List.of("HorizontalPixelSize", "VerticalPixelSize")) {
            IIOMetadataNode pixel = new IIOMetadataNode(direction);
            // In millimetres.
            pixel.setAttribute("value", Double.toString(INCH / RESOLUTION));
            dimension.appendChild(pixel);
        }
        metadata.mergeTree("javax_imageio_1.0", root);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, metadata), null);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
