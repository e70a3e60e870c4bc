// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Desk;
import dev.countersign.core.workspace.Provenance;
import dev.countersign.core.workspace.Workspace;
import dev.countersign.core.workspace.WorkspaceFolder;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// `bundle provenance`: which bundles brought a run to a workspace, when, and what was in them.
final class ProvenanceCommand {
    private ProvenanceCommand() {}

    static Exit run(List<String> words, Arguments arguments, Console console)
            throws UsageException, SourceException {
        String named = arguments.value(WorkspaceOption.NAME);
        WorkspaceFolder folder = named == null ? null : new WorkspaceFolder(Options.path(named));
        if (words.size() != 1 || folder == null || !folder.exists()) {
            throw new UsageException(
                    "bundle provenance takes a run id, and --workspace DIR, an existing workspace");
        }
        int most = Runtime.getRuntime().availableProcessors();
        Desk desk = Desk.once(console.workers(), most, console.now(), UUID::randomUUID);
        List<Provenance> brought;
        try (Workspace workspace = Workspace.open(folder, desk)) {
            brought = workspace.provenance(words.getFirst());
        }
        if (arguments.has("--json")) {
            List<JsonValue> items = new ArrayList<>();
            brought.forEach(one -> items.add(document(one)));
            console.out()
                    .println(
                            JsonValue.object()
                                    .with("run_id", words.getFirst())
                                    .with("provenance", new JsonArray(items))
                                    .build()
                                    .text());
        } else if (brought.isEmpty()) {
            console.out().println("No bundle brought " + words.getFirst() + ".");
        } else {
            brought.forEach(one -> lines(one).forEach(console.out()::println));
        }
        return Exit.DONE;
    }

    private static JsonObject document(Provenance one) {
        return JsonValue.object()
                .with("bundle", one.bundle())
                .with("sha256", one.sha256())
                .with("folder", one.folder())
                .with("format", one.format())
                .with("records", one.records())
                .with("head", one.head())
                .with("intact", JsonValue.of(one.intact()))
                .with("modified", one.modified().toString())
                .with("seen_at", one.seenAt().toString())
                .build();
    }

    private static List<String> lines(Provenance one) {
        return List.of(
                one.seenAt() + "  " + one.bundle(),
                "    sha256   " + one.sha256(),
                "    folder   " + one.folder(),
                "    written  " + one.modified(),
                "    log      "
                        + one.records()
                        + (one.intact() ? " records, intact, head " : " records, not intact, head ")
                        + (one.head() == null ? "none" : one.head()));
    }
}
