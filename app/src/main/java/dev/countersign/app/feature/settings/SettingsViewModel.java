// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.background.Work;
import dev.countersign.app.feature.settings.SettingsState.HolidayImport;
import dev.countersign.app.feature.settings.SettingsState.Section;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Shows one section of the settings at a time, and does what is asked for there.
public final class SettingsViewModel {
    private final SettingsDesk desk;
    private final IdentityDesk identity;
    private final AppearanceDesk looks;
    private final WitnessModel witnesses;
    private final Jobs jobs;
    private final Supplier<ZonedDateTime> clock;
    private final ReadOnlyObjectWrapper<SettingsState> state =
            new ReadOnlyObjectWrapper<>(new SettingsState.Loading(Section.POLICY));
    private @Nullable PolicySheet sheet;
    private @Nullable List<SourceRow> sources;
    private HolidayImport importing = new HolidayImport.None();
    private final StringProperty address = new SimpleStringProperty("");
    private String authority = "";
    private String trouble = "";
    private int asked;

    /// @param desk what can be looked up and done
    /// @param identity who signs here
    /// @param looks how the window looks
    /// @param jobs runs what blocks
    /// @param clock local time
    public SettingsViewModel(
            SettingsDesk desk,
            IdentityDesk identity,
            AppearanceDesk looks,
            Jobs jobs,
            Supplier<ZonedDateTime> clock) {
        this.desk = desk;
        this.identity = identity;
        this.looks = looks;
        witnesses = new WitnessModel(desk, jobs);
        this.jobs = jobs;
        this.clock = clock;
        looks.appearanceProperty()
                .subscribe(appearance -> {
                    if (state.get() instanceof SettingsState.AppearanceShown) {
                        state.set(new SettingsState.AppearanceShown(appearance));
                    }
                });
    }

    /// What is shown.
    public ReadOnlyObjectProperty<SettingsState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whose signatures under checkpoints can be checked.
    public WitnessModel witnesses() {
        return witnesses;
    }

    /// The zone in which moments are told.
    public ZoneId viewer() {
        return clock.get().getZone();
    }

    /// This year: the first whose holidays are wanted.
    public int year() {
        return clock.get().getYear();
    }

    /// Goes to a section.
    public void show(Section section) {
        switch (section) {
            case POLICY -> policyShown();
            case SOURCES -> sourcesShown();
            case IDENTITY -> identityShown("");
            case APPEARANCE ->
                    state.set(new SettingsState.AppearanceShown(looks.appearanceProperty().get()));
        }
        refresh();
    }

    /// Reads what is shown again.
    public void refresh() {
        switch (state.get().shows()) {
            case POLICY -> ask(Section.POLICY, (p, c) -> desk.policy(), this::tell);
            case SOURCES -> ask(Section.SOURCES, (p, c) -> desk.sources(), this::tell);
            case IDENTITY -> {
                identityShown("");
                witnesses.refresh();
            }
            case APPEARANCE -> {}
        }
    }

    /// Writes the default as the workspace's own policy, if it has none.
    public void writeDefault() {
        ask(Section.POLICY, (p, c) -> desk.writeDefault(), this::tell);
    }

    /// Reads holidays, to be seen before they are written.
    public void preview(Holidays.Wanted wanted) {
        importing(
                (p, c) -> desk.holidays(wanted),
                holidays -> importing = new HolidayImport.Preview(holidays));
    }

    /// Writes the holidays that were seen.
    public void adopt() {
        if (importing instanceof HolidayImport.Preview(Holidays holidays)) {
            importing(
                    (p, c) -> desk.adopt(holidays),
                    read -> {
                        sheet = read;
                        importing = new HolidayImport.Adopted(holidays.added().size());
                    });
        }
    }

    /// Forgets the holidays that were seen; false if there were none.
    public boolean dismiss() {
        boolean there = !(importing instanceof HolidayImport.None);
        importing = new HolidayImport.None();
        if (there && state.get() instanceof SettingsState.PolicyShown) {
            policyShown();
        }
        return there;
    }

