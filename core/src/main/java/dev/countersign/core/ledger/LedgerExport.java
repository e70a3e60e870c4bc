// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.ledger;

import dev.countersign.core.source.SourceException;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// Writes a ledger as JSONL that `countersign verify` reads as format B: the stored lines, byte for
/// byte, edited ones too.
public final class LedgerExport {
    private LedgerExport() {}

    /// Writes a new file.
    ///
    /// @return how many events it holds
    /// @throws SourceException if there is a file already, it cannot be written, or the store not
    ///   be read
    public static long to(LedgerStore store, Path file) throws SourceException {
        try (OutputStream out =
                new BufferedOutputStream(
                        Files.newOutputStream(
                                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            long[] events = {0};
            store.lines(
                    0,
                    (position, line) -> {
                        write(out, line);
                        events[0]++;
                        return true;
                    });
            return events[0];
        } catch (FileAlreadyExistsException e) {
            throw new SourceException(
                    file, file + " exists: it was left as it is; choose another name.", e);
        } catch (IOException e) {
            throw SourceException.unwritten(file, e);
        } catch (UncheckedIOException e) {
            throw SourceException.unwritten(file, Objects.requireNonNull(e.getCause()));
        }
    }

    private static void write(OutputStream out, String line) {
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
