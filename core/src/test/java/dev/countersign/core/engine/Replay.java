// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.journal.Appending;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.source.SourceException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// Does with our engine what was done with the producer when it wrote a sample: executes, approves,
/// loses the checkpoint, in the order that the sample's log tells.
final class Replay {
    /// Called before each record is written.
    interface BeforeRecord {
        void written(int records) throws IOException;
    }

    private final SampleRun sample;
    private final Path root;
    private final List<JsonObject> script;
    private final BeforeRecord before;
    private final Duration later;
    private boolean fresh;
    private int next;

    Replay(SampleRun sample, Path root, int from, BeforeRecord before) throws IOException {
        this(sample, root, from, from == 0, Duration.ZERO, before);
    }

    /// @param from index of the first of the sample's records that is still to be written
    /// @param fresh whether the checkpoint is lost already, where a new attempt comes first
    /// @param later by how much than in the sample
    Replay(
            SampleRun sample,
            Path root,
            int from,
            boolean fresh,
            Duration later,
            BeforeRecord before)
            throws IOException {
        this.sample = sample;
        this.root = root;
        this.script = sample.events();
        this.next = from;
        this.before = before;
        this.fresh = fresh;
        this.later = later;
    }

    void play() throws IOException, SourceException {
        Path directory = root.resolve(sample.id());
        while (next < script.size()) {
            JsonObject event = script.get(next);
            switch (Objects.requireNonNull(event.string("event"))) {
                case "approval_recorded" -> approve(directory, event);
                case "run_started" -> {
                    if (!fresh) {
                        Files.delete(directory.resolve("state.json"));
                    }
                    execute();
                }
                default -> execute();
            }
            fresh = false;
        }
    }

    private void approve(Path directory, JsonObject event) throws SourceException {
        Appending appending =
                Approvals.approve(
                        directory,
                        Objects.requireNonNull(event.string("key")),
                        Objects.requireNonNull(event.string("approver")),
                        instant(),
                        Durability.LEFT_TO_SYSTEM);
        if (!(appending instanceof Appending.Appended)) {
            throw new AssertionError(sample + ": " + appending);
        }
    }

    private void execute() throws IOException, SourceException {
        int already = next;
        Execution execution =
                sample.run()
                        .execute(
                                sample.payload(),
                                new RunPlace(
                                        root,
                                        sample.root(),
                                        this::instant,
                                        Durability.LEFT_TO_SYSTEM),
                                torn -> {});
        if (!(execution instanceof Execution.Ended) || next == already) {
            throw new AssertionError(sample + " at " + next + ": " + execution);
        }
    }

    private Instant instant() {
        if (next == script.size()) {
            throw new AssertionError(sample + " has no more records");
        }
        try {
            before.written(next);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return SampleRun.at(script.get(next++)).plus(later);
    }
}
