// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

/// Remembers who stood on the last report.
public interface NamesMemory {
    /// Who stood on it.
    Names names();

    /// Remembers it for the next one.
    void keep(Names names);
}
