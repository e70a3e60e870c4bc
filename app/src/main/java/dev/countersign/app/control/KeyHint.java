// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

/// A key and what it does, for the key map.
///
/// @param keys as printed on the keyboard, such as `Ctrl+O` or `j / k`
/// @param action what happens
public record KeyHint(String keys, String action) {}
