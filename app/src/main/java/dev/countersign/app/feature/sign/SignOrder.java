// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.core.signing.Act;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// What somebody wants to have signed; all but the PIN.
///
/// @param directory of the run
/// @param act what is done
/// @param identity who does it
/// @param viewedHead the head of the log that was looked at
/// @param key file with the key
/// @param alias which key in it; null for the only one
public record SignOrder(
        Path directory,
        Act act,
        String identity,
        String viewedHead,
        Path key,
        @Nullable String alias) {}
