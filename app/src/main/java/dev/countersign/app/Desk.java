// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.integrity.IntegrityState;
import dev.countersign.app.feature.integrity.IntegrityViewModel;
import dev.countersign.app.feature.integrity.OpenActions;
import dev.countersign.app.shell.Findable;
import dev.countersign.app.shell.PaletteItem;
import dev.countersign.app.shell.Place;
import dev.countersign.app.shell.Route;
import dev.countersign.app.shell.Screen;
import dev.countersign.app.shell.ShellActions;
import dev.countersign.app.shell.ShellParts;
import dev.countersign.app.shell.ShellView;
import dev.countersign.app.text.SignText;
import dev.countersign.app.theme.Themes;

import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The screens of one window, and what opens where.
public final class Desk {
    private final WindowServices services;
    private final Themes themes;
    private final IntegrityDesk integrity;
    private final OpenSheets sheets = new OpenSheets(this::say, this::offer);
    private final Looking look;
    private final @Nullable RunScreens runs;
    private @Nullable ShellView shell;
    private @Nullable Route here;

    Desk(WindowServices services, OfficeDesk.@Nullable Services around, Themes themes) {
        this.services = services;
        this.themes = themes;
        look = new Looking(services.jobs(), this::say, sheets);
        WindowServices.Runs needed = services.runs();
        if (needed == null && around != null) {
            throw new IllegalArgumentException("where there are settings, somebody can sign");
        }
        integrity =
                new IntegrityDesk(
                        services,
                        new OpenActions(
                                this::openLog,
                                this::openFolder,
                                services.picker()::log,
                                services.picker()::folder,
                                needed == null ? null : log -> with(r -> r.runOf(log)),
                                needed == null
                                        ? null
                                        : log -> with(r -> r.escalation().openLog(log)),
                                needed == null
                                        ? null
                                        : log -> with(r -> r.escalation().holdLog(log)),
                                () -> with(r -> r.checkpoints().bring()),
                                around == null ? null : id -> with(r -> r.finding(id))));
        runs =
                needed == null
                        ? null
                        : new RunScreens(needed, services, around, themes, new Leading());
    }

    private void with(Consumer<RunScreens> act) {
        if (runs != null) {
            act.accept(runs);
        }
    }

    /// Whether the window may be closed: not over what somebody wrote and nobody signed. That is
    /// said, with a way to do it all the same.
    ///
    /// @param close closes it
    public boolean leaves(Runnable close) {
        List<String> unsigned = runs == null ? List.of() : runs.unsigned();
        if (!unsigned.isEmpty()) {
            offer(SignText.unsigned(unsigned), SignText.CLOSE_ANYWAY, close);
        }
        return unsigned.isEmpty();
    }

    /// From now on sheets lie over this.
    void over(StackPane whole) {
        sheets.in(whole);
        if (runs != null) {
            runs.over(whole);
        }
    }

    /// The window's one integrity screen.
    IntegrityViewModel integrity() {
        return integrity.model();
    }

    /// The window's one queue; null where there is none.
    public @Nullable QueueDesk queue() {
        return runs == null ? null : runs.queue();
    }

    /// The first place.
    Route start() {
        return runs == null ? new Route.Integrity(null) : new Route.Queue();
    }

    /// What the shell is made of.
    ShellParts parts() {
        return new ShellParts(
                new ShellActions(
                        this::openLog,
                        this::openFolder,
                        this::dropped,
                        themes::toggle,
                        () -> themes.choose(null),
                        themes::resize),
                Place.all(),
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
        look.at(
                path,
                what -> {
                    if (!taken(path, what)) {
                        show(path, what);
                    }
                });
    }

    /// What is dropped on a log that is open may be a copy of it.
    public void dropped(Path path) {
        look.at(
                path,
                what -> {
                    boolean log = what != Pointed.FOLDER;
                    if (!taken(path, what)
                            && !(log && integrity.asks(path, () -> show(path, what)))) {
                        show(path, what);
                    }
                });
    }

    /// Opens what was open last, unless somebody points at something first.
    ///
    /// @param last null where nothing was; looked for away from the screen
    void reopen(Supplier<@Nullable Path> last) {
        look.lookFor(last, this::open);
    }

    private boolean taken(Path path, Pointed what) {
        return runs != null && runs.takes(path, what);
    }

    private void show(Path path, Pointed what) {
        if (runs == null || what == Pointed.FILE) {
            integrity.model().open(path);
            go(new Route.Integrity(path));
            return;
        }
        switch (what) {
            case BUNDLE -> go(new Route.Bundle(path));
            case RUN -> go(new Route.Run(path));
            case FOLDER -> {
                runs.queue().open(path);
                if (shell != null) {
                    shell.jump(new Route.Queue());
                }
            }
            case RESPONSE, CHECKPOINTS, FILE -> throw new IllegalArgumentException("taken");
        }
    }

    private void go(Route route) {
        if (shell != null) {
            shell.go(route);
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

    private void offer(String sentence, String word, Runnable action) {
        if (shell != null) {
            shell.offer(sentence, word, action);
        }
    }

    private @Nullable Screen screen(Route route) {
        here = route;
        if (route instanceof Route.Integrity(Path path)) {
            return integrity.screen(path);
        }
        return runs == null ? null : runs.screen(route);
    }

    /// Where the screens about runs lead.
    private final class Leading implements RunScreens.Ways {
        @Override
        public void go(Route route) {
            Desk.this.go(route);
        }

        @Override
        public void back() {
            if (shell != null) {
                shell.back();
            }
        }

        @Override
        public void open(Path path) {
            Desk.this.open(path);
        }

        @Override
        public void openLog() {
            Desk.this.openLog();
        }

        @Override
        public void openFolder() {
            Desk.this.openFolder();
        }

        @Override
        public void find() {
            if (shell != null) {
                shell.find();
            }
        }

        @Override
        public void say(String sentence) {
            Desk.this.say(sentence);
        }

        @Override
        public void compare(Path run) {
            Desk.this.go(new Route.Integrity(run));
            integrity.compare();
        }

        @Override
        public void seen() {
            IntegrityViewModel open = integrity.model();
            if (open.stateProperty().get() instanceof IntegrityState.Finished) {
                open.again(); // and is compared with that
            }
        }

        @Override
        public @Nullable Route here() {
            return here;
        }
    }

    /// Runs, and records of the one that is open.
    private final class Found implements Findable {
        @Override
        public List<PaletteItem> items() {
            return runs == null ? List.of() : runs.items();
        }

        @Override
        public List<PaletteItem> asked(String typed) {
            return runs == null ? List.of() : runs.asked(typed);
        }
    }
}
