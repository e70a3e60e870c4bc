// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import dev.countersign.core.archive.Refusal.Kind;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Reads the directory of a zip and holds it against what stands before each file. Every byte of
/// the zip must belong to something: two programs that read it otherwise find the same.
final class ZipReader {
    private static final int START = 0x04034b50;
    private static final int DIRECTORY = 0x02014b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int START_BYTES = 30;
    private static final int DIRECTORY_BYTES = 46;
    private static final int LARGEST_DIRECTORY = 64 << 20;
    private static final long LOW = 0xffff_ffffL;

    private final LogFile zip;
    private final ArchiveLimits limits;
    private final NavigableMap<String, PackedFile> files = new TreeMap<>();

    /// Where a file lies with its header.
    private record Extent(ZipHeader header, long data) {
        long end() {
            return data + header.packed();
        }
    }

    private ZipReader(LogFile zip, ArchiveLimits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    /// Whether a file starts as a zip, or is an empty one.
    static boolean starts(LogFile file) throws SourceException {
        ByteBuffer head = Gzip.little(file, 0, Integer.BYTES);
        if (head.remaining() < Integer.BYTES) {
            return false;
        }
        int first = head.getInt(0);
        return first == START || first == 0x06054b50 || first == 0x06064b50;
    }

    /// Whether a file ends as a zip, whatever it starts with.
    static boolean ends(LogFile file) throws SourceException {
        try {
            ZipEnd.find(file);
            return true;
        } catch (RefusedException e) {
            return e.refusal().kind() == Kind.HIDDEN_DATA;
        }
    }

    /// The files of a zip.
    static NavigableMap<String, PackedFile> read(LogFile zip, ArchiveLimits limits)
            throws SourceException, RefusedException {
        ZipReader reader = new ZipReader(zip, limits);
        ZipEnd end = ZipEnd.find(zip);
        List<ZipHeader> headers = reader.directory(end);
        apart(headers);
        List<Extent> extents = new ArrayList<>();
        for (ZipHeader header : headers) {
            extents.add(reader.extent(header, end.at()));
        }
        reader.account(extents, end.at());
        return reader.files;
    }

    /// Refuses what lies over something else, before any of it is read: reading the same bytes once
    /// for each of many files could take long.
    private static void apart(List<ZipHeader> headers) throws RefusedException {
        headers.sort(Comparator.comparingLong(ZipHeader::header));
        long at = 0;
        for (ZipHeader header : headers) {
            if (header.header() < at) {
                throw new RefusedException(Kind.OVERLAP, header.plainName());
            }
            at = header.header() + START_BYTES + header.packed();
        }
    }

    private List<ZipHeader> directory(ZipEnd end) throws SourceException, RefusedException {
        if (end.entries() > limits.files() || end.length() > LARGEST_DIRECTORY) {
            throw new RefusedException(Kind.TOO_MANY);
        }
        ByteBuffer b = Gzip.little(zip, end.at(), (int) end.length());
        NameRegister names = new NameRegister(limits);
        List<ZipHeader> headers = new ArrayList<>();
        while (b.hasRemaining()) {
            if (b.remaining() < DIRECTORY_BYTES || b.getInt(b.position()) != DIRECTORY) {
                throw new RefusedException(Kind.MALFORMED);
            }
            ZipHeader header = next(b);
            header.check(limits);
            if (header.folder()) {
                names.folder(header.plainName());
            } else {
                names.file(header.plainName(), header.size());
            }
            headers.add(header);
        }
        if (headers.size() != end.entries()) {
            throw new RefusedException(Kind.DISAGREEMENT);
        }
        return headers;
    }

    private static ZipHeader next(ByteBuffer b) throws RefusedException {
        ByteBuffer fixed = b.slice(b.position(), DIRECTORY_BYTES).order(b.order());
        int name = fixed.getShort(28) & 0xffff;
        int extra = fixed.getShort(30) & 0xffff;
        int comment = fixed.getShort(32) & 0xffff;
        if (b.remaining() < DIRECTORY_BYTES + name + extra + comment) {
            throw new RefusedException(Kind.MALFORMED);
        }
        b.position(b.position() + DIRECTORY_BYTES);
        byte[] text = new byte[name];
        b.get(text);
        ByteBuffer fields = b.slice(b.position(), extra).order(b.order());
        b.position(b.position() + extra + comment);
        return ZipHeader.central(fixed, text, fields);
    }

    /// @param directory where the files end
    private Extent extent(ZipHeader header, long directory)
            throws SourceException, RefusedException {
        if (header.header() > directory - START_BYTES) {
            throw new RefusedException(Kind.MALFORMED, header.plainName());
        }
        ByteBuffer fixed = Gzip.little(zip, header.header(), START_BYTES);
        if (fixed.getInt(0) != START) {
            throw new RefusedException(Kind.MALFORMED, header.plainName());
        }
        int name = fixed.getShort(26) & 0xffff;
        int extra = fixed.getShort(28) & 0xffff;
        ByteBuffer rest = Gzip.little(zip, header.header() + START_BYTES, name + extra);
        long data = header.header() + START_BYTES + name + extra;
        if (rest.remaining() < name + extra || header.packed() > directory - data) {
            throw new RefusedException(Kind.TRUNCATED, header.plainName());
        }
        byte[] text = new byte[name];
        rest.get(text);
        ByteBuffer fields = rest.slice().order(rest.order());
        if (!header.agrees(ZipHeader.local(fixed, text, fields))) {
            throw new RefusedException(Kind.DISAGREEMENT, header.plainName());
        }
        return new Extent(header, data);
    }

    /// Every byte before the directory belongs to one file.
    private void account(List<Extent> extents, long directory)
            throws SourceException, RefusedException {
        long at = 0;
        for (int i = 0; i < extents.size(); i++) {
            Extent extent = extents.get(i);
            ZipHeader header = extent.header();
            if (header.header() != at) {
                Kind kind = header.header() < at ? Kind.OVERLAP : Kind.HIDDEN_DATA;
                throw new RefusedException(kind, header.plainName());
            }
            boolean last = i + 1 == extents.size();
            long next = last ? directory : extents.get(i + 1).header().header();
            at = extent.end();
            if (header.describedLater() && next > at) {
                at += descriptor(extent, next - at);
            }
            if (!header.folder()) {
                PackedFile.Storage storage = header.storage(extent.data());
                String name = header.plainName();
                files.put(name, new PackedFile(name, header.size(), storage));
            }
        }
        if (at != directory) {
            throw new RefusedException(at > directory ? Kind.OVERLAP : Kind.HIDDEN_DATA);
        }
    }

    /// The length of what follows the bytes and describes them, with or without a signature, with
    /// short or long numbers.
    private long descriptor(Extent extent, long gap) throws SourceException, RefusedException {
        ZipHeader header = extent.header();
        ByteBuffer b = Gzip.little(zip, extent.end(), (int) Math.min(gap, 24));
        boolean formed = gap == 12 || gap == 16 || gap == 20 || gap == 24;
        if (formed && (gap == 16 || gap == 24)) {
            formed = b.getInt() == DESCRIPTOR;
        }
        boolean right =
                formed
                        && (b.getInt() & LOW) == header.crc()
                        && number(b, gap) == header.packed()
                        && number(b, gap) == header.size();
        if (!right) {
            throw new RefusedException(Kind.DISAGREEMENT, header.plainName());
        }
        return gap;
    }

    private static long number(ByteBuffer b, long gap) {
        return gap > 16 ? b.getLong() : b.getInt() & LOW;
    }
}
