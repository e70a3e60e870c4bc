// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import dev.countersign.core.archive.Refusal.Kind;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Decompresses deflated streams one after another, and counts over all of them.
final class Inflation {
    private static final int WINDOW = 64 << 10;

    private final LogFile packed;
    private final byte[] in = new byte[WINDOW];
    private final byte[] out = new byte[WINDOW];
    private final CRC32 crc = new CRC32();
    private long read;
    private long made;

    /// @param packed the compressed bytes, and perhaps what follows them
    Inflation(LogFile packed) {
        this.packed = packed;
    }

    /// Decompresses a stream.
    ///
    /// @param from where in the region the stream starts
    /// @param name for refusals; empty for the archive
    /// @param most more bytes than this are refused, of all streams together
    /// @param limits holds the ratio
    void run(long from, String name, long most, ArchiveLimits limits, Sink sink)
            throws SourceException, RefusedException {
        Inflater inflater = new Inflater(true);
        long before = read;
        crc.reset();
        try {
            long at = from;
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    int n = packed.read(ByteBuffer.wrap(in), at);
                    if (n == 0) {
                        throw refused(Kind.TRUNCATED, name);
                    }
                    inflater.setInput(in, 0, n);
                    at += n;
                }
                int n = inflater.inflate(out);
                made += n;
                read = before + inflater.getBytesRead();
                check(name, most, limits);
                if (n == 0 && inflater.needsDictionary()) {
                    throw refused(Kind.UNSUPPORTED, name);
                }
                crc.update(out, 0, n);
                sink.bytes(ByteBuffer.wrap(out, 0, n));
            }
        } catch (DataFormatException e) {
            throw refused(Kind.DAMAGED, name);
        } finally {
            inflater.end();
        }
    }

    private void check(String name, long most, ArchiveLimits limits) throws RefusedException {
        if (made > most) {
            throw refused(Kind.TOO_LARGE, name);
        }
        if (!limits.allowsRatio(read, made)) {
            throw refused(Kind.RATIO, name);
        }
    }

    private static RefusedException refused(Kind kind, String name) {
        return name.isEmpty() ? new RefusedException(kind) : new RefusedException(kind, name);
    }

    /// How many compressed bytes it took.
    long read() {
        return read;
    }

    /// How many bytes it gave.
    long made() {
        return made;
    }

    /// CRC-32 of what the last stream gave.
    long crc() {
        return crc.getValue();
    }
}
