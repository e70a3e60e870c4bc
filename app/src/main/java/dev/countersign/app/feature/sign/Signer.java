// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import org.jspecify.annotations.Nullable;

/// Who signed last and with which key; never the PIN.
///
/// @param identity empty if nobody has
/// @param key where it is; null if none was chosen
public record Signer(String identity, @Nullable KeySource key) {
    /// Nobody yet.
    public static final Signer NOBODY = new Signer("", null);
}
