// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.findings;

import java.util.List;

/// All findings, and what they are about.
///
/// @param findings the worst first
/// @param coverage what was looked at
public record FindingsReading(List<FindingEntry> findings, Coverage coverage) {
    public FindingsReading {
        findings = List.copyOf(findings);
    }
}
