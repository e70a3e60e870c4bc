// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Mark;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.chain.Verdict;

/// Which mark stands for what.
final class Marks {
    private Marks() {}

    static Mark of(Verdict verdict) {
        return switch (verdict) {
            case INTACT -> Mark.VERIFIED;
            case BROKEN -> Mark.FAILED;
            case MALFORMED -> Mark.MALFORMED;
            case EMPTY -> Mark.OPEN;
        };
    }

    static Mark of(FaultCategory category) {
        return of(category.verdict());
    }

    /// A log that lost what a checkpoint saw is never shown as good, however right the rest is.
    static Mark of(ChainReport report) {
        return report.checkpoint().negative() ? Mark.FAILED : of(report.verdict());
    }

    /// Of a log beside which a check failed: nor is that one shown as good.
    static Mark beside(ChainReport report) {
        Mark own = of(report);
        return own == Mark.VERIFIED ? Mark.FAILED : own;
    }
}
