// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

/// How another log is opened from within the screen.
///
/// @param log asks for a file
/// @param folder asks for a run directory
public record OpenActions(Runnable log, Runnable folder) {}
