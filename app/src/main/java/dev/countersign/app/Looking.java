// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.background.Job;
import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.JobTitle;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.background.Work;
import dev.countersign.app.text.JobText;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Looks away from the screen at what somebody points at: a drive that sleeps does not hold up the
/// window. Whatever is pointed at later wins, also over what is still looked at. On the screen's
/// thread.
final class Looking {
    private final Jobs jobs;
    private final Consumer<String> say;
    private final OpenSheets sheets;
    private @Nullable Job job;
    private int pointed;

    /// @param say says why nothing came of it
    /// @param sheets what it is not opened over
    Looking(Jobs jobs, Consumer<String> say, OpenSheets sheets) {
        this.jobs = jobs;
        this.say = say;
        this.sheets = sheets;
    }

    /// @param open hears what it is
    void at(Path path, Consumer<Pointed> open) {
        start(
                JobText.lookingAt(path),
                (progress, cancellation) -> Pointed.at(path),
                what -> sheets.closed(path, what, () -> open.accept(what)));
    }

    /// @param wanted null where there is none
    /// @param open hears which it is, if there is one
    void lookFor(Supplier<@Nullable Path> wanted, Consumer<Path> open) {
        this.<Optional<Path>>start(
                JobText.lookingForTheLast(),
                (progress, cancellation) -> Optional.ofNullable(wanted.get()),
                found -> found.ifPresent(open));
    }

    private <T> void start(String title, Work<T> look, Consumer<T> open) {
        int mine = ++pointed;
        if (job != null) {
            job.cancel();
        }
        job =
                jobs.<Optional<T>>start(
                        new JobTitle(title, JobTitle.Unit.BYTES),
                        (progress, cancellation) -> {
                            T found = look.run(progress, cancellation);
                            return cancellation.requested() ? Optional.empty() : Optional.of(found);
                        },
                        progress -> {},
                        end -> {
                            if (mine == pointed) {
                                ended(end, open);
                            }
                        });
    }

    private <T> void ended(JobEnd<Optional<T>> end, Consumer<T> open) {
        switch (end) {
            case JobEnd.Done<Optional<T>>(Optional<T> found, _) -> found.ifPresent(open);
            case JobEnd.Failed<Optional<T>>(String why) -> say.accept(why);
        }
    }
}
