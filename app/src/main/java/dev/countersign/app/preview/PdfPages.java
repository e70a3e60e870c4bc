// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.preview;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.IntBuffer;

/// The pages of a PDF of ours. Each is drawn when it is asked for; any number of threads may ask.
/// Blocking.
public final class PdfPages {
    /// More pixels are not drawn, however large the page is to be.
    private static final int WIDEST = 4096;

    private final byte[] file;
    private final int count;

    private PdfPages(byte[] file, int count) {
        this.file = file;
        this.count = count;
    }

    /// @param file all of it, whose pages must be pages of a PDF: it was made by this program
    public static PdfPages of(byte[] file) {
        byte[] own = file.clone();
        try (PDDocument document = Loader.loadPDF(own)) {
            return new PdfPages(own, document.getNumberOfPages());
        } catch (IOException e) {
            throw new UncheckedIOException("a PDF of ours is read from memory", e);
        }
    }

    /// How many.
    public int count() {
        return count;
    }

    /// The PDF whose pages these are.
    public byte[] file() {
        return file.clone();
    }

    /// Draws a page.
    ///
    /// @param index of the page, from 0
    /// @param width in pixels
    public PageImage draw(int index, int width) {
        try (PDDocument document = Loader.loadPDF(file)) {
            float points = document.getPage(index).getCropBox().getWidth();
            float scale = Math.clamp(width, 1, WIDEST) / points;
            BufferedImage image =
                    new PDFRenderer(document).renderImage(index, scale, ImageType.RGB);
            int wide = image.getWidth();
            int high = image.getHeight();
            int[] pixels = image.getRGB(0, 0, wide, high, null, 0, wide);
            return new PageImage(wide, high, IntBuffer.wrap(pixels));
        } catch (IOException e) {
            throw new UncheckedIOException("a PDF of ours is read from memory", e);
        }
    }
}
