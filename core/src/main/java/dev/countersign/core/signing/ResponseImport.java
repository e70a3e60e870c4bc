// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import dev.countersign.core.approval.ActKind;
import dev.countersign.core.approval.ActPlace;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.ActVerifier;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.approval.Reason;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.journal.Recording;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.Artifact;
import dev.countersign.core.run.RecordedReview;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.Obstacle.Kind;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Takes a response into the log of its run: everything is asked again that was asked when it was
/// signed, and the signature is verified at the place where it shall stand.
public final class ResponseImport {
    private static final Set<String> PLACED = Set.of("ts", "event", "prev", "hash");

    private final Response response;
    private final RunSnapshot run;
    private final Policy policy;

    /// @param run as it is now, where it lives
    public ResponseImport(Response response, RunSnapshot run, Policy policy) {
        this.response = response;
        this.run = run;
        this.policy = policy;
    }

    /// What is to be imported.
    Response response() {
        return response;
    }

    /// The event that it is to be; empty if it does not say.
    String event() {
        return said("event");
    }

    /// What stands against it; empty: it may be recorded.
    public List<Obstacle> obstacles(ActVerifier verifier) throws SourceException {
        List<Obstacle> obstacles = new ArrayList<>();
        ChainReport chain = run.chain();
        Act act = act();
        RecordDraft draft = draft();
        if (!response.runId().equals(run.runId())) {
            obstacles.add(
                    new Obstacle(
                            Kind.OTHER_RUN,
                            "The response was made for "
                                    + response.runId()
                                    + ", and this is "
                                    + run.runId()
                                    + "."));
        }
        if (act == null || draft == null || altered(draft)) {
            obstacles.add(
                    new Obstacle(
                            Kind.RESPONSE_ALTERED,
                            "The record in the response is not what was written: its hash says"
                                    + " so."));
            return obstacles;
        }
        ActKind kind = act.kind();
        String person = response.record().string(kind.person());
        List<Obstacle> against = Obstacles.of(run, policy, act, person, response.head());
        long there = there();
        if (there >= 0) {
            obstacles.add(
                    new Obstacle(Kind.ALREADY_IMPORTED, "Already imported: record " + there + "."));
            against.stream().filter(o -> o.kind() == Kind.UNFINISHED).forEach(obstacles::add);
            return obstacles;
        }
        obstacles.addAll(against);
        obstacles.addAll(Obstacles.ofTime(run, draft.at()));
        if (chain != null && response.head().equals(chain.head())) {
            signed(verifier, act, obstacles);
        }
        return obstacles;
    }

    /// The record of the log that it is already; negative if it is none.
    private long there() {
        return record(said("hash"));
    }

    /// The record that carries a hash; negative if none does.
    private long record(String hash) {
        for (RunEvent event : run.events()) {
            if (hash.equals(event.text("hash"))) {
                return event.record();
            }
        }
        return -1;
    }

    /// Whether the record in it is another than was written: its hash and its link say so.
    private boolean altered(RecordDraft draft) {
        return !draft.sealAfter(response.head()).hash().equals(said("hash"))
                || !response.head().equals(said("prev"));
    }

    private void signed(ActVerifier verifier, Act act, List<Obstacle> obstacles)
            throws SourceException {
        ActVerdict verdict = verdict(verifier, act);
        if (!(verdict.signed() instanceof Judgement.Held)) {
            obstacles.add(
                    new Obstacle(
                            Kind.RESPONSE_ALTERED,
                            "The response's signature does not hold: " + why(verdict.signed())));
        }
        if (verdict.trusted() instanceof Judgement.Failed) {
            obstacles.add(new Obstacle(Kind.NOT_TRUSTED, why(verdict.trusted())));
        }
        if (verdict.allowed() instanceof Judgement.Failed && obstacles.isEmpty()) {
            obstacles.add(new Obstacle(Kind.OTHER_CERTIFICATE, why(verdict.allowed())));
        }
    }

    /// What is to be said of the signature at the place that it was made for; null while the log
    /// does not stand there, and it is not in it.
    ///
    /// @throws SourceException if the anchors cannot be read
    public @Nullable ActVerdict verdict(ActVerifier verifier) throws SourceException {
        ChainReport chain = run.chain();
        Act act = act();
        long there = there();
        if (there >= 0) {
            return run.acts().stream()
                    .filter(one -> one.record() == there)
                    .findFirst()
                    .orElse(null);
        }
        return act == null || chain == null || !response.head().equals(chain.head())
                ? null
                : verdict(verifier, act);
    }

    private ActVerdict verdict(ActVerifier verifier, Act act) throws SourceException {
        return verifier.verify(run.events().size(), act.kind(), response.record(), place(act));
    }

    private static String why(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Held held -> "";
            case Judgement.Failed(List<Reason> reasons) -> reasons.getFirst().sentence();
            case Judgement.Unchecked(Reason reason) -> reason.sentence();
        };
    }

    private ActPlace place(Act act) {
        Map<String, String> written = new HashMap<>();
        for (Artifact artifact : run.artifacts().artifacts()) {
            if (artifact.recorded() != null) {
                written.put(artifact.name(), artifact.recorded());
            }
        }
        RecordedReview review = run.review();
        boolean apart = policy.segregation().approverIsNotReviewer();
        return new ActPlace(
                run.runId(),
                response.head(),
                written,
                Set.of(),
                run.artifacts().hashes(),
                run.author(),
                apart && act.kind().decides() && review != null ? review.reviewer() : null,
                Obstacles.role(run, policy, act));
    }

    /// The act that the record says; null if it says none that can be imported.
    public @Nullable Act act() {
        ActKind kind = ActKind.of(said("event"));
        String why = said("rationale");
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case APPROVAL -> new Act.Approve(said("key"), why);
            case REJECTION -> new Act.Reject(said("key"), why);
            case REVIEW -> new Act.Review(said("decision").equals("accept"), said("notes"));
            case OBSERVATION -> new Act.Observe(record(said("observed")), why);
            case DISPOSITION ->
                    new Act.Dispose(
                            said("finding"),
                            said("disposition"),
                            response.record().string("superseded_by"),
                            why);
            case REPERFORMANCE ->
                    new Act.Reperform(
                            said("results_sha256"),
                            said("tool_version"),
                            said("policy_sha256"),
                            why);
            case SAMPLE_SIGN_OFF -> null;
        };
    }

    /// Who acted, as the record says; empty if it does not.
    public String person() {
        ActKind kind = ActKind.of(said("event"));
        return kind == null ? "" : said(kind.person());
    }

    private String said(String key) {
        String text = response.record().string(key);
        return text == null ? "" : text;
    }

    /// The record as it is written again; null if it has no time.
    private @Nullable RecordDraft draft() {
        List<Member> fields = new ArrayList<>();
        for (Member member : response.record().members()) {
            if (!PLACED.contains(member.key())) {
                fields.add(member);
            }
        }
        try {
            return new RecordDraft(
                    OffsetDateTime.parse(said("ts")).toInstant(), said("event"), fields);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// Appends it, and an approval to the checkpoint after that. Blocking.
    ///
    /// @throws SourceException if the disk fails; nothing was written
    public Recording record(Durability durability) throws SourceException {
        RecordDraft draft = draft();
        if (draft == null) {
            throw new IllegalStateException("obstacles were not asked for");
        }
        return Signing.record(run.directory(), response.head(), draft, durability);
    }
}
