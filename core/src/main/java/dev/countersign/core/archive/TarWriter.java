// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import dev.countersign.core.source.SourceException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Writes a tar: ustar, with a pax header where a name or a size does not fit.
final class TarWriter implements Packing.Writer {
    private static final int BLOCK = TarHeader.BLOCK;
    private static final int RECORD = 20 * BLOCK;
    private static final int LONGEST_NAME = 100;
    private static final long LARGEST = 1L << 33;
    private static final int MODE = 0b110_100_100;

    private final OutputStream out;
    private final long time;
    private long written;
    private boolean ended;

    TarWriter(OutputStream out, Instant at) {
        this.out = out;
        this.time = Math.clamp(at.getEpochSecond(), 0, LARGEST - 1);
    }

    @Override
    public void file(Packing.Item item) throws IOException, SourceException {
        byte[] name = item.name().getBytes(StandardCharsets.UTF_8);
        boolean plain = name.length <= LONGEST_NAME && name.length == item.name().length();
        StringBuilder more = new StringBuilder();
        if (!plain) {
            more.append(record("path", item.name()));
        }
        if (item.size() >= LARGEST) {
            more.append(record("size", String.valueOf(item.size())));
        }
        if (!more.isEmpty()) {
            byte[] records = more.toString().getBytes(StandardCharsets.UTF_8);
            header("pax", records.length, 'x');
            put(records);
            pad();
        }
        String shown = plain ? item.name() : "file-" + written / BLOCK;
        header(shown, item.size() < LARGEST ? item.size() : 0, '0');
        long from = written;
        Packing.copy(item.content(), new Counted());
        if (written - from != item.size()) {
            throw new IllegalStateException(item.name() + " has other bytes than it said");
        }
        pad();
    }

    /// Everything that goes out is counted.
    private final class Counted extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            put(new byte[] {(byte) b});
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            out.write(b, off, len);
            written += len;
        }
    }

    private void put(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    private void pad() throws IOException {
        put(new byte[(int) (-written & (BLOCK - 1))]);
    }

    /// Its length counts itself.
    private static String record(String key, String value) {
        int rest = (" " + key + "=" + value + "\n").getBytes(StandardCharsets.UTF_8).length;
        int length = rest + String.valueOf(rest).length();
        length = rest + String.valueOf(length).length();
        return length + " " + key + "=" + value + "\n";
    }

    private void header(String name, long size, char type) throws IOException {
        byte[] block = new byte[BLOCK];
        text(block, 0, name);
        octal(block, 100, 8, MODE);
        octal(block, 108, 8, 0);
        octal(block, 116, 8, 0);
        octal(block, 124, 12, size);
        octal(block, 136, 12, time);
        block[156] = (byte) type;
        text(block, 257, "ustar\0" + "00");
        octal(block, 329, 8, 0);
        octal(block, 337, 8, 0);
        text(block, 148, "        ");
        int sum = 0;
        for (byte b : block) {
            sum += b & 0xff;
        }
        octal(block, 148, 7, sum);
        put(block);
    }

    private static void text(byte[] block, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }

    /// With a closing NUL.
    private static void octal(byte[] block, int at, int length, long value) {
        String digits = Long.toOctalString(value);
        text(block, at, "0".repeat(length - 1 - digits.length()) + digits);
        block[at + length - 1] = 0;
    }

    @Override
    public void close() throws IOException {
        if (!ended) {
            ended = true;
            put(new byte[2 * BLOCK]);
            put(new byte[(int) ((RECORD - written % RECORD) % RECORD)]);
            out.close();
        }
    }
}
