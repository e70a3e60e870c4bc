// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.findings;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// What was looked at: a list of findings says nothing about the rest.
///
/// @param runs how many runs were read
/// @param unread those that are there and could not be read
/// @param missingSources how many sources are not there
/// @param at when was last looked; null if never
public record Coverage(int runs, List<Unread> unread, int missingSources, @Nullable Instant at) {
    /// Nobody looked.
    public static final Coverage NONE = new Coverage(0, List.of(), 0, null);

    public Coverage {
        unread = List.copyOf(unread);
    }

    /// A run that could not be read.
    ///
    /// @param path where it is
    /// @param why one sentence that names it
    public record Unread(Path path, String why) {}
}
