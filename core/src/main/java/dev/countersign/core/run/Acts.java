// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.approval.ActKind;
import dev.countersign.core.approval.ActPlace;
import dev.countersign.core.approval.ActRole;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.ActVerifier;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The acts of humans in a run's log, each verified at its place.
final class Acts {
    /// A log with more is not that of a run; what is beyond is said not to be checked.
    private static final int MOST = 1_000;

    private final Logged log;
    private final ArtifactCheck artifacts;
    private final Policy policy;
    private final String runId;
    private final String workflow;
    private final @Nullable String author;
    private final @Nullable String reviewer;

    Acts(
            Logged log,
            ArtifactCheck artifacts,
            Policy policy,
            String runId,
            String workflow,
            @Nullable String author,
            @Nullable RecordedReview review) {
        this.log = log;
        this.artifacts = artifacts;
        this.policy = policy;
        this.runId = runId;
        this.workflow = workflow;
        this.author = author;
        reviewer = review == null ? null : review.reviewer();
    }

    /// @throws SourceException if the trust anchors cannot be read
    List<ActVerdict> verify(ActVerifier verifier) throws SourceException {
        if (!log.acted) {
            return List.of();
        }
        List<ActVerdict> verdicts = new ArrayList<>();
        Map<String, String> written = new HashMap<>();
        Map<String, String> disk = disk(artifacts);
        String before = ChainFormat.A.genesis();
        String step = "";
        for (RunEvent event : log.events) {
            ActKind kind = ActKind.of(event.event());
            if (kind != null && verdicts.size() >= MOST) {
                verdicts.add(ActVerifier.beyond(event.record(), kind, event.value()));
            } else if (kind != null) {
                ActPlace place = place(event, kind, before, written, disk, step);
                verdicts.add(verifier.verify(event.record(), kind, event.value(), place));
            } else if (event.event().equals("artifact_written")) {
                written.put(Logged.said(event, "name"), Logged.said(event, "sha256_12"));
            } else if (event.event().equals("step_started")) {
                step = Logged.said(event, "step");
            }
            before = Logged.said(event, "hash");
        }
        return verdicts;
    }

    private ActPlace place(
            RunEvent event,
            ActKind kind,
            String before,
            Map<String, String> written,
            @Nullable Map<String, String> disk,
            String step) {
        // what is not signed states nothing of artifacts, and there may be thousands of both
        boolean states = event.value().get("signature") != null;
        boolean apart = kind.decides() && policy.segregation().approverIsNotReviewer();
        return new ActPlace(
                runId,
                before,
                states ? written : Map.of(),
                states ? rewritten(event, written.keySet()) : Set.of(),
                states || disk == null ? disk : Map.of(),
                author,
                apart ? reviewer : null,
                ActRole.of(policy, kind, workflow, Logged.said(event, "key"), step));
    }

    private Set<String> rewritten(RunEvent act, Set<String> written) {
        Set<String> rewritten = new HashSet<>();
        for (String name : written) {
            RunEvent last = log.artifacts.get(name);
            if (last != null && last.record() > act.record()) {
                rewritten.add(name);
            }
        }
        return rewritten;
    }

    private static @Nullable Map<String, String> disk(ArtifactCheck artifacts) {
        boolean unread =
                artifacts.outcome() == ArtifactCheck.Outcome.FOLDER_ABSENT
                        || artifacts.outcome() == ArtifactCheck.Outcome.TOO_LARGE;
        if (unread) {
            return null;
        }
        return artifacts.hashes();
    }
}
