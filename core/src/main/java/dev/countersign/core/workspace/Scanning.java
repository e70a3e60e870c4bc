// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.ledger.SqliteLedgerStore;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.source.SourceException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Looks at the sources of a workspace under the policy in force, one look at a time, and remembers
/// what could not be read.
final class Scanning {
    private final WorkspaceFolder folder;
    private final Desk desk;
    private final PresentRuns present;
    private final PeriodWatch periods;
    private final SqliteLedgerStore ledger;
    private final PolicyWatch policies;
    private final TrustWatch anchors;
    private final Unread unread = new Unread();

    Scanning(
            WorkspaceFolder folder,
            Desk desk,
            PresentRuns present,
            PeriodWatch periods,
            SqliteLedgerStore ledger) {
        this.folder = folder;
        this.desk = desk;
        this.present = present;
        this.periods = periods;
        this.ledger = ledger;
        policies = new PolicyWatch(folder, present.store(), present.index(), ledger);
        anchors = new TrustWatch(folder, present.store(), present.index(), ledger);
    }

    synchronized ScanReport scan(Changes changes, Progress progress, Cancellation cancellation)
            throws SourceException {
        Policy policy = PolicyFile.inForce(folder.policy());
        boolean otherPolicy = policies.notice(policy);
        boolean otherAnchors = anchors.notice();
        boolean everywhere = otherPolicy || otherAnchors || changes.everywhere();
        Set<RunPlace> some = new HashSet<>(present.index().unsettled());
        changes.places().forEach(p -> some.add(new RunPlace(p.source(), p.name())));
        Set<RunPlace> only = everywhere ? null : some;
        ScanReport report =
                new Scan(folder.root(), desk, policy, present.store(), present.index(), ledger)
                        .run(present.sources().all(), only, progress, cancellation);
        unread.after(report, only, folder.root());
        periods.fix(present.runs(), policy, desk.clock().instant());
        return report;
    }

    /// Whatever the marks of the runs say.
    synchronized ScanReport rebuild(Progress progress, Cancellation cancellation)
            throws SourceException {
        present.store().write(c -> new IndexTable(c).forgetMarks());
        present.index().forgetMarks();
        return scan(Changes.EVERYWHERE, progress, cancellation);
    }

    /// @return how many deadlines moved
    synchronized int recomputeDeadlines(Progress progress, Cancellation cancellation)
            throws SourceException {
        scan(Changes.EVERYWHERE, progress, cancellation);
        return new Recomputing(folder.root(), desk, present.store(), present.index())
                .run(PolicyFile.inForce(folder.policy()), present.runs());
    }

    /// What could not be read when last looked at.
    List<ScanReport.Unreadable> unread() {
        return unread.all();
    }
}
