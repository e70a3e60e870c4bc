// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.approval.ActKind;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.ActVerifier;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.approval.Reason;
import dev.countersign.core.bundle.RunFolders;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.clock.Periods;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
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
        List<Wanted> wanted = wanted(population, draws);
        RunReader reader = reader();
        List<SampleCoverage.Row> rows = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        try (RunFolders folders = new RunFolders(workspace.policy())) {
            for (Wanted one : wanted) {
                if (cancellation.requested()) {
                    return Optional.empty();
                }
                List<SampleCoverage.Observation> seen = List.of();
                try {
                    seen = observations(one.member, reader, folders);
                } catch (SourceException e) {
                    unreadable.add(String.valueOf(e.getMessage()));
                }
                String to = assigned.get(one.runId);
                rows.add(new SampleCoverage.Row(one.runId, one.drawn, to, seen));
                progress.at(rows.size(), wanted.size(), 0, 0);
            }
        }
        return Optional.of(new SampleCoverage(population, draws, rows, unreadable));
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

    /// A run that is to be looked at.
    ///
    /// @param member null if it was drawn and is not there any more
    private record Wanted(String runId, boolean drawn, @Nullable Member member) {}

    private static List<Wanted> wanted(Population population, List<RecordedDraw> draws) {
        List<Wanted> wanted = new ArrayList<>();
        RecordedDraw draw = RecordedDraw.counting(draws);
        if (draw != null) {
            for (String runId : draw.sampled()) {
                Member found = null;
                for (Member member : population.members()) {
                    found = member.runId().equals(runId) ? member : found;
                }
                wanted.add(new Wanted(runId, true, found));
            }
        }
        for (Member member : population.risky()) {
            wanted.add(new Wanted(member.runId(), false, member));
        }
        return wanted;
    }

    private RunReader reader() throws SourceException {
        Policy policy = workspace.policy();
        ChainVerifier verifier = new ChainVerifier(Runnable::run, 1);
        return new RunReader(verifier, policy, workspace.folder().anchors());
    }

    private static List<SampleCoverage.Observation> observations(
            @Nullable Member member, RunReader reader, RunFolders folders) throws SourceException {
        if (member == null) {
            return List.of();
        }
        RunSnapshot run =
                reader.read(folders.at(member.directory()), VerifyRequest.DEFAULT, Progress.NONE);
        boolean intact = run.chain() != null && run.chain().verdict() == Verdict.INTACT;
        List<SampleCoverage.Observation> seen = new ArrayList<>();
        for (ActVerdict act : run.acts()) {
            if (act.kind() == ActKind.OBSERVATION) {
                boolean holds =
                        intact
                                && act.signed() instanceof Judgement.Held
                                && !(act.trusted() instanceof Judgement.Failed)
                                && !(act.allowed() instanceof Judgement.Failed);
                seen.add(
                        new SampleCoverage.Observation(
                                act.person(), act.record(), at(run, act.record()), holds));
            }
        }
        return seen;
    }

    private static @Nullable Instant at(RunSnapshot run, long record) {
        for (RunEvent event : run.events()) {
            if (event.record() == record) {
                return event.at();
            }
        }
        return null;
    }

    private LedgerEvent entry(Actor who, DeskAction action, YearMonth period, JsonObject details)
            throws SourceException {
        return workspace
                .ledger()
                .append(LedgerEntry.of(who, action, SampleEntries.resource(period)).with(details));
    }
}