    /// Looks for runs there as well.
    public void add(Path source) {
        change((p, c) -> desk.add(source));
    }

    /// Looks for runs there no longer.
    public void remove(SourceRow source) {
        change((p, c) -> desk.remove(source));
    }

    /// Light, dark, or as the system says.
    public void choose(Appearance.Scheme scheme) {
        looks.choose(scheme);
    }

    /// Larger or smaller text.
    public void resize(double percent) {
        looks.resize(percent);
    }

    /// Asks for a file with a key.
    public void chooseFile() {
        identity.file(this::identityChanged);
    }

    /// Asks for a key on a token.
    public void chooseToken() {
        identity.token(this::identityChanged);
    }

    /// Makes a key for somebody who has none.
    public void createKey() {
        identity.create(this::identityChanged);
    }

    /// Forgets who signed last, and with which key.
    public void forgetSigner() {
        identity.forget();
        identityChanged();
    }

    /// The address of a time-stamp authority as somebody types it.
    public StringProperty addressProperty() {
        return address;
    }

    /// The time-stamp authority that was typed is asked from now on; none if that is blank.
    public void askAuthority() {
        String why = identity.askAuthority(address.get().strip());
        if (why.isEmpty()) {
            authority = address.get(); // and nothing is left that is not kept
        }
        if (state.get().shows() == Section.IDENTITY) {
            identityShown(why);
        }
    }

    private void identityChanged() {
        if (state.get().shows() == Section.IDENTITY) {
            identityShown("");
        }
    }

    /// What is kept is in the field, unless somebody typed there since.
    private void identityShown(String why) {
        KnownSigner known = identity.known();
        if (address.get().equals(authority)) {
            address.set(known.authority());
        }
        authority = known.authority();
        state.set(new SettingsState.IdentityShown(known, why));
    }

    private void change(Work<List<SourceRow>> work) {
        jobs.<List<SourceRow>>start(
                work,
                progress -> {},
                end -> {
                    trouble = "";
                    switch (end) {
                        case JobEnd.Done<List<SourceRow>>(List<SourceRow> read, _) ->
                                sources = read;
                        case JobEnd.Failed<List<SourceRow>>(String sentence) -> trouble = sentence;
                    }
                    if (state.get().shows() == Section.SOURCES) {
                        sourcesShown();
                    }
                });
    }

    private <T> void importing(Work<T> work, Consumer<T> done) {
        importing = new HolidayImport.Working();
        policyShown();
        jobs.<T>start(
                work,
                progress -> {},
                end -> {
                    switch (end) {
                        case JobEnd.Done<T>(T value, _) -> done.accept(value);
                        case JobEnd.Failed<T>(String sentence) ->
                                importing = new HolidayImport.Failed(sentence);
                    }
                    if (state.get().shows() == Section.POLICY) {
                        policyShown();
                    }
                });
    }

    private <T> void ask(Section section, Work<T> work, Consumer<T> tell) {
        int mine = ++asked;
        jobs.<T>start(
                work,
                progress -> {},
                end -> {
                    if (mine != asked || state.get().shows() != section) {
                        return;
                    }
                    switch (end) {
                        case JobEnd.Done<T>(T value, _) -> tell.accept(value);
                        case JobEnd.Failed<T>(String sentence) ->
                                state.set(new SettingsState.Failed(section, sentence));
                    }
                });
    }

    private void tell(PolicySheet read) {
        sheet = read;
        policyShown();
    }

    private void tell(List<SourceRow> read) {
        sources = read;
        trouble = "";
        sourcesShown();
    }

    private void policyShown() {
        state.set(
                sheet == null
                        ? new SettingsState.Loading(Section.POLICY)
                        : new SettingsState.PolicyShown(sheet, desk.countries(), importing));
    }

    private void sourcesShown() {
        state.set(
                sources == null
                        ? new SettingsState.Loading(Section.SOURCES)
                        : new SettingsState.SourcesShown(sources, trouble));
    }
}
