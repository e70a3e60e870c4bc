// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.JobTitle;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.shell.PaletteItem;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.function.Consumer;

/// The demo workspace: written away from the screen, and opened.
final class DemoDesk {
    private final WriteDemo demo;
    private final Jobs jobs;
    private final Consumer<Path> open;
    private final Consumer<String> say;
    private boolean writing;

    /// @param open shows what was written
    /// @param say says why it was not
    DemoDesk(WriteDemo demo, Jobs jobs, Consumer<Path> open, Consumer<String> say) {
        this.demo = demo;
        this.jobs = jobs;
        this.open = open;
        this.say = say;
    }

    /// Writes it, unless it is being written.
    void write() {
        if (writing) {
            return;
        }
        writing = true;
        var _ =
                jobs.<Path>start(
                        new JobTitle("Writing the demo workspace", JobTitle.Unit.RUNS),
                        (progress, cancellation) -> demo.write(),
                        progress -> {},
                        end -> {
                            writing = false;
                            switch (end) {
                                case JobEnd.Done<Path>(Path folder, _) -> open.accept(folder);
                                case JobEnd.Failed<Path>(String sentence) -> say.accept(sentence);
                            }
                        });
    }

    /// For the palette.
    PaletteItem item() {
        return new PaletteItem(Feather.PLAY, "Open the demo workspace", "Action", "", this::write);
    }
}
