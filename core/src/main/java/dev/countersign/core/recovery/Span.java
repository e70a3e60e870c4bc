// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

/// A piece of a text.
///
/// @param from its first byte
/// @param to after its last byte
record Span(int from, int to) {}
