// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.platform;

import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/// The desktop's own dialogs, opened where the last choice was made.
public final class FxFilePicker
        implements FilePicker, SavePicker, CalendarPicker, KeyPicker, LibraryPicker, ListPicker {
    private final Window owner;
    private @Nullable File last;

    /// @param owner the window that waits
    public FxFilePicker(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> log() {
        var chooser = new FileChooser();
        chooser.setTitle("Open a log, a response or a bundle");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                "Logs, responses, bundles",
                                "*.jsonl",
                                "*.json",
                                "*.log",
                                "*.tsr",
                                "*.zip",
                                "*.tar",
                                "*.tar.gz",
                                "*.tgz"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        chooser.setInitialDirectory(existing());
        return remember(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> folder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle("Choose a folder");
        chooser.setInitialDirectory(existing());
        return remember(chooser.showDialog(owner));
    }

    @Override
    public Optional<Path> save(String title, String name) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        chooser.setInitialDirectory(existing());
        return remember(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> calendar() {
        var chooser = new FileChooser();
        chooser.setTitle("Import holidays");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Calendars", "*.ics"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        chooser.setInitialDirectory(existing());
        return remember(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> list() {
        var chooser = new FileChooser();
        chooser.setTitle("Choose the source's list");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Lists", "*.csv"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        chooser.setInitialDirectory(existing());
        return remember(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> key() {
        var chooser = new FileChooser();
        chooser.setTitle("Choose your key");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Keys", "*.p12", "*.pfx", "*.pem"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        chooser.setInitialDirectory(existing());
        return remember(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> library() {
        var chooser = new FileChooser();
        chooser.setTitle("Choose the PKCS#11 library of your token");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Libraries", "*.so", "*.dll", "*.dylib"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        chooser.setInitialDirectory(existing());
        return remember(chooser.showOpenDialog(owner));
    }

    private @Nullable File existing() {
        return last != null && last.isDirectory() ? last : null;
    }

    private Optional<Path> remember(@Nullable File chosen) {
        if (chosen == null) {
            return Optional.empty();
        }
        last = chosen.getParentFile();
        return Optional.of(chosen.toPath());
    }
}
