// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.demo;

import dev.countersign.core.chain.SealedRecord;
import dev.countersign.core.demo.DemoDesk.Case;
import dev.countersign.core.demo.DemoPayloads.Change;
import dev.countersign.core.demo.DemoPayloads.Evidence;
import dev.countersign.core.engine.Workflow;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// Logs that something happened to.
final class DemoDamage {
    private static final int TORN_BYTES = 70;
    private static final String LINK = "\"prev\": \"";
    private static final int HASH_DIGITS = 64;

    private final DemoDesk desk;
    private final DemoCalendar calendar;

    DemoDamage(DemoDesk desk, DemoCalendar calendar) {
        this.desk = desk;
        this.calendar = calendar;
    }

    void write() throws SourceException {
        Path edited = completed("CHG-2031", "Write off small balances.", 12);
        // another approver's name, and no new hash
        write(edited, text(edited).replace("\"a.singh\", \"decision\"", "\"k.rao\", \"decision\""));

        Path torn = completed("CHG-2032", "Reopen period 9.", 5);
        String whole = text(torn);
        write(torn, whole.substring(0, whole.length() - TORN_BYTES));

        Path forked = completed("CHG-2033", "Merge two ledgers.", 3);
        write(forked, text(forked) + secondWriter(text(forked)));
    }

    /// @return its log
    private Path completed(String id, String summary, int daysAgo) throws SourceException {
        Instant begun = calendar.workday(daysAgo, 11, 20);
        Change change = new Change(id, "consolidation", summary, "n.berg", "standard");
        Case run =
                Case.of(
                        Workflow.CHANGE_APPROVAL,
                        DemoPayloads.change(change, Evidence.WHOLE, begun));
        desk.execute(run, begun);
        Instant decided = begun.plus(Duration.ofMinutes(80));
        desk.approve(run, DemoHistory.KEY, "a.singh", decided);
        desk.execute(run, decided.plusSeconds(20));
        return desk.directory(run).resolve(EvidencePath.RUN_LOG);
    }

    /// A record after the last but one, by somebody who did not see the last.
    private static String secondWriter(String log) {
        int at = log.lastIndexOf(LINK) + LINK.length();
        String head = log.substring(at, at + HASH_DIGITS);
        String time = log.substring(log.lastIndexOf("{\"ts\": \"") + 8).substring(0, 32);
        return SealedRecord.of(
                                JsonValue.object()
                                        .with("ts", time)
                                        .with("event", "operator_note")
                                        .with("prev", head)
                                        .with("text", "restarted by hand after a time-out")
                                        .build())
                        .line()
                + "\n";
    }

    private static String text(Path log) throws SourceException {
        return new String(SmallFile.read(log), StandardCharsets.UTF_8);
    }

    private static void write(Path log, String text) throws SourceException {
        SmallFile.replace(log, text);
    }
}
