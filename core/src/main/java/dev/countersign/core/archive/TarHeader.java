// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import dev.countersign.core.archive.Refusal.Kind;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One header block of a tar.
///
/// @param name as it stands there
/// @param size of what follows
/// @param type of entry
record TarHeader(String name, long size, char type) {
    static final int BLOCK = 512;

    private static final int NAME = 100;
    private static final int SIZE = 124;
    private static final int NUMBER = 12;
    private static final int SUM = 148;
    private static final int SUM_BYTES = 8;
    private static final int TYPE = 156;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;
    private static final int PREFIX_BYTES = 155;
    private static final int XSTAR = 508;
    private static final int XSTAR_ACCESSED = 476;
    private static final int XSTAR_CHANGED = 488;
    private static final byte[] XSTAR_END = {'t', 'a', 'r', 0};
    private static final byte[] POSIX = "ustar\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GNU = "ustar ".getBytes(StandardCharsets.US_ASCII);

    /// Whether a block is a header: its sum says so.
    static boolean is(byte[] block) {
        long stored = octal(block, SUM, SUM_BYTES);
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= SUM && i < SUM + SUM_BYTES ? ' ' : block[i] & 0xff;
        }
        return stored == sum;
    }

    /// Reads one.
    static TarHeader read(byte[] block) throws RefusedException {
        if (!is(block)) {
            throw new RefusedException(Kind.DAMAGED);
        }
        String name = text(block, 0, NAME);
        boolean posix = Arrays.equals(block, MAGIC, MAGIC + POSIX.length, POSIX, 0, POSIX.length);
        boolean gnu = Arrays.equals(block, MAGIC, MAGIC + GNU.length, GNU, 0, GNU.length);
        if (posix && block[PREFIX] != 0) {
            name = prefix(block, name) + "/" + name;
        }
        long size = number(block, SIZE);
        if (size < 0) {
            throw new RefusedException(Kind.MALFORMED, name);
        }
        char type = (char) (block[TYPE] & 0xff);
        if (!posix && !gnu) {
            return old(block, name, size, type);
        }
        return new TarHeader(name, size, type == 0 ? '0' : type);
    }

    /// One of Unix v7, which knows files and links alone; a slash marks a folder.
    private static TarHeader old(byte[] block, String name, long size, char type)
            throws RefusedException {
        boolean plain = type == 0 || type == '0';
        // some readers take what stands there for a part of the name
        if (block[PREFIX] != 0 || !plain && type != '1' && type != '2' && type != '5') {
            throw new RefusedException(Kind.UNSUPPORTED, name);
        }
        boolean folder = plain && name.endsWith("/");
        return new TarHeader(name, size, folder ? '5' : plain ? '0' : type);
    }

    /// What the name begins with. Where star wrote it, two times stand at the end of its place; a
    /// zero before them keeps every reader from taking them for a name.
    private static String prefix(byte[] block, String name) throws RefusedException {
        if (!Arrays.equals(block, XSTAR, BLOCK, XSTAR_END, 0, XSTAR_END.length)) {
            return text(block, PREFIX, PREFIX_BYTES);
        }
        boolean times =
                octal(block, XSTAR_ACCESSED, NUMBER) >= 0
                        && octal(block, XSTAR_CHANGED, NUMBER) >= 0;
        if (block[XSTAR_ACCESSED - 1] != 0 || !times) {
            throw new RefusedException(Kind.MALFORMED, name);
        }
        return text(block, PREFIX, XSTAR_ACCESSED - PREFIX);
    }

    private static String text(byte[] block, int from, int length) throws RefusedException {
        int end = from;
        while (end < from + length && block[end] != 0) {
            end++;
        }
        String text = EntryName.decode(Arrays.copyOfRange(block, from, end));
        for (int i = end; i < from + length; i++) {
            if (block[i] != 0) {
                throw new RefusedException(Kind.MALFORMED, text);
            }
        }
        return text;
    }

    /// Octal digits, or the binary form for what has too many; negative if it is neither.
    private static long number(byte[] block, int from) {
        if (block[from] != (byte) 0x80) {
            return octal(block, from, NUMBER);
        }
        long value = 0;
        for (int i = from + 1; i < from + NUMBER; i++) {
            if (value >>> 55 != 0) {
                return -1;
            }
            value = value << 8 | block[i] & 0xff;
        }
        return value;
    }

    /// Negative if there are other characters than digits, and blanks around them.
    private static long octal(byte[] block, int from, int length) {
        int i = from;
        int end = from + length;
        while (i < end && block[i] == ' ') {
            i++;
        }
        long value = 0;
        boolean any = false;
        for (; i < end && block[i] >= '0' && block[i] <= '7'; i++) {
            value = value << 3 | block[i] - '0';
            any = true;
        }
        for (; i < end; i++) {
            if (block[i] != ' ' && block[i] != 0) {
                return -1;
            }
        }
        return any ? value : -1;
    }

    /// How many bytes of whole blocks the content takes.
    long blocks() {
        return Math.ceilDiv(size, (long) BLOCK) * BLOCK;
    }
}
