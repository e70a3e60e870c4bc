// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.platform;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the person for the file with their key.
@FunctionalInterface
public interface KeyPicker {
    /// A PKCS#12 or PEM file; empty if the person thought better of it.
    Optional<Path> key();
}
