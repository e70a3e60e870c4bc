// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.platform;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/// Where the last choice was made. JavaFX looks at a folder on the screen's thread before it opens
/// a dialog there: a folder whose drive does not answer at once is left out instead.
final class LastFolder {
    private final Predicate<File> there;
    private final Executor looks;
    private final Duration patience;
    private @Nullable File folder;

    /// @param there whether a folder is there; may take long
    /// @param looks where that is found out
    /// @param patience how long the screen may wait for that
    LastFolder(Predicate<File> there, Executor looks, Duration patience) {
        this.there = there;
        this.looks = looks;
        this.patience = patience;
    }

    void remember(File chosen) {
        folder = chosen.getParentFile();
    }

    /// Asks for a file.
    @FunctionalInterface
    interface Dialog {
        /// @param folder where it opens; null where that does not matter
        /// @return null if none was chosen
        @Nullable File open(@Nullable File folder);
    }

    /// Opens a dialog there, or anywhere if it is gone.
    @Nullable File ask(Dialog dialog) {
        File start = folder;
        if (start == null || !answers(start)) {
            return dialog.open(null);
        }
        try {
            return dialog.open(start);
        } catch (IllegalArgumentException e) {
            return dialog.open(null); // it went in between
        }
    }

    private boolean answers(File start) {
        var look = new FutureTask<>(() -> there.test(start));
        looks.execute(look);
        try {
            return look.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
