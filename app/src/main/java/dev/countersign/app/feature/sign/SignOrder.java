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
/// @param key where the key is
/// @param alias which key in it; null for the only one
/// @param authority the time-stamp authority that is asked; empty for none
public record SignOrder(
        Path directory,
        Act act,
        String identity,
        String viewedHead,
        KeySource key,
        @Nullable String alias,
        String authority) {}
