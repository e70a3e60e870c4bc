// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.journal.Recording;
import dev.countersign.core.journal.Refusal;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.function.Function;

/// Takes a signed act to its log, and says what kept it out.
final class LogEnd {
    private LogEnd() {}

    /// @param refusal what is said of a refusal
    /// @return the log's new head; null if it was refused, and that was said
    static @Nullable String head(
            Path path, Recording recording, Function<Refusal, String> refusal, Console console) {
        return switch (recording) {
            case Recording.Recorded(String head) -> head;
            case Recording.Unfinished(String head, SourceException trouble) -> {
                console.complain(
                        trouble.getMessage()
                                + " The log has the record; run `countersign finish "
                                + path
                                + "` when that is mended.");
                yield head;
            }
            case Recording.Refused(Refusal reason) -> {
                console.complain(path + ": " + refusal.apply(reason));
                yield null;
            }
        };
    }
}
