// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.bundle;

import java.nio.file.Path;

/// A bundle that was made.
///
/// @param file where it is
/// @param runs how many are in it
/// @param bytes of the file; 0 of a folder
/// @param sha256 of the file; empty for a folder, which has no bytes of its own
public record BundleMade(Path file, int runs, long bytes, String sha256) {}
