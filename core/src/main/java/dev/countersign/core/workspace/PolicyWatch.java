// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.ledger.SqliteLedgerStore;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.PolicyReader;
import dev.countersign.core.policy.PolicyReading;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Which policy held when the workspace was last looked at. That another one does is an entry of
/// the ledger, whoever edited the file; the runs are then read again, since another policy reads
/// the same files differently.
record PolicyWatch(WorkspaceFolder folder, Store store, Index index, SqliteLedgerStore ledger) {
    private static final String KEY = "policy_sha256";
    private static final JsonObject NOTHING = new JsonObject(List.of());

    /// @return whether it is another one; the first one that is seen is
    boolean notice(Policy policy) throws SourceException {
        String last = store.state(KEY);
        if (policy.sha256().equals(last)) {
            if (!store.read(c -> new SourceTable(c).keepsCalendar(policy))) {
                store.write(c -> new SourceTable(c).keepCalendar(policy));
            }
            return false;
        }
        if (last == null) {
            store.write(c -> holds(policy, new SourceTable(c), new IndexTable(c)));
        } else {
            LedgerEntry entry = entry(Raising.DESK, last, policy, NOTHING);
            boolean _ =
                    store.recorded(
                            ledger,
                            entry,
                            c -> {
                                // another process may have noticed it meanwhile
                                SourceTable state = new SourceTable(c);
                                boolean mine = last.equals(state.state(KEY));
                                holds(policy, state, new IndexTable(c));
                                return mine;
                            });
        }
        index.forgetMarks();
        return true;
    }

    /// See {@link Workspace#adoptPolicy}. If the file cannot be written after all, the next look
    /// notices that the old policy holds again, and says so.
    void adopt(String text, Actor who, JsonObject details) throws SourceException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!(PolicyReader.read(bytes) instanceof PolicyReading.Valid(Policy next))) {
            throw new SourceException(
                    folder.policy(),
                    "what was to become "
                            + folder.policy()
                            + " is no policy: it was left as it is.");
        }
        Policy now = PolicyFile.inForce(folder.policy());
        boolean _ =
                store.recorded(
                        ledger,
                        entry(who, now.sha256(), next, details),
                        c -> {
                            holds(next, new SourceTable(c), new IndexTable(c));
                            return true;
                        });
        index.forgetMarks();
        SmallFile.replace(folder.policy(), text);
    }

    private static void holds(Policy policy, SourceTable state, IndexTable runs)
            throws SQLException {
        runs.forgetMarks();
        state.state(KEY, policy.sha256());
        state.keepCalendar(policy);
    }

    private LedgerEntry entry(Actor who, @Nullable String from, Policy to, JsonObject details) {
        List<Member> members =
                new ArrayList<>(
                        JsonValue.object()
                                .with("from", from)
                                .with("to", to.sha256())
                                .with("version", to.version())
                                .build()
                                .members());
        members.addAll(details.members());
        return LedgerEntry.of(
                        who,
                        DeskAction.POLICY_CHANGED,
                        new Resource("policy", folder.policy().toString()))
                .with(new JsonObject(members));
    }
}
