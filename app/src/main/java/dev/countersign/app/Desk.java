// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.bundle.MakeOffer;
import dev.countersign.app.feature.integrity.IntegrityViewModel;
import dev.countersign.app.feature.integrity.OpenActions;
import dev.countersign.app.feature.response.OpenRun;
import dev.countersign.app.feature.settings.SettingsActions;
import dev.countersign.app.shell.Findable;
import dev.countersign.app.shell.PaletteItem;
import dev.countersign.app.shell.Place;
import dev.countersign.app.shell.Route;
import dev.countersign.app.shell.Screen;
import dev.countersign.app.shell.ShellActions;
import dev.countersign.app.shell.ShellParts;
import dev.countersign.app.shell.ShellView;
import dev.countersign.app.theme.Themes;

import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The screens of one window, and what opens where.
public final class Desk {
    private final Wiring.Services services;
    private final Themes themes;
    private final IntegrityDesk integrity;
    private final @Nullable DemoDesk demo;
    private final @Nullable QueueDesk queue;
    private final @Nullable RunDesk run;
    private final @Nullable OfficeDesk office;
    private final @Nullable ResponseDesk responses;
    private final @Nullable KeySheets keys;
    private final @Nullable BundleDesk bundles;
    private @Nullable ShellView shell;
    private @Nullable Route here;

    Desk(Wiring.Services services, OfficeDesk.@Nullable Services around, Themes themes) {
        this.services = services;
        this.themes = themes;
        integrity =
                new IntegrityDesk(
                        services,
                        new OpenActions(
                                this::openLog,
                                this::openFolder,
                                services.picker()::log,
                                services.picker()::folder,
                                services.runs() == null
                                        ? null
                                        : log -> withRun(r -> r.escalation().openLog(log)),
                                services.runs() == null
                                        ? null
                                        : log -> withRun(r -> r.escalation().holdLog(log)),
                                around == null ? null : this::finding));
        Wiring.RunServices needed = services.runs();
        if (needed == null) {
            queue = null;
            run = null;
            responses = null;
            keys = null;
            bundles = null;
            demo = null;
        } else {
            keys = new KeySheets(needed, services);
            demo = new DemoDesk(needed.demo(), services.jobs(), this::open, this::say);
            QueueDesk desk =
                    new QueueDesk(
                            needed,
                            services.jobs(),
                            path -> go(new Route.Run(path)),
                            this::openFolder,
                            this::sample,
                            this::bundle,
                            demo::write);
            queue = desk;
            run =
                    new RunDesk(
                            needed,
                            services,
                            keys,
                            desk::calendar,
                            new RunDesk.Ways(
                                    path -> go(new Route.Run(path)),
                                    path -> go(new Route.Integrity(path)),
                                    this::back,
                                    this::openLog,
                                    this::say,
                                    this::finding));
            responses = new ResponseDesk(needed, services, run, this::say);
            bundles =
                    new BundleDesk(
                            needed.bundles(),
                            needed.signatures().files(),
                            services,
                            path -> go(new Route.Run(path)),
                            () -> offers(desk));
        }
        office = around == null ? null : office(around, needed, keys);
    }

    /// Which runs a bundle would be made of where one is.
    private List<MakeOffer> offers(QueueDesk desk) {
        return switch (here) {
            case Route.Run _ when run != null -> BundleDesk.ofRun(run);
            case Route.Samples _ when office != null -> BundleDesk.ofSample(office.sample());
            case null, default -> BundleDesk.ofQueue(desk);
        };
    }

    private void sample(YearMonth month) {
        if (office != null) {
            office.sample().show(month);
            go(new Route.Samples());
        }
    }

    private void bundle() {
        if (bundles != null) {
            bundles.make();
        }
    }

    private OfficeDesk office(
            OfficeDesk.Services around,
            Wiring.@Nullable RunServices needed,
            @Nullable KeySheets sheets) {
        QueueDesk home = queue;
        if (needed == null || sheets == null || home == null) {
            throw new IllegalArgumentException("where there are settings, somebody can sign");
        }
        Wiring.Signatures signatures = needed.signatures();
        return new OfficeDesk(
                around,
                services,
                new OfficeDesk.Signing(
                        new KeptIdentity(
                                signatures.memory(),
                                signatures.keys().files(),
                                sheets,
                                signatures.keys().authority()),
                        back ->
                                SignSheet.of(
                                        needed,
                                        services,
                                        sheets,
                                        home::calendar,
                                        this::openLog,
                                        back),
                        needed.ticker()),
                themes,
                new OfficeDesk.Ways(
                        path -> go(new Route.Run(path)),
                        path -> go(new Route.Integrity(path)),
                        (path, test) -> withRun(r -> r.evidence(path, test)),
                        this::openFolder,
                        this::bundle,
                        () -> go(new Route.Reports()),
                        new SettingsActions.Exchange(
                                () -> exchange(CheckpointDesk::bring),
                                () -> exchange(CheckpointDesk::give))));
    }

