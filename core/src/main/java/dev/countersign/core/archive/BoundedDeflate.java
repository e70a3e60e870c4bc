// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipOutputStream;

/// Compresses, but never so well that whoever opens the archive takes it for a bomb: what would be
/// too small is stored for a while. The same bytes in the same pieces give the same bytes.
final class BoundedDeflate {
    /// Half of what is allowed is used, since the reader counts as it goes.
    private static final int MARGIN = 2;

    private final Deflater deflater;
    private final ArchiveLimits limits;

    private BoundedDeflate(Deflater deflater, ArchiveLimits limits) {
        this.deflater = deflater;
        this.limits = limits;
    }

    private void expect(int length) {
        long unpacked = deflater.getBytesRead() + length;
        boolean small = limits.allowsRatio(deflater.getBytesWritten(), MARGIN * unpacked);
        deflater.setLevel(small ? Deflater.DEFAULT_COMPRESSION : Deflater.NO_COMPRESSION);
    }

    /// A zip, whose files are bounded one by one.
    static final class Zip extends ZipOutputStream {
        private final BoundedDeflate bounded;

        Zip(OutputStream out, ArchiveLimits limits) {
            super(out);
            this.bounded = new BoundedDeflate(def, limits);
        }

        @Override
        public synchronized void write(byte[] b, int off, int len) throws IOException {
            bounded.expect(len);
            super.write(b, off, len);
        }
    }

    /// A gzip, bounded as a whole.
    static final class Gzip extends GZIPOutputStream {
        private final BoundedDeflate bounded;

        Gzip(OutputStream out, int window, ArchiveLimits limits) throws IOException {
            super(out, window);
            this.bounded = new BoundedDeflate(def, limits);
        }

        @Override
        public synchronized void write(byte[] b, int off, int len) throws IOException {
            bounded.expect(len);
            super.write(b, off, len);
        }
    }
}
