// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

/// One observation at one record.
///
/// @param record 0-based, counting non-blank lines
/// @param kind what was seen
/// @param subject the field, key or character it concerns; empty where the kind says all
public record Note(long record, NoteKind kind, String subject) {}
