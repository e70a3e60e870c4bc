// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.samples.Compared;
import dev.countersign.app.feature.samples.DrawOrder;
import dev.countersign.app.feature.samples.MonthStanding;
import dev.countersign.app.feature.samples.SamplesReading;
import dev.countersign.app.feature.samples.SamplesSource;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.clock.PeriodClock;
import dev.countersign.core.clock.Periods;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.review.GateVerdict;
import dev.countersign.core.sampling.Completeness;
import dev.countersign.core.sampling.Draw;
import dev.countersign.core.sampling.Member;
import dev.countersign.core.sampling.Population;
import dev.countersign.core.sampling.SourceList;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.RecordedDraw;
import dev.countersign.core.workspace.RecordedDraw.Superseding;
import dev.countersign.core.workspace.SampleCoverage;
import dev.countersign.core.workspace.SampleCoverage.Observation;
import dev.countersign.core.workspace.SampleSignedOff;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Three months of runs, drawn from and observed when they are told to be.
public final class SampleSamples implements SamplesSource {
    /// When it is.
    public static final Instant NOW = Instant.parse("2026-11-21T02:55:12Z");

    private static final String GONE = "change-approval-77aa10b2c4d5";
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final ZoneId ZONE = DefaultPolicy.get().calendar().zone();

    private final List<String> done = new ArrayList<>();
    private final Map<String, String> assigned = new HashMap<>();
    private @Nullable Draw draw;
    private int observed;
    private final List<RecordedDraw> earlier = new ArrayList<>();
    private @Nullable Instant signedOff;
    private @Nullable SamplesReading instead;
    private @Nullable String fails;
    private boolean another;
    private @Nullable Superseding over;

    /// What was done, in order.
    public List<String> done() {
        return done;
    }

    /// Nothing is drawn.
    public static SampleSamples undrawn() {
        return new SampleSamples();
    }

    /// Drawn; some are observed.
    public static SampleSamples some() {
        var samples = new SampleSamples();
        samples.draw = Draw.of(population(OCTOBER), 0.25, new BigInteger("7"));
        samples.assigned.put(id(3), "grace@example.org");
        samples.observed = 3;
        return samples;
    }

    /// Drawn, and all observed.
    public static SampleSamples all() {
        SampleSamples samples = some();
        samples.observed = 99;
        return samples;
    }

    /// All observed, and signed off.
    public static SampleSamples signed() {
        SampleSamples samples = all();
        samples.signedOff = Instant.parse("2026-11-12T10:15:00Z");
        return samples;
    }

    /// Drawn twice, from other runs.
    public static SampleSamples changed() {
        SampleSamples samples = some();
        samples.another = true;
        samples.earlier.add(samples.recorded(Objects.requireNonNull(samples.draw), "d1", null));
        samples.over = new Superseding("d1".repeat(32), "Five of 19 are too few for this quarter.");
        return samples;
    }

    /// The run that was drawn first.
    public String firstDrawn() {
        return Objects.requireNonNull(draw).sampled().getFirst().runId();
    }

    /// One that reads something else.
    public static SampleSamples reading(SamplesReading reading) {
        var samples = new SampleSamples();
        samples.instead = reading;
        return samples;
    }

    /// One that cannot be read.
    public static SampleSamples failing() {
        var samples = new SampleSamples();
        samples.fails =
                "/srv/reviews/2026-q4/countersign.db may not be read by this user: ask for read"
                        + " permission.";
        return samples;
    }

    private static String id(int i) {
        return (i % 5 == 3 ? "personal-trade-compliance-" : "change-approval-")
                + String.format(Locale.ROOT, "%012x", (i + 1) * 0x9E3779B97F4AL & 0xffffffffffffL);
    }

    /// As many ids as another system has, those that are wanted first.
    private static List<String> listed(int count, String... first) {
        List<String> ids = new ArrayList<>(List.of(first));
        for (int i = 1121; ids.size() < count; i++) {
            ids.add("CHG-" + i);
        }
        return ids;
    }

