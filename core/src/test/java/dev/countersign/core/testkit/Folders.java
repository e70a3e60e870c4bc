// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Copies of folders: tests change what they copied, never the samples. */
public final class Folders {
    private Folders() {}

    /** Copies a folder with all that is in it. Folders may be there already, files may not. */
    public static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Path there = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(one, there);
                }
            }
        }
        return to;
    }
}
