// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.journal;

import dev.countersign.core.journal.Decisions.StateApproval;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/// A process that decides: `append NAME COUNT` notes beside another one that does the same, or
/// `approve` for one run after the other until it is killed.
final class DecidingProcess {
    private static final long SHORT_WHILE_NANOS = 200_000;

    private DecidingProcess() {}

    public static void main(String[] words) throws Exception {
        Path path = Path.of(words[1]);
        System.out.println("running");
        System.out.flush();
        switch (words[0]) {
            case "append" -> append(path, words[2], Integer.parseInt(words[3]));
            case "approve" -> {
                for (int number = 0; ; number++) {
                    approve(path.resolve("run-" + number));
                }
            }
            case "once" -> System.out.println(once(path));
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private static void append(Path run, String name, int count) throws SourceException {
        RunDirectory directory = RunDirectory.of(run, Durability.EACH_WRITE);
        for (int i = 0; i < count; ) {
            RecordDraft note =
                    new RecordDraft(InstantSource.system().instant(), "note")
                            .with("text", name + " " + i);
            Recording recording = Decisions.record(directory, null, note, null);
            if (recording instanceof Recording.Recorded) {
                i++;
            } else {
                LockSupport.parkNanos(SHORT_WHILE_NANOS);
            }
        }
    }

    static RecordDraft approval() {
        return new RecordDraft(InstantSource.system().instant(), "approval_recorded")
                .with("key", "change_approval")
                .with("approver", "ann@example.com")
                .with("decision", "approved")
                .with("signature", "A".repeat(3_000));
    }

    static Recording approve(Path run) throws SourceException {
        return Decisions.record(
                RunDirectory.of(run, Durability.EACH_WRITE),
                null,
                approval(),
                new StateApproval("change_approval", "ann@example.com", "approved"));
    }

    private static String once(Path run) {
        try {
            return approve(run).getClass().getSimpleName();
        } catch (SourceException e) {
            return "SourceException: " + e.getMessage();
        }
    }
}
