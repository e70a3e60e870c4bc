// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import dev.countersign.core.report.Report;

import java.util.List;

/// Something that can be taken away as a file, in several formats of the same facts.
public interface Paper {
    /// The document.
    Report report();

    /// What it can be written as, the usual one first.
    List<WorkpaperFormat> formats();

    /// The file in one of these formats.
    byte[] bytes(WorkpaperFormat format);
}
