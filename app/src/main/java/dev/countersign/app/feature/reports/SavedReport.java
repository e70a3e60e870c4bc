// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.workpaper.WorkpaperFormat;

import java.nio.file.Path;

/// A report as it was written.
///
/// @param file where to
/// @param format as what
/// @param sha256 of the whole file, in lower-case hex
public record SavedReport(Path file, WorkpaperFormat format, String sha256) {}
