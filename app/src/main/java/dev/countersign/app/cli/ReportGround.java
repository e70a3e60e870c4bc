// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.workpaper.WorkpaperGround;
import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.bundle.BundleStanding;
import dev.countersign.core.report.Assessment;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.LedgerFacts;
import dev.countersign.core.workspace.Workspace;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.YearMonth;

/// What a report gets beside the runs: the ledger of a workspace, or how the bundle stands that
/// they are in.
final class ReportGround implements Overviews.Act {
    private final @Nullable YearMonth month;
    private final TrustPlace trust;
    private final Instant at;
    private LedgerFacts ledger = LedgerFacts.NONE;
    private @Nullable BundleStanding bundle;

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

    @Override
    public void bundle(BundleStanding standing) {
        bundle = standing;
    }

    @Override
    public boolean asksForBundle() {
        return true;
    }

    LedgerFacts ledger() {
        return ledger;
    }

    /// With the bundle, if there is one.
    Assessment with(Assessment assessment) {
        return bundle == null ? assessment : assessment.withBundle(bundle);
    }
}