    private static Population population(YearMonth month) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < (month.equals(OCTOBER) ? 24 : 5); i++) {
            GateVerdict gate =
                    i % 8 == 6
                            ? GateVerdict.BLOCK
                            : i % 11 == 9 ? GateVerdict.REVIEW : GateVerdict.APPROVE;
            members.add(
                    new Member(id(i), "ab".repeat(32), gate, Path.of("/srv/runs", id(i)), false));
        }
        members.sort((a, b) -> a.runId().compareTo(b.runId()));
        return new Population(month, ZONE, members, List.of());
    }

    @Override
    public SamplesReading read(
            @Nullable YearMonth month, Progress progress, Cancellation cancellation)
            throws SourceException {
        if (fails != null) {
            throw new SourceException(Path.of("/srv/reviews/2026-q4/countersign.db"), fails);
        }
        if (instead != null) {
            return instead;
        }
        progress.at(3, 9, 0, 0);
        YearMonth wanted = month == null ? OCTOBER : month;
        Population population = population(wanted);
        return new SamplesReading.Read(
                List.of(OCTOBER.minusMonths(1), OCTOBER, OCTOBER.plusMonths(1)),
                Map.of(
                        OCTOBER.minusMonths(1),
                        MonthStanding.SIGNED_OFF,
                        OCTOBER,
                        MonthStanding.DRAWN,
                        OCTOBER.plusMonths(1),
                        MonthStanding.NOT_DRAWN),
                coverage(population),
                wanted.equals(OCTOBER) && another ? List.of(GONE) : List.of(),
                clock(wanted),
                wanted.equals(OCTOBER) ? signedOff : null,
                wanted.equals(OCTOBER) && signedOff != null
                        ? List.of(
                                new SampleSignedOff(
                                        41,
                                        signedOff.toString(),
                                        "ada@example.org",
                                        population.sha256(),
                                        "10",
                                        "All ten looked at; two questions went to the owner.",
                                        null))
                        : List.of(),
                NOW);
    }

    private static @Nullable PeriodClock clock(YearMonth month) {
        return month.equals(OCTOBER)
                ? Periods.over(
                                List.of(Instant.parse("2026-10-12T10:00:00Z")),
                                DefaultPolicy.get(),
                                NOW)
                        .getFirst()
                : null;
    }

    private SampleCoverage coverage(Population population) {
        Draw drawn = population.period().equals(OCTOBER) ? draw : null;
        List<SampleCoverage.Row> rows = new ArrayList<>();
        if (drawn != null) {
            drawn.sampled().forEach(member -> rows.add(row(member, rows.size(), true)));
            if (another) {
                rows.set(3, new SampleCoverage.Row(GONE, true, null, List.of()));
            }
        }
        population.risky().forEach(member -> rows.add(row(member, rows.size(), false)));
        return new SampleCoverage(
                population, drawn == null ? List.of() : draws(drawn), rows, List.of());
    }

    private SampleCoverage.Row row(Member member, int place, boolean drawn) {
        boolean seen = place < observed;
        return new SampleCoverage.Row(
                member.runId(),
                drawn,
                assigned.get(member.runId()),
                seen
                        ? List.of(
                                new Observation(
                                        "grace@example.org",
                                        12,
                                        Instant.parse("2026-11-0" + (2 + place % 6) + "T09:12:00Z"),
                                        observed > 9 || place != 1))
                        : List.of());
    }

    private List<RecordedDraw> draws(Draw drawn) {
        List<RecordedDraw> all = new ArrayList<>(earlier);
        all.add(recorded(drawn, "d" + (earlier.size() + 1), over));
        return all;
    }

    private RecordedDraw recorded(Draw drawn, String entry, @Nullable Superseding place) {
        return new RecordedDraw(
                entry.repeat(32),
                "2026-11-02T08:00:00+00:00",
                "ada@example.org",
                drawn.population().sha256(),
                another ? "other" : drawn.population().runsSha256(),
                Double.toString(drawn.rate()),
                drawn.seed().toString(),
                drawn.seed().bitLength() > 64,
                drawn.sampled().stream().map(Member::runId).toList(),
                place);
    }

    @Override
    public Compared compare(
            Population population, @Nullable Path file, @Nullable String column, Progress progress)
            throws SourceException {
        progress.at(1, 4, 0, 0);
        if (file != null && file.endsWith("wrong.csv")) {
            throw new SourceException(file, file + " is not a source list: it is empty.");
        }
        List<String> gaps = List.of("CHG-1107", "CHG-1112");
        if (file == null) {
            return new Compared(
                    null,
                    List.of(),
                    new Completeness(
                            null, List.of(), List.of(), List.of(), gaps, List.of(), List.of()));
        }
        String wanted = column == null ? "change_id" : column;
        boolean agrees = file.endsWith("agrees.csv");
        int runs = population.members().size();
        List<String> ids =
                agrees ? listed(runs) : listed(runs + 2, "CHG-1119", "CHG-1120", "CHG-1180");
        var list = new SourceList("cd".repeat(32), wanted, ids, List.of());
        return new Compared(
                file,
                List.of("change_id", "opened_at", "team"),
                agrees
                        ? new Completeness(
                                list, List.of(), List.of(), List.of(), List.of(), List.of(),
                                List.of())
                        : new Completeness(
                                list,
                                List.of("CHG-1119", "CHG-1120"),
                                List.of("CHG-1180"),
                                List.of(id(2)),
                                gaps,
                                List.of(GONE),
                                List.of()));
    }

    @Override
    public void draw(Population seen, DrawOrder order) throws SourceException {
        if (another) {
            throw new SourceException(
                    Path.of("/srv"),
                    "The sample of 2026-10 was not drawn: its runs changed meanwhile. Look again.");
        }
        BigInteger seed =
                order.seed() == null ? new BigInteger("c0ffee".repeat(10), 16) : order.seed();
        Draw before = draw;
        if (before != null) {
            earlier.add(recorded(before, "d" + (earlier.size() + 1), over));
        }
        over = order.over();
        draw = Draw.of(seen, order.share(), seed);
        done.add(
                "drawn "
                        + order.share()
                        + " "
                        + (order.seed() == null ? "by chance" : seed)
                        + (over == null ? "" : " because " + over.reason()));
    }

    /// From now on somebody else's run is in the month.
    public void changes() {
        another = true;
    }

    @Override
    public void assign(Population population, String runId, String to) throws SourceException {
        if (another) {
            throw new SourceException(
                    Path.of("/srv"), "Nobody was assigned: the runs changed meanwhile.");
        }
        assigned.put(runId, to);
        done.add("assigned " + runId + " " + to);
    }

    @Override
    public void signOff(YearMonth month, String note) {
        signedOff = NOW;
        done.add("signed off " + month + " " + note);
    }
}
