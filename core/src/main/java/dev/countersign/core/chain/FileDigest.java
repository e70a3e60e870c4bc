// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of a file, or of its first bytes, as checkpoints and artifact records state it.
/// Blocking.
public final class FileDigest {
    private static final int WINDOW = 1 << 20;
    private static final int PAGE = 4_096;

    /// So many bytes are digested from the heap: a buffer outside it costs more to make.
    private static final int SMALL = 1 << 16;

    private FileDigest() {}

    /// SHA-256 of bytes in memory, in lower-case hex.
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// @param length how many bytes from the file's start
    /// @return lower-case hex; incomplete if cancelled, so whoever cancels must not look at it
    public static String sha256(LogFile log, long length, Cancellation cancellation)
            throws SourceException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            if (length <= SMALL && log.size() <= SMALL) {
                digest.update(log.all(), 0, (int) length);
                return HexFormat.of().formatHex(digest.digest());
            }
            int size = (int) Math.min(WINDOW, length);
            ByteBuffer window =
                    ByteBuffer.allocateDirect(Math.ceilDiv(size, PAGE) * PAGE + 3 * PAGE)
                            .alignedSlice(PAGE);
            long at = 0;
            while (at < length && !cancellation.requested()) {
                int start = log.into(PAGE, at);
                window.limit(start + (int) Math.min(size, length - at)).position(start);
                at += log.read(window, at);
                digest.update(window.flip().position(start));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
