// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes zips byte by byte, so that each lie can be told. What is not touched is right.
final class ZipForge {
    final List<Entry> entries = new ArrayList<>();
    byte[] before = {};
    byte[] after = {};
    byte[] gap = {};
    int countOff;
    boolean large;
    boolean noEnd;

    /// An entry; what the directory and the local header say can be told apart.
    static final class Entry {
        final String name;
        final byte[] content;
        byte[] localName;
        int flags = 0x0800;
        int localFlags = 0x0800;
        int method;
        int mode;

        /// That it was made on: Unix.
        int system = 3;

        long crc;
        long size;
        long localSize;
        byte[] packed;
        byte[] extra = {};
        byte[] descriptor = {};
        Integer headerAt;

        /// As some programs write it that do not know the compressed size yet.
        boolean sizeFirst;

        Entry(String name, byte[] content) {
            this.name = name;
            this.localName = name.getBytes(StandardCharsets.UTF_8);
            this.content = content;
            this.packed = content;
            this.size = content.length;
            this.localSize = size;
            CRC32 sum = new CRC32();
            sum.update(content);
            this.crc = sum.getValue();
        }

        Entry deflated() {
            Deflater deflater = new Deflater(9, true);
            deflater.setInput(content);
            deflater.finish();
            byte[] out = new byte[content.length + 64];
            packed = Arrays.copyOf(out, deflater.deflate(out));
            deflater.end();
            method = 8;
            return this;
        }
    }

    Entry add(String name, String text) {
        return add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Entry add(String name, byte[] content) {
        Entry entry = new Entry(name, content);
        entries.add(entry);
        return entry;
    }

    static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(before);
        List<Integer> places = new ArrayList<>();
        for (Entry e : entries) {
            places.add(out.size());
            ByteBuffer b = little(30 + e.localName.length + e.extra.length);
            b.putInt(0x04034b50).putShort((short) 20).putShort((short) e.localFlags);
            boolean later = (e.localFlags & 8) != 0;
            b.putShort((short) e.method).putInt(0).putInt(later ? 0 : (int) e.crc);
            b.putInt(later ? 0 : e.packed.length)
                    .putInt(later && !e.sizeFirst ? 0 : (int) e.localSize);
            b.putShort((short) e.localName.length).putShort((short) e.extra.length);
            b.put(e.localName).put(e.extra);
            out.writeBytes(b.array());
            out.writeBytes(e.packed);
            out.writeBytes(e.descriptor);
        }
        out.writeBytes(gap);
        int directory = out.size();
        for (int i = 0; i < entries.size(); i++) {
            Entry e = entries.get(i);
            byte[] name = e.name.getBytes(StandardCharsets.UTF_8);
            ByteBuffer b = little(46 + name.length + e.extra.length);
            b.putInt(0x02014b50).putShort((short) (e.system << 8 | 20)).putShort((short) 20);
            b.putShort((short) e.flags).putShort((short) e.method).putInt(0).putInt((int) e.crc);
            b.putInt(e.packed.length).putInt((int) e.size).putShort((short) name.length);
            b.putShort((short) e.extra.length).putShort((short) 0).putShort((short) 0);
            b.putShort((short) 0).putInt(e.mode << 16);
            b.putInt(e.headerAt != null ? e.headerAt : places.get(i));
            b.put(name).put(e.extra);
            out.writeBytes(b.array());
        }
        if (!noEnd) {
            out.writeBytes(end(out.size(), directory));
        }
        out.writeBytes(after);
        return out.toByteArray();
    }

    private byte[] end(int at, int directory) {
        ByteBuffer b = little(large ? 98 : 22);
        int length = at - directory;
        int count = entries.size() + countOff;
        if (large) {
            b.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45);
            b.putInt(0).putInt(0).putLong(count).putLong(count).putLong(length).putLong(directory);
            b.putInt(0x07064b50).putInt(0).putLong(at).putInt(1);
        }
        b.putInt(0x06054b50).putInt(0);
        b.putShort((short) (large ? 0xffff : count)).putShort((short) (large ? 0xffff : count));
        b.putInt(large ? -1 : length).putInt(large ? -1 : directory).putShort((short) 0);
        return b.array();
    }
}
