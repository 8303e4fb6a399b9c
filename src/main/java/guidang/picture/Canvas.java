package guidang.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A sheet of paper: shapes and lettering in pixels, the origin at its upper left. */
final class Canvas implements AutoCloseable {
    static {
        // Nothing here needs a screen; said before anything of the JDK looks for one.
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    private static final double BOLD = 0.036;

    private final BufferedImage image;
    private final Graphics2D graphics;
    private final Lettering lettering;

    /** Where a text stands to its place. */
    enum Align {
        LEFT, CENTRE, RIGHT
    }

    Canvas(int width, int height, Lettering lettering) {
        this.lettering = lettering;
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        fill(new Rectangle2D.Double(0, 0, width, height), Palette.PAPER);
    }

    /** A settable text on one line. */
    void text(String text, double size, double x, double line, Color color, Align align) {
        graphics.setColor(color);
        graphics.fill(outline(text, size, x, line, align));
    }

    /** The same in a heavier face. */
    void bold(String text, double size, double x, double line, Color color, Align align) {
        Path2D outline = outline(text, size, x, line, align);
        graphics.setColor(color);
        graphics.fill(outline);
        graphics.setStroke(new BasicStroke((float) (size * BOLD), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(outline);
    }

    private Path2D outline(String text, double size, double x, double line, Align align) {
        double width = lettering.width(text, size);
        double from = switch (align) {
            case LEFT -> x;
            case CENTRE -> x - width / 2;
            case RIGHT -> x - width;
        };
        return lettering.outline(text, size, from, line);
    }

    void bar(double x, double y, double width, double height, double round, Color color) {
        fill(new RoundRectangle2D.Double(x, y, width, height, round, round), color);
    }

    /** A bar that fades out to its left or its right end. */
    void fading(double x, double y, double width, double height, Color color, boolean toTheRight) {
        var none = new Color(color.getRed(), color.getGreen(), color.getBlue(), 0);
        graphics.setPaint(new LinearGradientPaint((float) x, 0, (float) (x + Math.max(1, width)), 0,
                new float[]{0, 1}, toTheRight ? new Color[]{color, none} : new Color[]{none, color}));
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    void dot(double x, double y, double radius, Color color) {
        fill(circle(x, y, radius), color);
    }

    void ring(double x, double y, double radius, Color color) {
        dot(x, y, radius, color);
        dot(x, y, radius - 4, Palette.PAPER);
    }

    private static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private void fill(Shape shape, Color color) {
        graphics.setColor(color);
        graphics.fill(shape);
    }

    /** As a file in PNG. */
    byte[] png() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("no writer for PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        graphics.dispose();
    }
}
