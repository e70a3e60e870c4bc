// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.approval;

/// Why something about a signed act does not hold, or was not looked at.
///
/// @param word the same for the same reason, for programs
/// @param sentence for people: what, where, expected and found
public record Reason(String word, String sentence) {}
