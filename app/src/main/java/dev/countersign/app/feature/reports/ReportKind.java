// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

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
        return needs == Needs.ONE_MONTH || needs == Needs.ONE_RUN || needs == Needs.RESOURCE;
    }

    /// Whether it is made from runs.
    public boolean ofRuns() {
        return needs == Needs.RUNS || needs == Needs.ONE_MONTH || needs == Needs.ONE_RUN;
    }
}
