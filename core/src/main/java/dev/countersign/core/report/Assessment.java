// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import dev.countersign.core.bundle.BundleStanding;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.review.Control;
import dev.countersign.core.sampling.Draw;
import dev.countersign.core.sampling.Unplaced;
import dev.countersign.core.workspace.FindingKind;
import dev.countersign.core.workspace.FindingState;
import dev.countersign.core.workspace.LedgerFacts;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What was assessed, and what came of it: the facts behind every format of a report. Immutable.
///
/// @param subject the run id, or what the runs have in common
/// @param at the instant it speaks of
/// @param tool name and version of what assessed
/// @param policyVersion as its owners call it
/// @param policySha256 of its canonical text
/// @param runs ordered by run id
/// @param findings worst first
/// @param attainment how the clocks were kept, in the order of their kinds
/// @param draw which runs were drawn to be looked at; null if no sample was asked for
/// @param ledger what the ledger has beside the runs
/// @param controls what the register says of the controls of these runs' workflows
/// @param bundle how the bundle stands that the runs were read from; null if they were in none
public record Assessment(
        String subject,
        Instant at,
        String tool,
        String policyVersion,
        String policySha256,
        List<AssessedRun> runs,
        List<AssessedFinding> findings,
        List<Attainment> attainment,
        @Nullable Draw draw,
        LedgerFacts ledger,
        List<Control> controls,
        @Nullable BundleStanding bundle) {
    public Assessment {
        runs = List.copyOf(runs);
        findings = List.copyOf(findings);
        attainment = List.copyOf(attainment);
        controls = List.copyOf(controls);
    }

    /// A finding and where it stands.
    ///
    /// @param id its name, the same whoever finds it
    /// @param kind what it is about
    /// @param severity 1 to 4
    /// @param runId the run; empty if it belongs to none
    /// @param at since when
    /// @param due until when somebody has to answer; null if nothing says
    /// @param state whether somebody disposed of it
    public record AssessedFinding(
            String id,
            FindingKind kind,
            int severity,
            String runId,
            Instant at,
            @Nullable Instant due,
            FindingState state) {
        private static final int GRAVE = 2;

        /// Whether nothing can be concluded beside it: SEV-1 or SEV-2, and nobody closed it.
        public boolean standing() {
            return severity <= GRAVE && state != FindingState.CLOSED;
        }
    }

    /// The same, with what the ledger has.
    public Assessment withLedger(LedgerFacts found) {
        return beside(found, bundle);
    }

    /// The same, read from a bundle.
    public Assessment withBundle(BundleStanding standing) {
        return beside(ledger, standing);
    }

    private Assessment beside(LedgerFacts found, @Nullable BundleStanding standing) {
        return new Assessment(
                subject,
                at,
                tool,
                policyVersion,
                policySha256,
                runs,
                findings,
                attainment,
                draw,
                found,
                controls,
                standing);
    }

    /// Whether something speaks against the bundle itself.
    public boolean bundleNegative() {
        return bundle != null && bundle.negative();
    }

    /// Whether nothing speaks against a run itself: what was read of it, and no finding about it
    /// stands.
    public boolean clean(AssessedRun run) {
        return run.clean()
                && findings.stream()
                        .noneMatch(one -> one.standing() && one.runId().equals(run.runId()));
    }

    /// Runs that nothing speaks against; none, if something speaks against the bundle they are in.
    public long clean() {
        return bundleNegative() ? 0 : runs.stream().filter(this::clean).count();
    }

    /// Findings that stand and are about none of these runs: about one that is gone, or about all.
    public List<AssessedFinding> elsewhere() {
        Set<String> here = new HashSet<>();
        runs.forEach(run -> here.add(run.runId()));
        return findings.stream()
                .filter(one -> one.standing() && !here.contains(one.runId()))
                .toList();
    }

    /// Runs that may belong to the period that was drawn from as well as to any other.
    public List<Unplaced> unplaced() {
        return draw == null ? List.of() : draw.population().unplaced();
    }

    /// Whether its conclusion is: there was no run, or something speaks against one, a finding
    /// stands, or not even the runs of the period are known.
    public boolean negative() {
        return runs.isEmpty()
                || clean() < runs.size()
                || !elsewhere().isEmpty()
                || !unplaced().isEmpty();
    }

    /// All of it as JSON, in canonical form (profile A): the same facts are the same bytes.
    public byte[] facts() {
        return AssessmentDocument.canonical(this);
    }

    /// SHA-256 of {@link #facts()}, in lower-case hex: the hash that every format of a report
    /// bears.
    public String sha256() {
        return FileDigest.sha256(facts());
    }
}
