// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/// Which characters a font has. What it lacks is written as its number: a workpaper must not show a
/// name as a row of boxes.
final class FontCoverage {
    private final CmapLookup characters;

    private FontCoverage(CmapLookup characters) {
        this.characters = characters;
    }

    static FontCoverage of(Supplier<InputStream> font) {
        try (InputStream in = font.get();
                TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            return new FontCoverage(parsed.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException("the fonts are ours", e);
        }
    }

    /// The text with everything that cannot be shown as its number.
    String shown(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> {
                    if (point < 0x80 || characters.getGlyphId(point) != 0) {
                        out.appendCodePoint(point);
                    } else {
                        out.append(CellText.escaped(point));
                    }
                });
        return out.toString();
    }
}
