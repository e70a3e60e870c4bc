// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.platform;

/// Where copied text goes.
@FunctionalInterface
public interface TextClipboard {
    /// Replaces what was there.
    void put(String text);
}
