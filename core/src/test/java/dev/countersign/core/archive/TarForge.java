// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes tars block by block, so that each lie can be told.
final class TarForge {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    TarForge file(String name, String text) {
        return entry(name, '0', text.getBytes(StandardCharsets.UTF_8));
    }

    TarForge entry(String name, char type, byte[] content) {
        header(name, type, content.length);
        return content(content);
    }

    TarForge header(String name, char type, long size) {
        byte[] block = new byte[512];
        put(block, 0, name.getBytes(StandardCharsets.UTF_8));
        put(block, 100, "0000644\0".getBytes(StandardCharsets.US_ASCII));
        put(block, 124, String.format("%011o\0", size).getBytes(StandardCharsets.US_ASCII));
        put(block, 136, "00000000000\0".getBytes(StandardCharsets.US_ASCII));
        block[156] = (byte) type;
        put(block, 257, "ustar\00000".getBytes(StandardCharsets.US_ASCII));
        return sealed(block);
    }

    /// With its sum.
    TarForge sealed(byte[] block) {
        put(block, 148, "        ".getBytes(StandardCharsets.US_ASCII));
        int sum = 0;
        for (byte b : block) {
            sum += b & 0xff;
        }
        put(block, 148, String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(block);
        return this;
    }

    /// As star writes them: the prefix ends before two times.
    TarForge xstar(String prefix, String name, String accessed, String text) {
        byte[] block = Arrays.copyOf(new TarForge().header(name, '0', text.length()).noEnd(), 512);
        byte[] before = prefix.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(before, 0, block, 345, before.length);
        put(block, 476, accessed.getBytes(StandardCharsets.US_ASCII));
        put(block, 488, "15160107612 ".getBytes(StandardCharsets.US_ASCII));
        put(block, 508, "tar\0".getBytes(StandardCharsets.US_ASCII));
        return sealed(block).content(text.getBytes(StandardCharsets.UTF_8));
    }

    private TarForge content(byte[] content) {
        out.writeBytes(content);
        out.writeBytes(new byte[-content.length & 511]);
        return this;
    }

    TarForge pax(String key, String value) {
        String rest = " " + key + "=" + value + "\n";
        int bytes = rest.getBytes(StandardCharsets.UTF_8).length;
        int length = bytes + String.valueOf(bytes + 2).length();
        return entry("pax", 'x', (length + rest).getBytes(StandardCharsets.UTF_8));
    }

    /// As Unix v7 wrote them: nothing follows the name of a link.
    TarForge old(String name, char type, String text) {
        byte[] block = Arrays.copyOf(new TarForge().header(name, type, text.length()).noEnd(), 512);
        Arrays.fill(block, 257, 512, (byte) 0);
        return sealed(block).content(text.getBytes(StandardCharsets.UTF_8));
    }

    TarForge raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    private static void put(byte[] block, int at, byte[] bytes) {
        System.arraycopy(bytes, 0, block, at, Math.min(bytes.length, 100));
    }

    byte[] end() {
        out.writeBytes(new byte[1024]);
        return out.toByteArray();
    }

    byte[] noEnd() {
        return out.toByteArray();
    }
}
