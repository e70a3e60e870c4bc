// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.integrity.IntegrityView;
import dev.countersign.app.feature.integrity.IntegrityViewModel;
import dev.countersign.app.feature.integrity.OpenActions;
import dev.countersign.app.shell.PaletteItem;
import dev.countersign.app.shell.Place;
import dev.countersign.app.shell.Route;
import dev.countersign.app.shell.Screen;
import dev.countersign.app.shell.ShellActions;
import dev.countersign.app.shell.ShellParts;
import dev.countersign.app.shell.ShellView;
import dev.countersign.app.theme.Themes;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;

/// The screens of one window, and what opens where.
public final class Desk {
    private final Wiring.Services services;
    private final Themes themes;
    private final IntegrityViewModel integrity;
    private final Screen integrityScreen;
    private @Nullable ShellView shell;

    Desk(Wiring.Services services, Themes themes) {
        this.services = services;
        this.themes = themes;
        integrity = new IntegrityViewModel(services.verifier(), services.jobs(), services.clock());
        var view =
                new IntegrityView(
                        integrity,
                        new OpenActions(this::openLog, this::openFolder),
                        services.clipboard());
        integrityScreen =
                new Screen(
                        "Integrity",
                        view.root(),
                        view.keys(),
                        view::keyPressed,
                        here -> {
                            if (here) {
                                view.focus();
                            }
                        });
    }

    /// The window's one integrity screen.
    IntegrityViewModel integrity() {
        return integrity;
    }

    /// The first place.
    Route start() {
        return new Route.Integrity(null);
    }

    /// What the shell is made of.
    ShellParts parts() {
        return new ShellParts(
                new ShellActions(
                        this::openLog,
                        this::openFolder,
                        this::open,
                        themes::toggle,
                        () -> themes.choose(null),
                        themes::resize),
                List.of(new Place(new Route.Integrity(null), Feather.LINK, "Integrity")),
                this::screen,
                List::<PaletteItem>of,
                services.jobs().shown());
    }

    /// From now on it can go to places.
    void enter(ShellView built) {
        shell = built;
    }

    /// Opens what somebody points at.
    public void open(Path path) {
        integrity.open(path);
        if (shell != null) {
            shell.go(new Route.Integrity(path));
        }
    }

    private void openLog() {
        services.picker().log().ifPresent(this::open);
    }

    private void openFolder() {
        services.picker().folder().ifPresent(this::open);
    }

    private @Nullable Screen screen(Route route) {
        return switch (route) {
            case Route.Integrity(Path path) -> {
                if (path != null && !path.equals(integrity.path())) {
                    integrity.open(path);
                }
                yield integrityScreen;
            }
            case Route.Run(Path directory) -> screen(new Route.Integrity(directory));
            case Route.Queue _, Route.Findings _, Route.Ledger _, Route.Settings _ -> null;
        };
    }
}
