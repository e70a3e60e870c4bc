// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.preview;

import java.nio.IntBuffer;

/// A picture of a page.
///
/// @param width in pixels
/// @param height in pixels
/// @param pixels opaque, row by row, ARGB; read-only
public record PageImage(int width, int height, IntBuffer pixels) {
    public PageImage {
        if (pixels.remaining() != width * height) {
            throw new IllegalArgumentException("one number a pixel");
        }
        pixels = pixels.asReadOnlyBuffer();
    }

    /// From the first pixel on.
    @Override
    public IntBuffer pixels() {
        return pixels.duplicate();
    }
}
