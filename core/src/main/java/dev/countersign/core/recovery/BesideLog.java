// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.source.ArtifactFiles;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What checkpoint and artifacts of a run say: the words of an edited record may stand there too.
///
/// @param values what is JSON
/// @param texts what is not
public record BesideLog(List<JsonValue> values, List<String> texts) {
    /// A log by itself.
    public static final BesideLog NOTHING = new BesideLog(List.of(), List.of());

    private static final int LARGEST = 1 << 20;
    private static final int MOST = 8 << 20;
    private static final int MOST_VALUES = 1 << 18;

    public BesideLog {
        values = List.copyOf(values);
        texts = List.copyOf(texts);
    }

    /// Reads the checkpoint and the smaller artifacts of a run directory.
    ///
    /// @throws SourceException if one of them cannot be read
    public static BesideLog of(Path runDirectory) throws SourceException {
        return of(RunFolder.at(runDirectory));
    }

    /// The same, wherever the run lies.
    ///
    /// @throws SourceException if something cannot be read
    public static BesideLog of(RunFolder folder) throws SourceException {
        List<JsonValue> values = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        if (folder.state(LARGEST) instanceof RunFolder.Content.Opened opened) {
            try (LogFile file = opened.file()) {
                sort(file.all(), values, texts);
            }
        }
        int left = MOST;
        for (ArtifactFiles.Entry entry : folder.artifacts().files().values()) {
            if (!entry.regular() || entry.status().size() > Math.min(left, LARGEST)) {
                continue;
            }
            try (LogFile file = entry.open()) {
                left -= (int) file.size();
                sort(file.all(), values, texts);
            }
        }
        return new BesideLog(values, texts);
    }

    private static void sort(byte[] bytes, List<JsonValue> values, List<String> texts) {
        JsonValue value = json(bytes);
        if (value != null) {
            values.add(value);
        } else {
            texts.add(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    static @Nullable JsonValue json(byte[] bytes) {
        JsonReader reader = new JsonReader(MOST_VALUES);
        return reader.read(bytes, 0, bytes.length) == null ? JsonText.tree(reader.tape()) : null;
    }
}
