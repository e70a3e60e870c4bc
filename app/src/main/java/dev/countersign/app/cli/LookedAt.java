// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

/// What a command that looks at many runs was given.
///
/// @param runs what was seen of them
/// @param bundle how the bundle stands that they are in
record LookedAt<T>(T runs, InBundle bundle) {}
