// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.samples.Compared;
import dev.countersign.app.feature.samples.DrawOrder;
import dev.countersign.app.feature.samples.MonthStanding;
import dev.countersign.app.feature.samples.SamplesReading;
import dev.countersign.app.feature.samples.SamplesSource;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.clock.PeriodClock;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.sampling.Completeness;
import dev.countersign.core.sampling.KnownRuns;
import dev.countersign.core.sampling.Population;
import dev.countersign.core.sampling.SourceList;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.RecordedDraw;
import dev.countersign.core.workspace.RecordedDraw.Superseding;
import dev.countersign.core.workspace.SampleCoverage;
import dev.countersign.core.workspace.Samples;
import dev.countersign.core.workspace.Workspace;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/// The samples of the workspace that is open.
final class WorkspaceSamples implements SamplesSource {
    private static final int MOST_BYTES = 64 << 20;

    private final WorkspaceAccess access;
    private final Supplier<String> chance;

    /// @param chance random hex digits
    WorkspaceSamples(WorkspaceAccess access, Supplier<String> chance) {
        this.access = access;
        this.chance = chance;
    }

    @Override
    public SamplesReading read(
            @Nullable YearMonth month, Progress progress, Cancellation cancellation)
            throws SourceException {
        SharedWorkspace open = access.current();
        if (open == null) {
            return new SamplesReading.NoFolder();
        }
        open.looked();
        return open.with(workspace -> read(workspace, month, progress, cancellation));
    }

    private SamplesReading read(
            Workspace workspace,
            @Nullable YearMonth month,
            Progress progress,
            Cancellation cancellation)
            throws SourceException {
        Instant now = access.desk().clock().instant();
        Samples samples = new Samples(workspace);
        List<YearMonth> months = samples.periods();
        if (months.isEmpty()) {
            return new SamplesReading.NoRuns();
        }
        List<PeriodClock> waiting = workspace.seen().periods(now);
        YearMonth wanted =
                month != null
                        ? month
                        : waiting.isEmpty() ? months.getLast() : waiting.getFirst().period();
        SampleCoverage coverage = samples.coverage(wanted, progress, cancellation).orElse(null);
        return coverage == null
                ? new SamplesReading.Stopped()
                : new SamplesReading.Read(
                        months,
                        standings(samples, months, waiting, now),
                        coverage,
                        samples.vanished(wanted),
                        waiting.stream()
                                .filter(clock -> clock.period().equals(wanted))
                                .findFirst()
                                .orElse(null),
                        samples.signedOff(wanted),
                        samples.signOffs(wanted),
                        now);
    }

    private static Map<YearMonth, MonthStanding> standings(
            Samples samples, List<YearMonth> months, List<PeriodClock> waiting, Instant now)
            throws SourceException {
        Map<YearMonth, MonthStanding> standings = new HashMap<>();
        for (YearMonth month : months) {
            boolean late =
                    waiting.stream()
                            .anyMatch(
                                    one -> one.period().equals(month) && one.clock().breached(now));
            standings.put(
                    month,
                    samples.signedOff(month) != null
                            ? MonthStanding.SIGNED_OFF
                            : late
                                    ? MonthStanding.OVERDUE
                                    : samples.draws(month).isEmpty()
                                            ? MonthStanding.NOT_DRAWN
                                            : MonthStanding.DRAWN);
        }
        return standings;
    }

    @Override
    public Compared compare(
            Population population, @Nullable Path file, @Nullable String column, Progress progress)
            throws SourceException {
        List<String> columns = List.of();
        SourceList list = null;
        if (file != null) {
            byte[] bytes = SmallFile.read(file, MOST_BYTES);
            columns = SourceList.columns(bytes);
            String wanted = column != null ? column : columns.isEmpty() ? "" : columns.getFirst();
            list = list(file, bytes, wanted);
        }
        SourceList source = list;
        Completeness found =
                open().with(workspace ->
                        Completeness.of(
                                source,
                                KnownRuns.of(workspace.runs(), population, progress),
                                new Samples(workspace).vanished(population.period()),
                                population.unplaced()));
        return new Compared(file, columns, found);
    }

    private static SourceList list(Path file, byte[] bytes, String column) throws SourceException {
        return switch (SourceList.read(bytes, column)) {
            case SourceList.Reading.Read(SourceList list) -> list;
            case SourceList.Reading.Refused(String sentence) ->
                    throw new SourceException(
                            file, file + " is not a source list: " + sentence + ".");
        };
    }

    @Override
    public void draw(Population seen, DrawOrder order) throws SourceException {
        YearMonth month = seen.period();
        act(workspace -> {
            Samples samples = new Samples(workspace);
            Population now = samples.population(month);
            if (!now.sha256().equals(seen.sha256())) {
                throw refused(workspace, month, "its runs changed meanwhile");
            }
            RecordedDraw counts = RecordedDraw.counting(samples.draws(month));
            Superseding wanted = order.over();
            if (!Objects.equals(
                    counts == null ? null : counts.eventHash(),
                    wanted == null ? null : wanted.eventHash())) {
                throw refused(workspace, month, "it was drawn meanwhile");
            }
            Superseding over = wanted == null ? null : samples.over(month, wanted.reason());
            Actor who = access.person();
            var _ =
                    order.seed() == null
                            ? samples.drawByChance(who, now, order.share(), chance, over)
                            : samples.draw(who, now, order.share(), order.seed(), over);
            return true;
        });
    }

    private static SourceException refused(Workspace workspace, YearMonth month, String why) {
        return new SourceException(
                workspace.folder().root(),
                "The sample of " + month + " was not drawn: " + why + ". Look again.");
    }

    @Override
    public void assign(Population population, String runId, String to) throws SourceException {
        act(workspace -> {
            new Samples(workspace).assign(access.person(), population, runId, to);
            return true;
        });
    }

    @Override
    public void signOff(YearMonth month, String note) throws SourceException {
        act(workspace -> {
            SampleCoverage now = SampleRecorder.of(workspace, month).coverage();
            new Samples(workspace).signOff(access.person(), now, note);
            return true;
        });
    }

    /// Does something that the ledger hears of.
    private void act(SharedWorkspace.Act<Boolean> act) throws SourceException {
        SharedWorkspace open = open();
        boolean _ = open.with(act);
        open.acted();
    }

    private SharedWorkspace open() throws SourceException {
        SharedWorkspace open = access.current();
        if (open == null) {
            throw new SourceException(Path.of(""), "No folder of runs is open: open one first.");
        }
        return open;
    }
}
