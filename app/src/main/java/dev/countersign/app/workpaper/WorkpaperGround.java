// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import dev.countersign.core.approval.ActVerifier;
import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.report.Assessment;
import dev.countersign.core.report.Assessor;
import dev.countersign.core.sampling.Draw;
import dev.countersign.core.sampling.Member;
import dev.countersign.core.sampling.Population;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.LedgerFacts;
import dev.countersign.core.workspace.Overview;
import dev.countersign.core.workspace.RecordedDraw;
import dev.countersign.core.workspace.Workspace;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/// What the workpaper of many runs is made of. Window and command line come this way, so that the
/// same workspace gives both the same facts.
///
/// @param overview the runs
/// @param ledger what the ledger has beside them
public record WorkpaperGround(Overview overview, LedgerFacts ledger) {
    /// A workspace that was looked at.
    ///
    /// @param month null: all runs
    /// @param trust what certificates are held against
    public static WorkpaperGround of(
            Workspace workspace, @Nullable YearMonth month, TrustPlace trust, Instant at)
            throws SourceException {
        return new WorkpaperGround(workspace.overview(), ledger(workspace, month, trust, at));
    }

    /// What the ledger of a workspace has that belongs to it.
    ///
    /// @param month null: all runs
    /// @param trust what certificates are held against
    public static LedgerFacts ledger(
            Workspace workspace, @Nullable YearMonth month, TrustPlace trust, Instant at)
            throws SourceException {
        Policy policy = workspace.policy();
        var verifier = new ActVerifier(policy, trust);
        return LedgerFacts.of(workspace.ledger(), month, at, policy, verifier);
    }

    /// The runs of a month as they are now.
    public Population population(YearMonth month) {
        return Population.of(overview.runs(), month, overview.policy().calendar().zone());
    }

    /// The draw of a month that counts, made again from what the ledger says of it.
    ///
    /// @param where what a refusal is about
    /// @throws SourceException if none is recorded, or its runs are not those of the month any more
    public Draw recorded(YearMonth month, Path where) throws SourceException {
        RecordedDraw draw = RecordedDraw.counting(ledger.draws());
        if (draw == null) {
            throw new SourceException(where, WorkpaperText.notDrawn(month));
        }
        Population population = population(month);
        if (!population.runsSha256().equals(draw.runsSha256())) {
            throw new SourceException(where, WorkpaperText.otherRuns(month));
        }
        Draw again = again(population, draw);
        if (again == null || !drawn(again).equals(draw.sampled())) {
            throw new SourceException(where, WorkpaperText.otherSample(month));
        }
        return again;
    }

    /// @return null if rate or seed is none
    private static @Nullable Draw again(Population population, RecordedDraw draw) {
        try {
            return Draw.of(
                    population, Double.parseDouble(draw.rate()), new BigInteger(draw.seed()));
        } catch (IllegalArgumentException e) {
            return null; // an entry that was edited; the ledger's own check says so
        }
    }

    private static List<String> drawn(Draw draw) {
        return draw.sampled().stream().map(Member::runId).toList();
    }

    /// Reads all runs again, or those of the population that was drawn from.
    ///
    /// @param subject what they have in common
    /// @param draw null if no sample is asked for
    /// @return null if it was cancelled
    public @Nullable Assessment assess(
            Assessor assessor,
            String subject,
            @Nullable Draw draw,
            Instant at,
            Progress progress,
            Cancellation cancellation)
            throws SourceException {
        Assessment made = assessor.all(subject, overview, draw, at, progress, cancellation);
        return made == null ? null : made.withLedger(ledger);
    }
}
