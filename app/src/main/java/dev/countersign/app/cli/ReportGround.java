// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.workpaper.WorkpaperGround;
import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.LedgerFacts;
import dev.countersign.core.workspace.Workspace;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.YearMonth;

/// What a report gets beside the runs: the ledger of a workspace.
final class ReportGround implements Overviews.Act {
    private final @Nullable YearMonth month;
    private final TrustPlace trust;
    private final Instant at;
    private LedgerFacts ledger = LedgerFacts.NONE;

    /// @param month null: all runs
    ReportGround(@Nullable YearMonth month, TrustPlace trust, Instant at) {
        this.month = month;
        this.trust = trust;
        this.at = at;
    }

    @Override
    public void with(Workspace workspace) throws SourceException {
        ledger = WorkpaperGround.ledger(workspace, month, trust, at);
    }

    LedgerFacts ledger() {
        return ledger;
    }
}
