// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.core.signing.Act;

import org.jspecify.annotations.Nullable;

/// What somebody wants to have signed; all but the PIN.
///
/// @param subject as it was looked at
/// @param act what is done
/// @param identity who does it
/// @param key where the key is
/// @param alias which key in it; null for the only one
/// @param authority the time-stamp authority that is asked; empty for none
public record SignOrder(
        SignSubject subject,
        Act act,
        String identity,
        KeySource key,
        @Nullable String alias,
        String authority) {}
