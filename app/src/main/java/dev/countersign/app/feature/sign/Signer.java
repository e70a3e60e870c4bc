// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// Who signed last and with which key; never the PIN.
///
/// @param identity empty if nobody has
/// @param key the file; null if none was chosen
public record Signer(String identity, @Nullable Path key) {
    /// Nobody yet.
    public static final Signer NOBODY = new Signer("", null);
}
