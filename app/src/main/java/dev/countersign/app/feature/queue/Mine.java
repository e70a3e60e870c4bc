// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import dev.countersign.app.text.QueueText;
import dev.countersign.core.policy.Identity;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.queue.QueueItem;
import dev.countersign.core.queue.Severity;

import java.util.List;

/// Which decisions wait for whoever sits here: those of the roles that policy gives them, but for
/// what they are the author of. A policy without a list of identities lets everybody act.
///
/// @param who as records name them; empty if nobody has said
/// @param policy says who may act as what
record Mine(String who, Policy policy) {
    /// Why nothing can be picked; empty if it can.
    String missing() {
        if (who.isEmpty()) {
            return QueueText.nobodyHere();
        }
        return policy.identities() != null && policy.identity(who) == null
                ? QueueText.notListed(who)
                : "";
    }

    boolean holds(QueueItem item) {
        if (item.waitingFor().isEmpty() || Identity.same(item.run().author(), who)) {
            return false;
        }
        Identity me = policy.identity(who);
        List<String> wanted =
                Severity.atOnce(item) ? QueueRow.atOnce(policy).to() : List.of(item.waitingFor());
        return missing().isEmpty()
                && (me == null || wanted.stream().anyMatch(me.roles()::contains));
    }
}
