// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunSnapshot;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;

/// An act as the record that it becomes (FORMATS 4): its fields in their order.
final class ActDraft {
    private final RunSnapshot run;
    private final Policy policy;
    private final Act act;
    private final String identity;
    private final String head;

    ActDraft(RunSnapshot run, Policy policy, Act act, String identity, String head) {
        this.run = run;
        this.policy = policy;
        this.act = act;
        this.identity = identity;
        this.head = head;
    }

    RecordDraft at(Instant at) {
        RecordDraft draft = new RecordDraft(at, act.kind().event());
        String role = Obstacles.role(run, policy, act);
        RecordDraft said =
                switch (act) {
                    case Act.Approve(String key, String why) -> approval(draft, key, "approved");
                    case Act.Reject(String key, String why) -> approval(draft, key, "rejected");
                    case Act.Review(boolean accepted, String notes) ->
                            draft.with("reviewer", identity)
                                    .with("decision", accepted ? "accept" : "reject")
                                    .with("notes", notes);
                    case Act.Observe(long record, String why) ->
                            draft.with("observer", identity).with("observed", hash(record));
                    case Act.Dispose dispose -> disposition(draft, dispose, identity);
                    case Act.Reperform results -> results(draft, results, identity);
                    case Act.SignOff _ ->
                            throw new IllegalArgumentException("no run's log takes a sign-off");
                };
        RecordDraft full = said.with("role", role).with("rationale", act.why());
        String emergency = Waiting.of(run, policy, act).provisional();
        if (act instanceof Act.Approve && emergency != null) {
            full = full.with("retroactive_for", emergency);
        }
        return full.with("reviewed_head", head);
    }

    private RecordDraft approval(RecordDraft draft, @Nullable String key, String decision) {
        return draft.with("key", key == null ? Waiting.of(run, policy).key() : key)
                .with("approver", identity)
                .with("decision", decision);
    }

    static RecordDraft disposition(RecordDraft draft, Act.Dispose dispose, String identity) {
        RecordDraft said =
                draft.with("disposed_by", identity)
                        .with("finding", dispose.finding())
                        .with("disposition", dispose.disposition());
        return dispose.supersededBy() == null
                ? said
                : said.with("superseded_by", dispose.supersededBy());
    }

    static RecordDraft results(RecordDraft draft, Act.Reperform results, String identity) {
        return draft.with("performer", identity)
                .with("results_sha256", results.resultsSha256())
                .with("tool_version", results.toolVersion())
                .with("policy_sha256", results.policySha256());
    }

    private String hash(long record) {
        return Objects.requireNonNull(
                run.events().get(Math.toIntExact(record)).text("hash"),
                "an intact chain has hashes");
    }
}
