// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.background.JobTitle;
import dev.countersign.app.text.ReportText;

/// What can be reported.
public enum ReportKind {
    /// Everything about every run.
    WORKSPACE(Needs.RUNS, ReportText.WORKSPACE, ReportText.WORKSPACE_WHAT),
    /// Everything about the runs of a month, and its recorded sample.
    MONTH(Needs.ONE_MONTH, ReportText.MONTH, ReportText.MONTH_WHAT),
    /// Everything about one run.
    RUN(Needs.ONE_RUN, ReportText.RUN, ReportText.RUN_WHAT),
    /// Clean runs and issues.
    OPERATIONS(Needs.RUNS, ReportText.OPERATIONS, ReportText.OPERATIONS_WHAT),
    /// How deadlines were kept.
    ATTAINMENT(Needs.RUNS, ReportText.ATTAINMENT, ReportText.ATTAINMENT_WHAT),
    /// Who had the evidence when, of all that the desk has seen.
    CUSTODY(Needs.DESK, ReportText.CUSTODY, ReportText.CUSTODY_WHAT),
    /// Who had one run when.
    RUN_CUSTODY(Needs.SEEN_RUN, ReportText.RUN_CUSTODY, ReportText.RUN_CUSTODY_WHAT),
    /// Who did something to a resource.
    ACCESS(Needs.RESOURCE, ReportText.ACCESS, ReportText.ACCESS_WHAT),
    /// What administrators and the desk did.
    PRIVILEGED(Needs.LEDGER, ReportText.PRIVILEGED, ReportText.PRIVILEGED_WHAT),
    /// Who failed or was denied.
    FAILED_ACCESS(Needs.LEDGER, ReportText.FAILED_ACCESS, ReportText.FAILED_ACCESS_WHAT);

    /// What a report is made from.
    public enum Needs {
        /// All runs.
        RUNS,
        /// A month that somebody picks.
        ONE_MONTH,
        /// A run that somebody picks.
        ONE_RUN,
        /// All that the desk has seen.
        DESK,
        /// A run that somebody picks, and that need not be there any more.
        SEEN_RUN,
        /// A resource of the ledger that somebody picks.
        RESOURCE,
        /// The ledger.
        LEDGER
    }

    private final Needs needs;
    private final String word;
    private final String what;

    ReportKind(Needs needs, String word, String what) {
        this.needs = needs;
        this.word = word;
        this.what = what;
    }

    /// What it is called.
    String word() {
        return word;
    }

    /// What it tells.
    String what() {
        return what;
    }

    /// What it is made from.
    public Needs needs() {
        return needs;
    }

    /// Whether somebody has to pick what it is about.
    public boolean picks() {
        return switch (needs) {
            case ONE_MONTH, ONE_RUN, SEEN_RUN, RESOURCE -> true;
            case RUNS, DESK, LEDGER -> false;
        };
    }

    /// Whether it is of some days.
    public boolean bounded() {
        return needs == Needs.RESOURCE || needs == Needs.LEDGER;
    }

    /// What is counted while it is made.
    JobTitle.Unit counts() {
        return ofRuns() ? JobTitle.Unit.RUNS : JobTitle.Unit.EVENTS;
    }

    /// Whether runs are read again for it.
    public boolean ofRuns() {
        return needs == Needs.RUNS || needs == Needs.ONE_MONTH || needs == Needs.ONE_RUN;
    }
}
