// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.platform;

import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/// The desktop's own dialogs, opened where the last choice was made.
public final class FxFilePicker
        implements FilePicker, SavePicker, CalendarPicker, KeyPicker, LibraryPicker, ListPicker {
    /// A drive that takes longer is not waited for.
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Window owner;
    private final LastFolder last;

    /// @param owner the window that waits
    /// @param looks where the last folder is looked at
    public FxFilePicker(Window owner, Executor looks) {
        this.owner = owner;
        last = new LastFolder(File::isDirectory, looks, PATIENCE);
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
        return ask(chooser, false);
    }

    @Override
    public Optional<Path> folder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle("Choose a folder");
        return remember(
                last.ask(folder -> {
                    chooser.setInitialDirectory(folder);
                    return chooser.showDialog(owner);
                }));
    }

    @Override
    public Optional<Path> save(String title, String name) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        return ask(chooser, true);
    }

    @Override
    public Optional<Path> calendar() {
        var chooser = new FileChooser();
        chooser.setTitle("Import holidays");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Calendars", "*.ics"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        return ask(chooser, false);
    }

    @Override
    public Optional<Path> list() {
        var chooser = new FileChooser();
        chooser.setTitle("Choose the source's list");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Lists", "*.csv"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        return ask(chooser, false);
    }

    @Override
    public Optional<Path> key() {
        var chooser = new FileChooser();
        chooser.setTitle("Choose your key");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Keys", "*.p12", "*.pfx", "*.pem"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        return ask(chooser, false);
    }

    @Override
    public Optional<Path> library() {
        var chooser = new FileChooser();
        chooser.setTitle("Choose the PKCS#11 library of your token");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Libraries", "*.so", "*.dll", "*.dylib"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        return ask(chooser, false);
    }

    private Optional<Path> ask(FileChooser chooser, boolean save) {
        return remember(
                last.ask(folder -> {
                    chooser.setInitialDirectory(folder);
                    return save ? chooser.showSaveDialog(owner) : chooser.showOpenDialog(owner);
                }));
    }

    private Optional<Path> remember(@Nullable File chosen) {
        if (chosen == null) {
            return Optional.empty();
        }
        last.remember(chosen);
        return Optional.of(chosen.toPath());
    }
}
