// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.cli.PolicySchema;
import dev.countersign.app.feature.settings.Holidays;
import dev.countersign.app.feature.settings.PolicySheet;
import dev.countersign.app.feature.settings.SettingsDesk;
import dev.countersign.app.feature.settings.SourceRow;
import dev.countersign.app.feature.settings.Witnesses;
import dev.countersign.core.holiday.CalendarFile;
import dev.countersign.core.holiday.Holiday;
import dev.countersign.core.holiday.HolidayImport;
import dev.countersign.core.holiday.HolidayLibrary;
import dev.countersign.core.holiday.HolidayMerge;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.PolicyReading;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.witness.NoteVerifier;
import dev.countersign.core.workspace.PolicyFile;
import dev.countersign.core.workspace.Source;
import dev.countersign.core.workspace.Workspace;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Policy, sources and witnesses of the workspace that is open.
final class WorkspaceSettings implements SettingsDesk {
    /// Holidays are imported for so many years, this one included.
    private static final int YEARS = 2;

    private final WorkspaceAccess access;
    private volatile List<Holidays.Country> countries = List.of();
    private volatile @Nullable Policy last;
    private volatile @Nullable Path lastFile;

    WorkspaceSettings(WorkspaceAccess access) {
        this.access = access;
    }

    @Override
    public PolicySheet policy() throws SourceException {
        if (countries.isEmpty()) { // here, because it takes a while
            countries =
                    HolidayLibrary.countries(Locale.ENGLISH).stream()
                            .map(place -> new Holidays.Country(place.code(), place.name()))
                            .toList();
        }
        PolicySheet sheet = access.with(this::noticed);
        return sheet == null
                ? new PolicySheet(null, new PolicySheet.Reading.Absent(), DefaultPolicy.get())
                : sheet;
    }

    /// A policy that somebody edited is in the ledger before it is shown.
    private PolicySheet noticed(Workspace workspace) throws SourceException {
        PolicySheet sheet = sheet(workspace.folder().policy());
        if (!(sheet.reading() instanceof PolicySheet.Reading.Invalid) && workspace.noticePolicy()) {
            changed();
        }
        return sheet;
    }

    private void changed() {
        SharedWorkspace open = access.current();
        if (open != null) {
            open.sourcesChanged();
        }
    }

    private PolicySheet sheet(Path file) throws SourceException {
        if (!SmallFile.isPlaceTaken(file)) {
            return holds(file, new PolicySheet.Reading.Absent(), DefaultPolicy.get());
        }
        return switch (PolicyFile.read(file)) {
            case PolicyReading.Valid(Policy policy) ->
                    holds(file, new PolicySheet.Reading.Valid(), policy);
            case PolicyReading.Invalid(var problems) ->
                    new PolicySheet(
                            file,
                            new PolicySheet.Reading.Invalid(problems),
                            file.equals(lastFile) ? last : null);
        };
    }

    private PolicySheet holds(Path file, PolicySheet.Reading reading, Policy policy) {
        last = policy;
        lastFile = file;
        return new PolicySheet(file, reading, policy);
    }

    @Override
    public PolicySheet writeDefault() throws SourceException {
        PolicySheet sheet =
                access.with(workspace -> {
                    Path file = workspace.folder().policy();
                    if (!SmallFile.isPlaceTaken(file)) {
                        workspace.adoptPolicy(
                                new String(DefaultPolicy.bytes(), StandardCharsets.UTF_8),
                                access.person(),
                                JsonValue.object().with("written", "default").build());
                        PolicySchema.beside(file);
                    }
                    return sheet(file);
                });
        changed();
        return sheet == null ? policy() : sheet;
    }

    @Override
    public List<Holidays.Country> countries() {
        return countries;
    }

