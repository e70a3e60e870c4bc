// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import dev.countersign.core.source.SourceException;
import dev.countersign.core.source.ZipTime;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a zip.
final class ZipWriter implements Packing.Writer {
    private static final LocalDateTime LATEST = LocalDateTime.of(2099, 12, 31, 23, 59, 58);

    private final ZipOutputStream zip;
    private final boolean deflate;
    private final LocalDateTime at;

    ZipWriter(OutputStream out, boolean deflate, Instant at, ArchiveLimits limits) {
        this.zip = new BoundedDeflate.Zip(out, limits);
        this.deflate = deflate;
        LocalDateTime time = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        this.at =
                time.isBefore(ZipTime.EARLIEST)
                        ? ZipTime.EARLIEST
                        : time.isAfter(LATEST) ? LATEST : time;
    }

    @Override
    public void file(Packing.Item item) throws IOException, SourceException {
        ZipEntry entry = new ZipEntry(item.name());
        entry.setTimeLocal(at);
        if (!deflate) {
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(item.size());
            entry.setCompressedSize(item.size());
            entry.setCrc(item.crc());
        }
        zip.putNextEntry(entry);
        Packing.copy(item.content(), zip);
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
