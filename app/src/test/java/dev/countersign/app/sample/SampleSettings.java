// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.settings.Holidays;
import dev.countersign.app.feature.settings.PolicySheet;
import dev.countersign.app.feature.settings.SettingsDesk;
import dev.countersign.app.feature.settings.SourceRow;
import dev.countersign.app.feature.settings.Witnesses;
import dev.countersign.core.chain.Described;
import dev.countersign.core.policy.BusinessCalendar;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.PolicyProblem;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.witness.NoteVerifier;
import dev.countersign.core.workspace.Source;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A workspace's settings as they would be read.
public final class SampleSettings implements SettingsDesk {
    private static final Path WORKSPACE = Path.of("/srv/reviews/2026-q4");
    private static final Path FILE = WORKSPACE.resolve("policy.json");

    private PolicySheet sheet;
    private final List<SourceRow> sources = new ArrayList<>();
    private final List<NoteVerifier> keys = new ArrayList<>();
    private final boolean fails;

    private SampleSettings(PolicySheet sheet, boolean fails) {
        this.sheet = sheet;
        this.fails = fails;
    }

    /// No file: the default holds.
    public static SampleSettings absent() {
        return new SampleSettings(
                new PolicySheet(FILE, new PolicySheet.Reading.Absent(), DefaultPolicy.get()),
                false);
    }

    /// An owner's own policy, and sources.
    public static SampleSettings valid() {
        var settings =
                new SampleSettings(
                        new PolicySheet(FILE, new PolicySheet.Reading.Valid(), owned()), false);
        settings.sources.addAll(
                List.of(
                        row("runs", WORKSPACE.resolve("runs"), Source.Kind.FOLDER, 24),
                        row(
                                "/mnt/share/pipelines/change-approval/production/runs",
                                Path.of("/mnt/share/pipelines/change-approval/production/runs"),
                                Source.Kind.MISSING,
                                1_312),
                        row(
                                "/home/ada/cases/audit.jsonl",
                                Path.of("/home/ada/cases/audit.jsonl"),
                                Source.Kind.LOG,
                                1)));
        return settings;
    }

    /// A file with problems, after a right one.
    public static SampleSettings invalid() {
        return new SampleSettings(
                new PolicySheet(FILE, new PolicySheet.Reading.Invalid(problems()), owned()), false);
    }

    /// A file with problems, and nothing before it.
    public static SampleSettings nothingHolds() {
        return new SampleSettings(
                new PolicySheet(FILE, new PolicySheet.Reading.Invalid(problems()), null), false);
    }

    /// Nothing can be read.
    public static SampleSettings failing() {
        return new SampleSettings(absent().sheet, true);
    }

    @Override
    public PolicySheet policy() throws SourceException {
        if (fails) {
            throw new SourceException(
                    FILE, FILE + " may not be read by this user: ask for read permission.");
        }
        return sheet;
    }

    @Override
    public PolicySheet writeDefault() {
        sheet = new PolicySheet(FILE, new PolicySheet.Reading.Valid(), DefaultPolicy.get());
        return sheet;
    }

    @Override
    public List<Holidays.Country> countries() {
        return List.of(
                new Holidays.Country("de", "Germany"),
                new Holidays.Country("no", "Norway"),
                // the longest name of the library
                new Holidays.Country(
                        "TARGET",
                        "Trans-European Automated Real-time Gross settlement Express Transfer"
                                + " system closing dates"));
    }

    @Override
    public Holidays holidays(Holidays.Wanted wanted) {
        return new Holidays(
                "Norway, 2026 and 2027",
                List.of(
                        new Holidays.Day(LocalDate.of(2026, 12, 25), "Christmas Day"),
                        new Holidays.Day(LocalDate.of(2027, 1, 1), "New Year"),
                        new Holidays.Day(LocalDate.of(2027, 3, 25), "Maundy Thursday"),
                        new Holidays.Day(LocalDate.of(2027, 5, 17), "Constitution Day")),
                2,
                List.of("1 entry was left out: it repeats by a rule that is not understood."));
    }

    @Override
    public PolicySheet adopt(Holidays holidays) {
        return sheet;
    }

    @Override
    public List<SourceRow> sources() {
        return List.copyOf(sources);
    }

    @Override
    public List<SourceRow> add(Path source) throws SourceException {
        if (source.endsWith("missing")) {
            throw new SourceException(source, source + " cannot be looked into: check the path.");
        }
        sources.add(row(source.toString(), source, Source.Kind.FOLDER, 0));
        return sources();
    }

    @Override
    public List<SourceRow> remove(SourceRow source) {
        sources.remove(source);
        return sources();
    }

    @Override
    public Witnesses witnesses() throws SourceException {
        if (fails) {
            throw new SourceException(FILE, "Line 1 of witnesses.txt is no verifier key.");
        }
        return new Witnesses(WORKSPACE.resolve("trust/witnesses.txt"), keys);
    }

    @Override
    public Witnesses addWitness(String key) throws SourceException {
        if (!(NoteVerifier.read(key) instanceof Described.Is<NoteVerifier>(NoteVerifier one))) {
            throw new SourceException(FILE, key + " is no verifier key.");
        }
        keys.add(one);
        return witnesses();
    }

    @Override
    public Witnesses removeWitness(NoteVerifier key) throws SourceException {
        keys.remove(key);
        return witnesses();
    }

    private static SourceRow row(String stored, Path path, Source.Kind kind, int runs) {
        return new SourceRow(
                new Source(stored, path, kind), runs, Instant.parse("2026-11-21T02:50:00Z"));
    }

    private static List<PolicyProblem> problems() {
        return List.of(
                new PolicyProblem(
                        "/clocks/approval/standard",
                        34,
                        PolicyProblem.Kind.UNKNOWN_KEY,
                        "busines_days",
                        "business_days, business_hours, elapsed_hours"),
                new PolicyProblem(
                        "/calendar/zone",
                        6,
                        PolicyProblem.Kind.BAD_VALUE,
                        "Europe/Olso",
                        "an IANA time zone such as Europe/Oslo"),
                new PolicyProblem(
                        "/calendar/week/monday", 8, PolicyProblem.Kind.BAD_INTERVALS, "", ""),
                new PolicyProblem("/retention", 1, PolicyProblem.Kind.MISSING, "", ""));
    }

    private static Policy owned() {
        Policy base = DefaultPolicy.get();
        Map<LocalDate, BusinessCalendar.Day> closed = new LinkedHashMap<>();
        closed.put(LocalDate.of(2026, 12, 25), new BusinessCalendar.Day("Christmas", List.of()));
        closed.put(
                LocalDate.of(2026, 12, 24),
                new BusinessCalendar.Day(
                        "Christmas Eve",
                        List.of(
                                new BusinessCalendar.Interval(
                                        LocalTime.of(9, 0), LocalTime.of(12, 0)))));
        return new Policy(
                "2026-3",
                SampleLedger.HEAD,
                new Policy.Assignment("Grace Hopper", LocalDate.of(2026, 9, 1)),
                new BusinessCalendar(ZoneId.of("Europe/Oslo"), base.calendar().week(), closed),
                base.tierPath(),
                base.emergencyValue(),
                base.clocks(),
                base.steps(),
                base.escalations(),
                base.segregation(),
                base.identities(),
                base.references(),
                base.repeatedBlocks(),
                base.repeatedBlocksDays(),
                base.retentionYears(),
                base.resume(),
                base.bundles());
    }
}
