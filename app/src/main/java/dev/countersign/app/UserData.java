// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.core.workspace.WorkspaceFolder;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/// Where this user's own things are kept: workspaces of folders that have none, and which folder
/// was open last.
///
/// @param directory need not be there
record UserData(Path directory) {
    private static final String LAST = "last-folder";
    private static final int LONGEST = 4096;

    /// As the system has it: XDG, the library of macOS, roaming data of Windows.
    static UserData of(Map<String, String> environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return new UserData(home.resolve("Library/Application Support/Countersign"));
        }
        if (name.startsWith("windows")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            Path base = roaming.isEmpty() ? home.resolve("AppData/Roaming") : Path.of(roaming);
            return new UserData(base.resolve("Countersign"));
        }
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base = xdg.startsWith("/") ? Path.of(xdg) : home.resolve(".local/share");
        return new UserData(base.resolve("countersign"));
    }

    /// Where it is kept how the window looks.
    PreferencesFile preferences() {
        return new PreferencesFile(directory.resolve("window.json"));
    }

    /// Where the demo workspace of a day is, or is to be written: beside one whose writing was
    /// interrupted, which is left as it is.
    Path demo(LocalDate day) {
        Path folder = directory.resolve("demo").resolve(day.toString());
        for (int i = 2; Files.exists(folder) && !new WorkspaceFolder(folder).exists(); i++) {
            folder = folder.resolveSibling(day + "-" + i);
        }
        return folder;
    }

    /// The folder that was open last, if it is still there.
    @Nullable Path last() {
        Path file = directory.resolve(LAST);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                return null;
            }
            Path last = Path.of(Files.readString(file).strip());
            return last.isAbsolute() && Files.isDirectory(last) ? last : null;
        } catch (IOException | InvalidPathException e) {
            return null; // a convenience: without it the window starts empty
        }
    }

    /// Remembers it for the next start.
    void remember(Path folder) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(LAST), folder.toAbsolutePath() + "\n");
        } catch (IOException e) {
            System.getLogger(UserData.class.getName())
                    .log(System.Logger.Level.DEBUG, "not remembered", e);
        }
    }
}
