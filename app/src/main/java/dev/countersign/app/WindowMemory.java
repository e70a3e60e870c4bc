// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.reports.Names;
import dev.countersign.app.feature.reports.NamesMemory;
import dev.countersign.app.feature.sign.Signer;
import dev.countersign.app.feature.sign.SignerMemory;
import dev.countersign.app.theme.Themes;

import javafx.beans.property.BooleanProperty;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Executor;

/// Gives a window the looks it had, and keeps those it gets, who signed last, who says when, and
/// who stood on the last report. On the screen's thread, but for writing.
final class WindowMemory implements SignerMemory, NamesMemory {
    private static final double PERCENT = 100;

    private final PreferencesFile file;
    private final Executor workers;
    private final String notice;
    private final Object writing = new Object();
    private Preferences now;

    /// @param workers where it is written
    WindowMemory(PreferencesFile file, Executor workers) {
        this.file = file;
        this.workers = workers;
        PreferencesFile.Read read = file.read();
        now = read.preferences();
        notice = read.notice();
    }

    /// How wide and high the window's content was; no more than the screen has.
    Preferences preferences() {
        return now;
    }

    /// What is wrong with what was kept; empty if nothing is.
    String notice() {
        return notice;
    }

    /// Dresses a window as it was, and hears how it is dressed.
    ///
    /// @param preview of the queue; null where there is none
    void follow(Themes themes, @Nullable BooleanProperty preview) {
        themes.choose(now.scheme());
        themes.size(nearest(now.textPercent()));
        themes.chosenProperty().subscribe(() -> looks(themes));
        themes.scaleProperty().subscribe(() -> looks(themes));
        if (preview != null) {
            preview.set(now.preview());
            preview.subscribe(shown -> keep(now.withPreview(shown)));
        }
    }

    /// Gives a stage the size it had, as far as the screen has room for it.
    void follow(Stage stage) {
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        if (now.width() > room.getWidth() || now.height() > room.getHeight()) {
            stage.setMaximized(true);
        } else {
            stage.setMaximized(now.maximized());
        }
    }

    /// Keeps the size that a stage has at last, before the program ends.
    void leave(Stage stage) {
        boolean whole = stage.isMaximized();
        now =
                whole
                        ? now.withSize(now.width(), now.height(), true)
                        : now.withSize(
                                stage.getScene().getWidth(), stage.getScene().getHeight(), false);
        write();
    }

    @Override
    public Signer last() {
        return now.signer();
    }

    @Override
    public void keep(Signer signer) {
        keep(now.withSigner(signer));
    }

    @Override
    public Names names() {
        return now.names();
    }

    @Override
    public void keep(Names names) {
        keep(now.withNames(names));
    }

    @Override
    public String authority() {
        return now.authority();
    }

    @Override
    public void askAuthority(String address) {
        keep(now.withAuthority(address));
    }

    private static int nearest(double percent) {
        int best = 0;
        for (int i = 1; i < Themes.scales().size(); i++) {
            if (distance(i, percent) < distance(best, percent)) {
                best = i;
            }
        }
        return best;
    }

    private static double distance(int scale, double percent) {
        return Math.abs(Themes.scales().get(scale) * PERCENT - percent);
    }

    private void looks(Themes themes) {
        double percent = PERCENT * Themes.scales().get(themes.scaleProperty().get());
        keep(now.withLooks(themes.chosenProperty().get(), percent));
    }

    private void keep(Preferences wanted) {
        if (!wanted.equals(now)) {
            now = wanted;
            workers.execute(this::write);
        }
    }

    private void write() {
        synchronized (writing) {
            file.write(now);
        }
    }
}