    private void exchange(Consumer<CheckpointDesk> act) {
        if (responses != null) {
            act.accept(responses.checkpoints());
        }
    }

    /// From now on sheets lie over this.
    void over(StackPane whole) {
        if (responses != null) {
            responses.over(whole);
        }
        if (run != null) {
            run.over(whole);
        }
        if (keys != null) {
            keys.over(whole);
        }
        if (bundles != null) {
            bundles.over(whole);
        }
    }

    /// The window's one integrity screen.
    IntegrityViewModel integrity() {
        return integrity.model();
    }

    /// The window's one queue; null where there is none.
    public @Nullable QueueDesk queue() {
        return queue;
    }

    /// The first place.
    Route start() {
        return queue == null ? new Route.Integrity(null) : new Route.Queue();
    }

    /// What the shell is made of.
    ShellParts parts() {
        List<Place> places = new ArrayList<>();
        if (queue != null) {
            places.add(new Place(new Route.Queue(), Feather.INBOX, "Queue"));
        }
        places.add(new Place(new Route.Integrity(null), Feather.LINK, "Integrity"));
        if (office != null) {
            places.addAll(OfficeDesk.places());
        }
        return new ShellParts(
                new ShellActions(
                        this::openLog,
                        this::openFolder,
                        this::dropped,
                        themes::toggle,
                        () -> themes.choose(null),
                        themes::resize),
                places,
                this::screen,
                new Found(),
                services.jobs().shown());
    }

    /// From now on it can go to places.
    void enter(ShellView built) {
        shell = built;
    }

    /// Opens what somebody points at: a response, a log, a run directory, or a folder of runs.
    public void open(Path path) {
        if (responses == null || !responses.takes(path)) {
            show(path);
        }
    }

    /// What is dropped on a log that is open may be a copy of it.
    public void dropped(Path path) {
        boolean bundle = bundles != null && BundleDesk.is(path);
        boolean log = bundle || !Files.isDirectory(path) || RunDesk.isRun(path);
        boolean taken =
                responses != null && responses.takes(path)
                        || log && integrity.asks(path, () -> show(path));
        if (!taken) {
            show(path);
        }
    }

    private void show(Path path) {
        if (bundles != null && BundleDesk.is(path)) {
            go(new Route.Bundle(path));
            return;
        }
        if (queue != null && Files.isDirectory(path)) {
            if (RunDesk.isRun(path)) {
                go(new Route.Run(path));
            } else {
                queue.open(path);
                if (shell != null) {
                    shell.jump(new Route.Queue());
                }
            }
            return;
        }
        integrity.model().open(path);
        go(new Route.Integrity(path));
    }

    private void go(Route route) {
        if (shell != null) {
            shell.go(route);
        }
    }

    private void withRun(Consumer<RunDesk> act) {
        if (run != null) {
            act.accept(run);
        }
    }

    private void finding(String id) {
        if (office != null) {
            office.pick(id);
            go(new Route.Findings());
        }
    }

    private void back() {
        if (shell != null) {
            shell.back();
        }
    }

    private void openLog() {
        services.picker().log().ifPresent(this::open);
    }

    private void openFolder() {
        services.picker().folder().ifPresent(this::open);
    }

    /// Says something that happened.
    void say(String sentence) {
        if (shell != null) {
            shell.say(sentence);
        }
    }

    /// Runs, and records of the one that is open.
    private final class Found implements Findable {
        @Override
        public List<PaletteItem> items() {
            if (queue == null) {
                return List.of();
            }
            List<PaletteItem> found = new ArrayList<>();
            if (demo != null) {
                found.add(demo.item());
            }
            if (responses != null) {
                found.addAll(responses.items());
            }
            if (bundles != null) {
                found.add(bundles.item());
            }
            OpenRun shown = run != null && here instanceof Route.Run ? run.shown() : null;
            if (office != null && shown != null) {
                found.add(office.custody(shown.runId()));
            }
            found.addAll(queue.found());
            return found;
        }

        @Override
        public List<PaletteItem> asked(String typed) {
            List<PaletteItem> found = new ArrayList<>();
            if (run != null) {
                found.addAll(run.asked(typed));
            }
            if (queue != null) {
                found.addAll(queue.asked(typed));
            }
            return found;
        }
    }

    private Screen making(Screen screen) {
        return bundles == null ? screen : bundles.making(screen);
    }

    private @Nullable Screen screen(Route route) {
        here = route;
        return switch (route) {
            case Route.Integrity(Path path) -> integrity.screen(path);
            case Route.Run(Path directory) -> run == null ? null : making(run.screen(directory));
            case Route.Bundle(Path bundle) -> bundles == null ? null : bundles.screen(bundle);
            case Route.Queue _ -> queue == null ? null : making(queue.screen());
            case Route.Samples _ -> office == null ? null : making(office.samples());
            case Route.Findings _, Route.Reports _, Route.Ledger _, Route.Settings _ ->
                    office == null ? null : office.screen(route);
        };
    }
}
