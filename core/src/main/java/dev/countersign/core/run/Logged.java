// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.approval.ActKind;
import dev.countersign.core.chain.LogRecords;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the log of a run says, sorted out once.
final class Logged {
    private static final int MOST_EVENTS = 100_000;

    final List<RunEvent> events = new ArrayList<>();

    /// Whether the log is larger than is looked at; then there are no events.
    boolean tooLarge;

    @Nullable String runId;
    @Nullable String workflow;

    /// The record that began the last attempt: a producer that lost its checkpoint began again.
    long attempt;

    /// The last result of each step, or its failure, in the order of the steps.
    final Map<String, RunEvent> results = new LinkedHashMap<>();

    /// The last record of each artifact.
    final Map<String, RunEvent> artifacts = new LinkedHashMap<>();

    /// The last approval of each key.
    final Map<String, RunEvent> approvals = new LinkedHashMap<>();

    /// Approvals and rejections, in file order.
    final List<Approval> decisions = new ArrayList<>();

    @Nullable RunEvent review;

    /// Whether a human acted.
    boolean acted;

    private final Map<Long, String> hashes = new HashMap<>();

    /// Reads a log.
    ///
    /// @param records how
    /// @throws SourceException if it cannot be read
    static Logged read(@Nullable LogFile log, LogRecords records) throws SourceException {
        Logged logged = new Logged();
        if (log == null) {
            return logged;
        }
        if (log.size() > RunReader.LARGEST_LOG) {
            logged.tooLarge = true;
            return logged;
        }
        records.forEach(log, logged::add);
        if (logged.tooLarge) {
            Logged none = new Logged();
            none.tooLarge = true;
            return none;
        }
        return logged;
    }

    private void add(LogRecords.LogRecord r) {
        if (events.size() == MOST_EVENTS) {
            tooLarge = true;
            return;
        }
        String name = r.value().string("event");
        RunEvent event =
                new RunEvent(
                        r.record(),
                        r.line(),
                        name == null ? "" : name,
                        EventTime.of(r.value().string("ts")),
                        r.value());
        events.add(event);
        sort(event);
    }

    private void sort(RunEvent event) {
        acted |= ActKind.of(event.event()) != null;
        switch (event.event()) {
            case "run_started" -> started(event);
            case "step_result", "step_failed" -> results.put(said(event, "step"), event);
            case "artifact_written" -> {
                artifacts.put(said(event, "name"), event);
                hashes.put(event.record(), before());
            }
            case "approval_recorded" -> {
                approvals.put(said(event, "key"), event);
                decisions.add(decision(event, false));
            }
            case "approval_rejected" -> decisions.add(decision(event, true));
            case "review_recorded" -> review = event;
            default -> {
                // kept as it is
            }
        }
    }

    private void started(RunEvent event) {
        attempt = event.record();
        if (workflow == null) {
            workflow = event.text("name");
        }
        if (runId == null) {
            runId = event.text("run_id");
        }
    }

    /// The stored hash of the event before the one that was added last.
    private String before() {
        return events.size() < 2 ? "" : said(events.get(events.size() - 2), "hash");
    }

    /// The stored hash of the record just before an `artifact_written`.
    String hashBefore(RunEvent written) {
        return hashes.getOrDefault(written.record(), "");
    }

    static Approval decision(RunEvent event, boolean rejection) {
        return new Approval(
                event.record(),
                event.at(),
                said(event, "key"),
                said(event, "approver"),
                said(event, "decision"),
                rejection,
                event.text("role"),
                event.text("rationale"),
                event.text("signature") != null);
    }

    /// What a text field says; empty if it is not there or no text.
    static String said(RunEvent event, String field) {
        String text = event.text(field);
        return text == null ? "" : text;
    }
}
