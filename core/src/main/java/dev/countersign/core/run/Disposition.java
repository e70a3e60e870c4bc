// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.approval.ActKind;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Verdict;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What somebody decided about a finding: a `finding_disposed` record of the run's own log (FORMATS
/// 4), or such an entry of the workspace's ledger.
///
/// @param record the 0-based record, or position in the ledger
/// @param at its own time; null if it has none that can be read
/// @param person who decided, as written; empty if nothing says
/// @param finding what it names: a finding, a record's hash (alone or within other words), or the
///   run
/// @param disposition what was decided
/// @param supersededBy the run that took its place; null if none did
/// @param signature whether it was signed by somebody who is trusted and may
/// @param counts whether its signature holds, and nothing that is known here speaks against whoever
///   signed: then nobody is waited for any more
public record Disposition(
        long record,
        @Nullable Instant at,
        String person,
        String finding,
        String disposition,
        @Nullable String supersededBy,
        Outcome signature,
        boolean counts) {
    /// The event.
    static final String EVENT = "finding_disposed";

    /// Those in a log, in file order; none in one that is not intact, since its records prove
    /// nothing.
    ///
    /// @param acts what is said of each act in the log
    static List<Disposition> in(
            List<RunEvent> events, List<ActVerdict> acts, @Nullable ChainReport chain) {
        List<Disposition> all = new ArrayList<>();
        if (chain == null || chain.verdict() != Verdict.INTACT) {
            return all;
        }
        for (RunEvent event : events) {
            if (event.event().equals(EVENT)) {
                ActVerdict act = act(event.record(), acts);
                all.add(
                        new Disposition(
                                event.record(),
                                event.at(),
                                Logged.said(event, ActKind.DISPOSITION.person()),
                                Logged.said(event, "finding"),
                                Logged.said(event, "disposition"),
                                event.text("superseded_by"),
                                outcome(act),
                                act.holds()));
            }
        }
        return all;
    }

    /// Every disposition in a log is an act, and said to be verified, or why not.
    private static ActVerdict act(long record, List<ActVerdict> acts) {
        for (ActVerdict act : acts) {
            if (act.record() == record) {
                return act;
            }
        }
        throw new IllegalStateException("nothing is said of the act in record " + record);
    }

    /// Whether an act was signed by somebody who is trusted and may.
    public static Outcome outcome(ActVerdict act) {
        Outcome outcome = Outcome.VERIFIED;
        for (Judgement judgement : List.of(act.signed(), act.trusted(), act.allowed())) {
            if (judgement instanceof Judgement.Failed) {
                return Outcome.FAILED;
            }
            if (!(judgement instanceof Judgement.Held)) {
                outcome = Outcome.NOT_CHECKED;
            }
        }
        return outcome;
    }

    /// Whether it speaks of what a record of the run's log started: it names the run, the record,
    /// or the finding that the run was blocked or failed there.
    ///
    /// @param hash the record's stored hash
    public boolean speaksOf(String runId, String hash) {
        return finding.equals(runId)
                || !hash.isEmpty() && finding.contains(hash)
                || finding.equals(FindingId.of(FindingId.RUN_BLOCKED, runId, hash))
                || finding.equals(FindingId.of(FindingId.RUN_FAILED, runId, hash));
    }
}
