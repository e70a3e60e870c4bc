// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

/// What a node of a {@link JsonTape} is.
public enum JsonKind {
    /// Keys and values in turn.
    OBJECT,
    /// Values.
    ARRAY,
    /// A string, or a key.
    STRING,
    /// A number token without `.`, `e` or `E`.
    INTEGER,
    /// A number token with `.`, `e` or `E`.
    FLOAT,
    /// `true`.
    TRUE,
    /// `false`.
    FALSE,
    /// `null`.
    NULL,
    /// The bare word `NaN`.
    NAN,
    /// The bare word `Infinity`.
    INFINITY,
    /// The bare word `-Infinity`.
    MINUS_INFINITY
}
