// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.ledger.SqliteLedgerStore;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Which trust anchors were there when the workspace was last looked at. That others are is an
/// entry of the ledger, whoever put them there; the runs are then read again, since the same
/// signatures are then trusted otherwise.
record TrustWatch(WorkspaceFolder folder, Store store, Index index, SqliteLedgerStore ledger) {
    private static final String KEY = "trust_sha256";

    /// Revocation lists of large authorities have some megabytes.
    private static final int LARGEST = 64 << 20;

    /// @return whether others are there; the first that are seen are
    boolean notice() throws SourceException {
        String last = store.state(KEY);
        String now = digest();
        if (now.equals(last)) {
            return false;
        }
        if (last == null) {
            store.write(c -> {
                new IndexTable(c).forgetMarks();
                new SourceTable(c).state(KEY, now);
            });
        } else {
            boolean _ =
                    store.recorded(
                            ledger,
                            entry(last, now),
                            c -> {
                                // another process may have noticed it meanwhile
                                SourceTable state = new SourceTable(c);
                                boolean mine = last.equals(state.state(KEY));
                                new IndexTable(c).forgetMarks();
                                state.state(KEY, now);
                                return mine;
                            });
        }
        index.forgetMarks();
        return true;
    }

    /// Of names and contents.
    private String digest() throws SourceException {
        StringBuilder all = new StringBuilder();
        for (Path file : SmallFile.list(folder.trust())) {
            all.append(file.getFileName())
                    .append('\0')
                    .append(FileDigest.sha256(SmallFile.read(file, LARGEST)))
                    .append('\n');
        }
        return FileDigest.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private LedgerEntry entry(String from, String to) {
        return LedgerEntry.of(
                        Raising.DESK,
                        DeskAction.TRUST_CHANGED,
                        new Resource("trust", folder.trust().toString()))
                .with(JsonValue.object().with("from", from).with("to", to).build());
    }
}
