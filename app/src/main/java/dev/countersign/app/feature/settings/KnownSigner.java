// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

/// What is remembered of whoever signs here; never a PIN.
///
/// @param identity who signed last; empty if nobody has
/// @param key where their key is, for people; empty if none was chosen
/// @param authority the address of the time-stamp authority; empty if none is asked
public record KnownSigner(String identity, String key, String authority) {}
