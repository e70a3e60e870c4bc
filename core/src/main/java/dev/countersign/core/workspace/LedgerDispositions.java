// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.approval.ActKind;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.ActVerifier;
import dev.countersign.core.approval.FindingFacts;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.ledger.LedgerQuery;
import dev.countersign.core.ledger.LedgerStore;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.Disposition;
import dev.countersign.core.run.FindingId;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What the ledger says was decided about findings that no log can take: of a run whose log is
/// broken or gone, or of a month. Each is verified when it is read, so that another policy or other
/// anchors count at once.
final class LedgerDispositions {
    private final Policy policy;
    private final ActVerifier verifier;
    private final Collection<Finding> findings;
    private final Collection<RunSummary> runs;

    /// @param findings and runs say who the authors are
    LedgerDispositions(
            Policy policy,
            ActVerifier verifier,
            Collection<Finding> findings,
            Collection<RunSummary> runs) {
        this.policy = policy;
        this.verifier = verifier;
        this.findings = findings;
        this.runs = runs;
    }

    /// @throws SourceException if the ledger or the anchors cannot be read
    List<Disposition> in(LedgerStore ledger) throws SourceException {
        List<Disposition> all = new ArrayList<>();
        String action = DeskAction.FINDING_DISPOSED.word();
        for (LedgerEvent event : ledger.find(LedgerQuery.ALL.byAction(action))) {
            if (event.details().get("record") instanceof JsonObject record) {
                ActVerdict act = verdict(event, record);
                all.add(
                        new Disposition(
                                event.position(),
                                at(record),
                                said(record, ActKind.DISPOSITION.person()),
                                said(record, "finding"),
                                said(record, "disposition"),
                                record.string("superseded_by"),
                                act == null ? Outcome.FAILED : Disposition.outcome(act),
                                act != null && act.holds()));
            }
        }
        return all;
    }

    /// Null if what it names is no finding.
    private @Nullable ActVerdict verdict(LedgerEvent event, JsonObject record)
            throws SourceException {
        JsonObject details = event.details();
        String runId = said(details, "run_id");
        FindingFacts facts =
                new FindingFacts(
                        said(record, "finding"),
                        said(details, "kind"),
                        runId,
                        said(details, "subject"),
                        author(runId));
        if (!facts.id().equals(FindingId.of(facts.kind(), runId, facts.subject()))) {
            return null;
        }
        return facts.verdict(event.position(), record, policy, verifier);
    }

    /// Looked for when an entry asks: most ledgers have none, and every overview is made with this.
    private @Nullable String author(String runId) {
        for (Finding finding : findings) {
            if (finding.runId().equals(runId) && finding.author() != null) {
                return finding.author();
            }
        }
        for (RunSummary run : runs) {
            if (run.runId().equals(runId) && run.author() != null) {
                return run.author();
            }
        }
        return null;
    }

    private static @Nullable Instant at(JsonObject record) {
        try {
            return OffsetDateTime.parse(said(record, "ts")).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String said(JsonObject object, String key) {
        String text = object.string(key);
        return text == null ? "" : text;
    }
}
