// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.keys;

import dev.countersign.core.trust.TokenSlot;

import java.nio.file.Path;

/// A key on a token that somebody wants to sign with.
///
/// @param library the shared library of the token's maker
/// @param slot where the token is
/// @param key which key on it
public record ChosenToken(Path library, TokenSlot slot, TokenKey.Usable key) {}
