// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.background;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.source.SourceException;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.lang.System.Logger;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Runs work away from the screen and brings its news to the screen's thread: the latest news only,
/// at most 20 times a second, and exactly one end after which nothing follows.
public final class Jobs {
    private static final long INTERVAL = Duration.ofMillis(50).toNanos();

    /// Work that is over sooner is not worth showing.
    private static final Duration WORTH_SHOWING = Duration.ofMillis(400);

    private final Executor workers;
    private final Executor screen;
    private final LongSupplier nanos;
    private final Timer timer;
    private final ObservableList<RunningJob> shown;
    private final ObservableBooleanValue onPage;

    /// @param workers where work runs
    /// @param screen where news is heard; runs tasks in order
    /// @param nanos a clock that only goes forward
    /// @param timer waits for work that takes a while and says nothing about it
    public Jobs(Executor workers, Executor screen, LongSupplier nanos, Timer timer) {
        this.workers = workers;
        this.screen = screen;
        this.nanos = nanos;
        this.timer = timer;
        shown = FXCollections.observableArrayList();
        onPage = new SimpleBooleanProperty();
    }

    private Jobs(Jobs others, ObservableBooleanValue onPage) {
        workers = others.workers;
        screen = others.screen;
        nanos = others.nanos;
        timer = others.timer;
        shown = others.shown;
        this.onPage = onPage;
    }

    /// The same, for a page that shows how far its own work is.
    ///
    /// @param sight whether it does now, and somebody can see it
    public Jobs on(ObservableBooleanValue sight) {
        return new Jobs(this, sight);
    }

    /// Work is shown when it says how far it is after a while, not before.
    ///
    /// @param workers where work runs
    /// @param screen where news is heard; runs tasks in order
    /// @param nanos a clock that only goes forward
    public Jobs(Executor workers, Executor screen, LongSupplier nanos) {
        this(workers, screen, nanos, (delay, task) -> {});
    }

    /// Starts work.
    ///
    /// @param work what to do
    /// @param onProgress hears how far it is
    /// @param onEnd hears the end, once
    public <T> Job start(
            Work<T> work, Consumer<JobProgress> onProgress, Consumer<JobEnd<T>> onEnd) {
        var running = new Running<>(work, onProgress, onEnd);
        workers.execute(running);
        return running;
    }

    /// Starts work that has a name: it is among {@link #shown()} when it takes a while. On the
    /// screen's thread.
    ///
    /// @param title what it is called
    /// @param work what to do
    /// @param onProgress hears how far it is
    /// @param onEnd hears the end, once
    public <T> Job start(
            JobTitle title,
            Work<T> work,
            Consumer<JobProgress> onProgress,
            Consumer<JobEnd<T>> onEnd) {
        var card = new RunningJob(title, onPage);
        long began = nanos.getAsLong();
        Job job =
                start(
                        work,
                        progress -> {
                            card.at(progress);
                            if (nanos.getAsLong() - began >= WORTH_SHOWING.toNanos()) {
                                show(card);
                            }
                            onProgress.accept(progress);
                        },
                        end -> {
                            card.end();
                            shown.remove(card);
                            onEnd.accept(end);
                        });
        card.runs(job);
        if (!card.ended()) {
            timer.after(WORTH_SHOWING, () -> screen.execute(() -> show(card)));
        }
        return card;
    }

    private void show(RunningJob card) {
        if (!card.ended() && !shown.contains(card)) {
            shown.add(card);
        }
    }

    /// The named work under way, the oldest first. Changes on the screen's thread.
    public ObservableList<RunningJob> shown() {
        return FXCollections.unmodifiableObservableList(shown);
    }

    private record Sample(long nanos, long done, long total, long records, long faulty) {
        static final Sample NONE = new Sample(0, 0, 0, 0, 0);

        /// Workers report out of order: the furthest counts.
        Sample furthest(Sample other) {
            return other.done >= done ? other : this;
        }
    }

    private final class Running<T> implements Runnable, Job, Progress, Cancellation {
        private final Work<T> work;
        private final Consumer<JobProgress> onProgress;
        private final Consumer<JobEnd<T>> onEnd;
        private final AtomicReference<Sample> latest = new AtomicReference<>(Sample.NONE);
        private final AtomicBoolean posted = new AtomicBoolean();
        private final long start = nanos.getAsLong();
        private final Meter meter = new Meter(start);
        private volatile long shown = start - INTERVAL;
        private volatile boolean cancelled;

        Running(Work<T> work, Consumer<JobProgress> onProgress, Consumer<JobEnd<T>> onEnd) {
            this.work = work;
            this.onProgress = onProgress;
            this.onEnd = onEnd;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public boolean requested() {
            return cancelled;
        }

        @Override
        public void at(long done, long total, long records, long faulty) {
            long now = nanos.getAsLong();
            latest.accumulateAndGet(
                    new Sample(now, done, total, records, faulty), Sample::furthest);
            if (now - shown >= INTERVAL && posted.compareAndSet(false, true)) {
                shown = now;
                screen.execute(this::publish);
            }
        }

        private void publish() {
            posted.set(false);
            Sample s = latest.get();
            meter.at(s.nanos(), s.done());
            onProgress.accept(
                    new JobProgress(
                            s.done(),
                            s.total(),
                            s.records(),
                            s.faulty(),
                            meter.rate(),
                            meter.left(s.total() - s.done())));
        }

        @Override
        public void run() {
            JobEnd<T> end = outcome();
            screen.execute(() -> onEnd.accept(end));
        }

        private JobEnd<T> outcome() {
            try {
                T value = work.run(this, this);
                return new JobEnd.Done<>(value, Duration.ofNanos(nanos.getAsLong() - start));
            } catch (SourceException e) {
                return new JobEnd.Failed<>(String.valueOf(e.getMessage()));
            } catch (RuntimeException | Error e) {
                return new JobEnd.Failed<>(ourMistake(e));
            }
        }
    }

    /// A bug of ours: a code for the person, the trace for the log.
    private static String ourMistake(Throwable e) {
        String where = e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0].toString();
        String code =
                String.format(Locale.ROOT, "%08X", (e.getClass().getName() + where).hashCode());
        System.getLogger(Jobs.class.getName()).log(Logger.Level.ERROR, "mistake " + code, e);
        return "Countersign made a mistake and stopped; nothing is said about this log. "
                + "Please report the code "
                + code
                + ".";
    }
}
