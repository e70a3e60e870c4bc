// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.findings;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What was looked at: a list of findings says nothing about the rest.
///
/// @param runs how many runs were read
/// @param unreadable how many are there and could not be read
/// @param missingSources how many sources are not there
/// @param at when was last looked; null if never
public record Coverage(int runs, int unreadable, int missingSources, @Nullable Instant at) {
    /// Nobody looked.
    public static final Coverage NONE = new Coverage(0, 0, 0, null);
}
