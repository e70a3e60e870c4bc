// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where preferences are kept: a convenience, so nothing that is wrong with it keeps the window
/// from opening.
///
/// @param path of the file; need not be there
record PreferencesFile(Path path) {
    private static final int MOST_VALUES = 1_000;

    /// What was read.
    ///
    /// @param preferences those kept, else those of a first start
    /// @param notice what is wrong with the file, as a sentence; empty if nothing is
    record Read(Preferences preferences, String notice) {}

    Read read() {
        if (!SmallFile.exists(path)) {
            return new Read(Preferences.DEFAULT, "");
        }
        try {
            byte[] bytes = SmallFile.read(path);
            JsonReader reader = new JsonReader(MOST_VALUES);
            if (reader.read(bytes, 0, bytes.length) == null
                    && JsonText.tree(reader.tape()) instanceof JsonObject object) {
                return new Read(Preferences.of(object), "");
            }
            return usual(path + " contains no preferences");
        } catch (SourceException e) {
            return usual(path + " cannot be read");
        }
    }

    private static Read usual(String why) {
        return new Read(
                Preferences.DEFAULT,
                why + ": theme, text and window are as at a first start, and are kept anew.");
    }

    /// Keeps them for the next start.
    void write(Preferences preferences) {
        try {
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            SmallFile.replace(path, preferences.text());
        } catch (IOException | SourceException e) {
            System.getLogger(PreferencesFile.class.getName())
                    .log(System.Logger.Level.WARNING, "not kept: " + path, e);
        }
    }
}
