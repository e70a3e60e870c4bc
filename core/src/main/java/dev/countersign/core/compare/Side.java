// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.RecordMarks;
import dev.countersign.core.chain.Verdict;

/// One of the two logs.
///
/// @param report what the verifier says of it alone
/// @param marks of its records
public record Side(ChainReport report, RecordMarks marks) {
    /// Whether it is consistent in itself.
    public boolean intact() {
        return report.verdict() == Verdict.INTACT;
    }
}
