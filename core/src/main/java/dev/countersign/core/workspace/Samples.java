// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.ActVerifier;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.approval.Reason;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.clock.Periods;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.sampling.Commitment;
import dev.countersign.core.sampling.Draw;
import dev.countersign.core.sampling.Member;
import dev.countersign.core.sampling.Population;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.RecordedDraw.Superseding;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/// The samples of a workspace: what was drawn, who is to look, who has looked. What is decided here
/// stands in the ledger, what was looked at in the runs' logs; nothing is kept anywhere else. The
/// workspace must have been looked at before. Blocking.
public final class Samples {
    private final Workspace workspace;

    /// @param workspace open as long as this is used
    public Samples(Workspace workspace) {
        this.workspace = workspace;
    }

    /// The months, in the owner's zone, in which runs started.
    public List<YearMonth> periods() throws SourceException {
        return periods(workspace.runs());
    }

    /// The months in which runs started.
    ///
    /// @param runs of the workspace
    public List<YearMonth> periods(List<RunSummary> runs) throws SourceException {
        ZoneId zone = workspace.policy().calendar().zone();
        TreeSet<YearMonth> periods = new TreeSet<>();
        for (RunSummary run : runs) {
            Instant started = run.started();
            if (started != null) {
                periods.add(Periods.of(started, zone));
            }
        }
        return List.copyOf(periods);
    }

    /// The runs of a period as they are now.
    public Population population(YearMonth period) throws SourceException {
        return Population.of(workspace.runs(), period, workspace.policy().calendar().zone());
    }

    /// The run ids of a period that were seen once and are not there any more.
    public List<String> vanished(YearMonth period) throws SourceException {
        ZoneId zone = workspace.policy().calendar().zone();
        return Population.of(workspace.vanished(), period, zone).members().stream()
                .map(Member::runId)
                .toList();
    }

    /// Fixes a population before anybody can know a seed.
    public Commitment commit(Actor who, Population population, double rate) throws SourceException {
        String sha256 = population.sha256();
        JsonObject details =
                SampleEntries.about(population.period(), sha256)
                        .with("population", population.members().size())
                        .with("approvals", population.approvals().size())
                        .with("sample_size", Draw.size(population.approvals().size(), rate))
                        .with("rate", Double.toString(rate))
                        .build();
        return new Commitment(
                sha256,
                entry(who, DeskAction.POPULATION_COMMITTED, population.period(), details)
                        .eventHash());
    }

    /// Draws with a seed that nobody could choose: the population is fixed in the ledger first, and
    /// the seed made of that and of chance.
    ///
    /// @param chance asked once, after that, for random hex digits
    public Draw drawByChance(Actor who, Population population, double rate, Supplier<String> chance)
            throws SourceException {
        return drawByChance(who, population, rate, chance, null);
    }

    /// The same; in the place of an earlier draw, which stays in the ledger.
    ///
    /// @param over which, and why; null if nothing was drawn
    public Draw drawByChance(
            Actor who,
            Population population,
            double rate,
            Supplier<String> chance,
            @Nullable Superseding over)
            throws SourceException {
        Commitment commitment = commit(who, population, rate);
        String drawn = chance.get();
        Draw draw = Draw.of(population, rate, commitment.seed(drawn));
        JsonObject details = SampleEntries.drawn(draw, commitment.eventHash(), drawn, over);
        entry(who, DeskAction.SAMPLE_DRAWN, population.period(), details);
        return draw;
    }

    /// Draws with a given seed, and says so in the ledger.
    public Draw draw(Actor who, Population population, double rate, BigInteger seed)
            throws SourceException {
        return draw(who, population, rate, seed, null);
    }

    /// The same; in the place of an earlier draw, which stays in the ledger.
    ///
    /// @param over which, and why; null if nothing was drawn
    public Draw draw(
            Actor who,
            Population population,
            double rate,
            BigInteger seed,
            @Nullable Superseding over)
            throws SourceException {
        Draw draw = Draw.of(population, rate, seed);
        entry(
                who,
                DeskAction.SAMPLE_DRAWN,
                population.period(),
                SampleEntries.drawn(draw, null, null, over));
        return draw;
    }

