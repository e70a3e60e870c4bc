// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/// A place where nothing could be written, in words. Of most refusals Java says only a name, and it
/// is that of the temporary file beside the place.
class UnwrittenTest {
    @TempDir Path dir;

    private void says(IOException cause, Path path, String why) {
        assertThat(SourceException.unwritten(path, cause))
                .hasMessage(path + " cannot be written: " + why + ".")
                .hasCause(cause);
    }

    @Test
    void theReasonIsSaidAndNoTemporaryName() {
        Path path = dir.resolve("r.csv");
        String temporary = dir.resolve(".countersign-r.csv.tmp").toString();
        says(new AccessDeniedException(temporary), path, "this user may not write there");
        says(new FileAlreadyExistsException(temporary), path, "there is a file of that name");
        says(new NoSuchFileException(temporary), path, "nothing can be made there");
        says(
                new NoSuchFileException(temporary),
                dir.resolve("none/r.csv"),
                "there is no folder " + dir.resolve("none"));
        says(
                new FileSystemException(temporary, null, "No space left on device"),
                path,
                "No space left on device");
        says(new NotDirectoryException(temporary), path, "the system does not say why");
        says(new IOException("Broken pipe"), path, "Broken pipe");
    }

    /// A folder in which nobody can make a file, whoever runs the tests.
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatIsThereIsNotSaidToBeMissing() {
        Path path = Path.of("/proc/countersign");
        for (boolean fresh : new boolean[] {true, false}) {
            assertThatThrownBy(
                            () -> {
                                if (fresh) {
                                    SmallFile.publish(path, new byte[1]);
                                } else {
                                    SmallFile.replace(path, "x");
                                }
                            })
                    .isInstanceOf(SourceException.class)
                    .hasMessage("/proc/countersign cannot be written: nothing can be made there.");
        }
        assertThatThrownBy(() -> SmallFile.folder(path))
                .hasMessage("/proc/countersign cannot be made: nothing can be made there.");
    }
}
