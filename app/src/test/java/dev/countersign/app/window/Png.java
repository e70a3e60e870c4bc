// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** PNG writer without AWT / javafx-swing. */
public final class Png {
    private Png() {}

    public static void write(Image img, Path file) throws IOException {
        int w = (int) img.getWidth(), h = (int) img.getHeight();
        int[] px = new int[w * h];
        img.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), px, 0, w);
        var raw = new ByteArrayOutputStream();
        try (var z = new DeflaterOutputStream(raw, new Deflater(Deflater.BEST_SPEED))) {
            byte[] line = new byte[1 + w * 4];
            for (int y = 0; y < h; y++) {
                for (int x = 0; x < w; x++) {
                    int p = px[y * w + x], i = 1 + x * 4;
                    line[i] = (byte) (p >> 16);
                    line[i + 1] = (byte) (p >> 8);
                    line[i + 2] = (byte) p;
                    line[i + 3] = (byte) (p >> 24);
                }
                z.write(line);
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeLong(0x89504E470D0A1A0AL);
            var hdr = new ByteArrayOutputStream();
            var d = new DataOutputStream(hdr);
            d.writeInt(w);
            d.writeInt(h);
            d.write(new byte[] {8, 6, 0, 0, 0});
            chunk(out, "IHDR", hdr.toByteArray());
            chunk(out, "IDAT", raw.toByteArray());
            chunk(out, "IEND", new byte[0]);
        }
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] t = type.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        out.writeInt(data.length);
        out.write(t);
        out.write(data);
        var crc = new CRC32();
        crc.update(t);
        crc.update(data);
        out.writeInt((int) crc.getValue());
    }
}