    /// What a further draw of a period takes the place of.
    ///
    /// @param reason why; not blank
    /// @throws SourceException if nothing was drawn, or what was drawn was signed off
    public Superseding over(YearMonth period, String reason) throws SourceException {
        RecordedDraw draw = RecordedDraw.counting(draws(period));
        Path root = workspace.folder().root();
        if (draw == null) {
            throw new SourceException(
                    root, "No sample of " + period + " was drawn: there is none to supersede.");
        }
        if (signedOff(period) != null) {
            throw new SourceException(
                    root, period + " was signed off: its sample stays what was signed off.");
        }
        return new Superseding(draw.eventHash(), reason.strip());
    }

    /// What was drawn from a period, the earliest first.
    public List<RecordedDraw> draws(YearMonth period) throws SourceException {
        return SampleEntries.draws(workspace.ledger(), period);
    }

    /// Asks somebody to look at a run.
    ///
    /// @param to who, as policy names them
    public void assign(Actor who, Population population, String runId, String to)
            throws SourceException {
        JsonObject details =
                SampleEntries.about(population.period(), population.sha256())
                        .with("run_id", runId)
                        .with("to", to)
                        .build();
        entry(who, DeskAction.SAMPLE_ASSIGNED, population.period(), details);
    }

    /// Who has looked at what of a period: reads each run that is to be looked at.
    ///
    /// @param progress counts runs
    /// @return empty if it was cancelled
    public Optional<SampleCoverage> coverage(
            YearMonth period, Progress progress, Cancellation cancellation) throws SourceException {
        Population population = population(period);
        List<RecordedDraw> draws = draws(period);
        Map<String, String> assigned = SampleEntries.assignments(workspace.ledger(), period);
        Policy policy = workspace.policy();
        return new ObservedRuns(policy, workspace.folder().anchors(), answered(population))
                .coverage(population, draws, assigned, progress, cancellation);
    }

    private Map<String, List<SampleCoverage.Observation>> answered(Population population)
            throws SourceException {
        boolean any = population.members().stream().anyMatch(Member::doubtful);
        return any ? ObservedRuns.answered(workspace.overview()) : Map.of();
    }

    /// Says that the whole sample was observed: ends the period's clock.
    ///
    /// @param note what is to be said of it
    /// @throws IllegalArgumentException if something stands against it
    public void signOff(Actor who, SampleCoverage coverage, String note) throws SourceException {
        var _ = signedOff(who, coverage, "note", JsonValue.of(note));
    }

    /// The same with a signature, which is verified before it is let in.
    ///
    /// @param record with its signature
    /// @throws IllegalArgumentException if something stands against signing off
    public SignOffEnd signOff(Actor who, SampleCoverage coverage, JsonObject record)
            throws SourceException {
        Policy policy = workspace.policy();
        ActVerdict verdict =
                SampleSignedOff.verdict(
                        -1,
                        record,
                        coverage.population().period(),
                        policy,
                        new ActVerifier(policy, workspace.folder().anchors()));
        List<Reason> against = new ArrayList<>();
        for (Judgement judged : List.of(verdict.signed(), verdict.allowed())) {
            if (judged instanceof Judgement.Failed(List<Reason> reasons)) {
                against.addAll(reasons);
            }
        }
        return against.isEmpty()
                ? new SignOffEnd.Recorded(signedOff(who, coverage, SampleSignedOff.RECORD, record))
                : new SignOffEnd.Refused(against);
    }

    private LedgerEvent signedOff(Actor who, SampleCoverage coverage, String key, JsonValue said)
            throws SourceException {
        String objection = coverage.objection();
        if (objection != null) {
            throw new IllegalArgumentException(objection);
        }
        Population population = coverage.population();
        JsonObject details =
                SampleEntries.about(population.period(), population.sha256())
                        .with("observed", coverage.observed())
                        .with(key, said)
                        .build();
        return entry(who, DeskAction.SAMPLE_SIGNED_OFF, population.period(), details);
    }

    /// Who stands for the sample of a period, the earliest first.
    public List<SampleSignedOff> signOffs(YearMonth period) throws SourceException {
        Policy policy = workspace.policy();
        var verifier = new ActVerifier(policy, workspace.folder().anchors());
        return SampleSignedOff.in(workspace.ledger(), period, policy, verifier);
    }

    /// When a period's sample was signed off; null if it was not.
    public @Nullable Instant signedOff(YearMonth period) throws SourceException {
        return SampleEntries.signedOff(workspace.ledger()).get(period);
    }

    private LedgerEvent entry(Actor who, DeskAction action, YearMonth period, JsonObject details)
            throws SourceException {
        return workspace
                .ledger()
                .append(LedgerEntry.of(who, action, SampleEntries.resource(period)).with(details));
    }
}
