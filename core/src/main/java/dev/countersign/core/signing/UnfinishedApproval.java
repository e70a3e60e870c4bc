// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import dev.countersign.core.journal.Decisions.StateApproval;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.Identity;
import dev.countersign.core.run.Approval;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.run.RunSnapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Approvals that the log has and the checkpoint lacks: what a crash between the two leaves
/// (FORMATS 4). The rest of the work is {@link dev.countersign.core.journal.Decisions#finish}. An
/// approval that counts for nothing (by nobody, by the author, under a signature that is not right)
/// is not finished: a producer that only looks for the key would go on.
public final class UnfinishedApproval {
    private UnfinishedApproval() {}

    /// What is left to write; empty if nothing is, or there is no checkpoint to write to.
    public static List<StateApproval> of(RunSnapshot run) {
        JsonObject state = run.state();
        if (state == null) {
            return List.of();
        }
        JsonObject known =
                state.get("approvals") instanceof JsonObject approvals
                        ? approvals
                        : JsonValue.object().build();
        Map<String, Approval> last = new LinkedHashMap<>();
        for (Approval approval : run.approvals()) {
            if (approval.record() > attempt(run) && run.counts(approval)) {
                last.put(approval.key(), approval);
            }
        }
        List<StateApproval> missing = new ArrayList<>();
        for (Approval approval : last.values()) {
            boolean approves = !approval.rejection() && approval.decision().equals("approved");
            if (approves && !Identity.same(approval.approver(), approver(known, approval.key()))) {
                missing.add(
                        new StateApproval(
                                approval.key(), approval.approver(), approval.decision()));
            }
        }
        return List.copyOf(missing);
    }

    /// The record that began the last attempt: what was approved before was approved for another.
    private static long attempt(RunSnapshot run) {
        long record = -1;
        for (RunEvent event : run.events()) {
            record = event.event().equals("run_started") ? event.record() : record;
        }
        return record;
    }

    private static String approver(JsonObject approvals, String key) {
        String approver =
                approvals.get(key) instanceof JsonObject entry ? entry.string("approver") : null;
        return approver == null ? "" : approver;
    }
}
