// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import dev.countersign.core.source.ZipTime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The workbook library's zip written again so that it no longer says when: entries by name, all of
/// one fixed time, and the document's own time where the library put the time of day.
///
/// Reads only what that library writes, by the central directory: its entries claim zip64 lengths
/// that Java's stream does not follow.
final class SameZip {
    private static final Pattern TIME =
            Pattern.compile("(<dcterms:(?:created|modified)[^>]*>)[^<]*");

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;

    private SameZip() {}

    static byte[] of(byte[] zip, Instant at) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(zip.length);
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries(zip).entrySet()) {
                ZipEntry same = new ZipEntry(entry.getKey());
                same.setTimeLocal(ZipTime.EARLIEST);
                out.putNextEntry(same);
                out.write(
                        entry.getKey().startsWith("docProps/")
                                ? dated(entry.getValue(), at)
                                : entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a zip is made in memory", e);
        }
        return bytes.toByteArray();
    }

    /// The entries by name (APPNOTE 4.3.12).
    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        ByteBuffer b = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - END_LENGTH;
        while (b.getInt(end) != END) {
            end--;
        }
        Map<String, byte[]> entries = new TreeMap<>();
        int at = b.getInt(end + 16);
        for (int left = b.getShort(end + 10); left > 0; left--) {
            int name = b.getShort(at + 28);
            entries.put(
                    new String(zip, at + CENTRAL_LENGTH, name, StandardCharsets.UTF_8),
                    inflated(zip, b, b.getInt(at + 42), b.getInt(at + 20)));
            at += CENTRAL_LENGTH + name + b.getShort(at + 30) + b.getShort(at + 32);
        }
        return entries;
    }

    private static byte[] inflated(byte[] zip, ByteBuffer b, int local, int length)
            throws IOException {
        int from = local + LOCAL_LENGTH + b.getShort(local + 26) + b.getShort(local + 28);
        Inflater raw = new Inflater(true);
        try (InputStream in =
                new InflaterInputStream(new ByteArrayInputStream(zip, from, length), raw)) {
            return in.readAllBytes();
        } finally {
            raw.end();
        }
    }

    private static byte[] dated(byte[] properties, Instant at) {
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        return TIME.matcher(new String(properties, StandardCharsets.UTF_8))
                .replaceAll("$1" + second)
                .getBytes(StandardCharsets.UTF_8);
    }
}
