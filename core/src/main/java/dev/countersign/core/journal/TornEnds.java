// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.journal;

import dev.countersign.core.source.SourceException;
import dev.countersign.core.source.TornNames;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Where the torn ends of a log are kept: beside it, each in a new file, none ever replaced.
final class TornEnds {
    private TornEnds() {}

    /// Copies the end of a log into a new file and forces it to disk.
    ///
    /// @param from offset of the first byte that is copied
    /// @return the file
    /// @throws SourceException if it cannot be made
    static Path keep(Path log, FileChannel reader, long from, Durability durability)
            throws SourceException {
        TornNames names = new TornNames(String.valueOf(log.getFileName()));
        for (int number = 1; ; number++) {
            Path file = log.resolveSibling(names.of(number));
            try (FileChannel copy =
                    FileChannel.open(
                            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                long at = from;
                while (at < reader.size()) {
                    at += reader.transferTo(at, reader.size() - at, copy);
                }
                if (durability == Durability.EACH_WRITE) {
                    copy.force(true);
                    forceFolder(file.resolveSibling("."));
                }
                return file;
            } catch (FileAlreadyExistsException e) {
                // kept already, of an earlier crash: the next number
            } catch (IOException e) {
                throw new SourceException(
                        file, file + " cannot be written: " + Trouble.said(e) + ".", e);
            }
        }
    }

    /// A new name counts when its folder is on disk. Windows has no such call and needs none.
    private static void forceFolder(Path folder) throws IOException {
        if (File.separatorChar == '/') {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
