// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.FormatChoice;
import dev.countersign.core.chain.Limits;
import dev.countersign.core.chain.LogRecords;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.chain.Verification;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.Identity;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What the log of a run says about its last attempt: what `run_started` begins.
///
/// An approval counts until somebody else than the author rejects its key. A step is done when its
/// last result is ok.
final class LogFacts {
    private static final VerifyRequest AS_RUN_LOG =
            new VerifyRequest(
                    new FormatChoice.Fixed(ChainFormat.A),
                    null,
                    false,
                    false,
                    false,
                    false,
                    Limits.DEFAULT);

    private final Set<String> done = new HashSet<>();
    private final Map<String, JsonObject> approvals = new HashMap<>();
    private final Map<String, String> artifacts = new LinkedHashMap<>();
    private @Nullable Review review;
    private @Nullable String runId;
    private String lastTime = "";
    private String head = ChainFormat.A.genesis();

    private final @Nullable String author;

    private LogFacts(@Nullable String author) {
        this.author = author;
    }

    /// Verifies a log and reads it.
    ///
    /// @param author who made what is decided; null if nothing says
    /// @throws Stopped if it does not verify
    static LogFacts of(Path path, @Nullable String author) throws SourceException, Stopped {
        LogFacts facts = new LogFacts(author);
        try (LogFile log = LogFile.open(path)) {
            Verification verification =
                    new ChainVerifier(Runnable::run, 1)
                            .verify(log, AS_RUN_LOG, Progress.NONE, Cancellation.NEVER);
            if (!(verification instanceof Verification.Finished(ChainReport report))) {
                throw new IllegalStateException("nobody cancelled: " + verification);
            }
            if (report.verdict() != Verdict.INTACT && report.verdict() != Verdict.EMPTY) {
                throw new Stopped(new Obstacle.Chain(report));
            }
            if (report.head() != null) {
                facts.head = report.head();
            }
            new LogRecords(Limits.DEFAULT).forEach(log, r -> facts.read(r.value()));
        }
        return facts;
    }

    /// An attempt that begins anew has done nothing, and nobody has decided anything for it.
    void forget() {
        done.clear();
        approvals.clear();
        artifacts.clear();
        review = null;
    }

    private void read(JsonObject record) {
        lastTime = said(record, "ts");
        switch (said(record, "event")) {
            case "run_started" -> {
                runId = said(record, "run_id");
                forget();
            }
            case "step_started", "step_failed" -> done.remove(said(record, "step"));
            case "step_result" -> {
                if (said(record, "status").equals("ok")) {
                    done.add(said(record, "step"));
                }
            }
            case "artifact_written" ->
                    artifacts.put(said(record, "name"), said(record, "sha256_12"));
            case "approval_recorded" -> approved(record);
            case "approval_rejected" -> rejected(record);
            case "review_recorded" -> reviewed(record);
            default -> {
                // says nothing about what is left to do
            }
        }
    }

    /// A decision other than approved is a contradiction in itself; nothing goes on because of it.
    private void approved(JsonObject record) {
        String decision = said(record, "decision");
        if (!decision.equals("approved")) {
            approvals.remove(said(record, "key"));
            return;
        }
        approvals.put(
                said(record, "key"),
                JsonValue.object()
                        .with("approver", said(record, "approver"))
                        .with("decision", decision)
                        .build());
    }

    private void rejected(JsonObject record) {
        String approver = said(record, "approver");
        if (!approver.isBlank() && !Identity.same(approver, author)) {
            approvals.remove(said(record, "key"));
        }
    }

    private void reviewed(JsonObject record) {
        String decision = said(record, "decision");
        if (decision.equals("accept") || decision.equals("reject")) {
            review =
                    new Review(
                            said(record, "reviewer"),
                            decision.equals("accept"),
                            said(record, "notes"));
        }
    }

    private static String said(JsonObject record, String key) {
        String says = record.string(key);
        return says == null ? "" : says;
    }

    /// When the last record was written; null if it does not say.
    @Nullable Instant lastAt() {
        try {
            return OffsetDateTime.parse(lastTime).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    boolean done(String step) {
        return done.contains(step);
    }

    Map<String, JsonObject> approvals() {
        return approvals;
    }

    /// Digests of the artifacts by name, in the order in which they were first written.
    Map<String, String> artifacts() {
        return artifacts;
    }

    @Nullable Review review() {
        return review;
    }

    /// The run that the last attempt is of; null if none was begun.
    @Nullable String runId() {
        return runId;
    }

    /// Hash of the last record.
    String head() {
        return head;
    }
}
