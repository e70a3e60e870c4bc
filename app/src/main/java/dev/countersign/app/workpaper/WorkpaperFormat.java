// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import java.util.Locale;

/// What a workpaper can be written as.
public enum WorkpaperFormat {
    /// For paper and for the archive.
    PDF,
    /// A workbook.
    XLSX,
    /// The results one by one.
    CSV,
    /// One file for a browser.
    HTML,
    /// Assessment results for other programs.
    OSCAL,
    /// The facts that all the others were made of.
    FACTS;

    /// As it is written in options.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