    @Override
    public Holidays holidays(Holidays.Wanted wanted) throws SourceException {
        Policy policy = policy().inForce();
        if (policy == null) {
            throw new SourceException(
                    Path.of("policy.json"), "policy.json has problems: correct them first.");
        }
        int year = access.desk().clock().instant().atZone(ZoneOffset.UTC).getYear();
        return switch (wanted) {
            case Holidays.Wanted.OfFile(Path file) -> {
                HolidayImport read =
                        CalendarFile.read(SmallFile.read(file), year, year + YEARS - 1);
                List<String> remarks = new ArrayList<>();
                for (HolidayImport.Skipped skipped : read.skipped()) {
                    remarks.add(
                            "Line "
                                    + skipped.line()
                                    + " was left out: "
                                    + skipped.why()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', ' ')
                                    + ".");
                }
                yield offered(String.valueOf(file.getFileName()), policy, read.days(), remarks);
            }
            case Holidays.Wanted.OfCountry(Holidays.Country country, int first) ->
                    offered(
                            country.name() + ", " + first + " to " + (first + YEARS - 1),
                            policy,
                            HolidayLibrary.holidays(
                                    country.code(), "", first, first + YEARS - 1, Locale.ENGLISH),
                            List.of("Holidays of single regions are not among them."));
        };
    }

    private static Holidays offered(
            String from, Policy policy, List<Holiday> days, List<String> remarks) {
        HolidayMerge merge = HolidayMerge.into(policy, days, policy.version());
        return new Holidays(
                from,
                merge.added().stream().map(h -> new Holidays.Day(h.date(), h.name())).toList(),
                merge.already().size(),
                remarks);
    }

    @Override
    public PolicySheet adopt(Holidays holidays) throws SourceException {
        PolicySheet sheet =
                access.with(workspace -> {
                    Path file = workspace.folder().policy();
                    Policy policy = PolicyFile.inForce(file);
                    List<Holiday> days =
                            holidays.added().stream()
                                    .map(d -> new Holiday(d.date(), d.name()))
                                    .toList();
                    HolidayMerge merge =
                            HolidayMerge.into(policy, days, policy.version() + "+holidays");
                    workspace.adoptPolicy(
                            merge.text(),
                            access.person(),
                            JsonValue.object()
                                    .with("holidays", holidays.from())
                                    .with("days", merge.added().size())
                                    .build());
                    PolicySchema.beside(file);
                    return sheet(file);
                });
        changed();
        return sheet == null ? policy() : sheet;
    }

    @Override
    public List<SourceRow> sources() throws SourceException {
        List<SourceRow> rows = access.with(WorkspaceSettings::rows);
        return rows == null ? List.of() : rows;
    }

    @Override
    public List<SourceRow> add(Path source) throws SourceException {
        List<SourceRow> rows =
                access.with(workspace -> {
                    workspace.addSource(source);
                    changed("added", source);
                    return rows(workspace);
                });
        return rows == null ? List.of() : rows;
    }

    @Override
    public List<SourceRow> remove(SourceRow source) throws SourceException {
        List<SourceRow> rows =
                access.with(workspace -> {
                    workspace.removeSource(source.source());
                    changed("removed", source.source().path());
                    return rows(workspace);
                });
        return rows == null ? List.of() : rows;
    }

    @Override
    public Witnesses witnesses() throws SourceException {
        return new WorkspaceWitnesses(access).witnesses();
    }

    @Override
    public Witnesses addWitness(String key) throws SourceException {
        return new WorkspaceWitnesses(access).addWitness(key);
    }

    @Override
    public Witnesses removeWitness(NoteVerifier key) throws SourceException {
        return new WorkspaceWitnesses(access).removeWitness(key);
    }

    private void changed(String how, Path source) throws SourceException {
        access.record(
                DeskAction.OPENED,
                new Resource("source", source.toString()),
                JsonValue.object().with("source", how).build());
        changed();
    }

    /// The index does not say when a source was looked at last.
    private static List<SourceRow> rows(Workspace workspace) throws SourceException {
        List<RunSummary> runs = workspace.runs();
        List<SourceRow> rows = new ArrayList<>();
        for (Source source : workspace.sources()) {
            Path path = source.path().toAbsolutePath().normalize();
            int count =
                    (int)
                            runs.stream()
                                    .filter(run ->
                                            run.directory()
                                                    .toAbsolutePath()
                                                    .normalize()
                                                    .startsWith(path))
                                    .count();
            rows.add(new SourceRow(source, count, null));
        }
        return rows;
    }
}
