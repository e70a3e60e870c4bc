// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.report.Custody.Handling;
import dev.countersign.core.report.Custody.Hash;
import dev.countersign.core.report.Custody.Origin;
import dev.countersign.core.workspace.Provenance;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Which runs an event of the ledger is about: those that it names, in whatever place of it, or
/// whose directory or bundle it names; a finding's is known from the event that raised it. To be
/// asked in the order of the ledger. Not for concurrent use.
final class Mentions {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SEPARATORS = Pattern.compile("[/\\\\]");
    private static final String RUN_ID = "run_id";
    private static final String FINDING = "finding";

    private final Set<String> known;
    private final Path root;
    private final Map<String, Set<String>> bundles = new HashMap<>();
    private final Map<String, Set<String>> findings = new HashMap<>();

    /// @param known ids of runs
    /// @param root of the workspace, from which places are stored
    Mentions(Set<String> known, Path root) {
        this.known = Set.copyOf(known);
        this.root = root;
    }

    /// A bundle that brought a run.
    void bundle(Provenance one) {
        for (String name : List.of(one.bundle(), root.resolve(one.bundle()).toString())) {
            bundles.computeIfAbsent(name, _ -> new TreeSet<>()).add(one.runId());
        }
    }

    /// An event as a handling.
    ///
    /// @param runId of what it says of many runs, only what it says of this one; null for none
    Handling handling(LedgerEvent event, @Nullable String runId) {
        Set<String> runs = new TreeSet<>();
        named(event.resourceId(), runs);
        walk(event.details(), runs);
        if (event.resourceType().equals(FINDING)) {
            Set<String> raised = findings.computeIfAbsent(event.resourceId(), _ -> new TreeSet<>());
            raised.addAll(runs);
            runs.addAll(raised);
        }
        Map<String, String> hashes = new LinkedHashMap<>();
        hashes(event.details(), hashes);
        if (runId != null) {
            about(event.details(), runId, hashes);
        }
        hashes.put("event", event.eventHash());
        List<Hash> all = new ArrayList<>();
        hashes.forEach((name, value) -> all.add(new Hash(name, value)));
        return new Handling(
                Origin.LEDGER,
                event.timestamp(),
                event.actorId(),
                event.action(),
                event.resourceType() + " " + event.resourceId(),
                event.outcome(),
                List.copyOf(runs),
                all);
    }

    private void walk(JsonValue value, Set<String> runs) {
        switch (value) {
            case JsonString(String text) -> named(text, runs);
            case JsonArray(List<JsonValue> values) -> values.forEach(one -> walk(one, runs));
            case JsonObject(List<Member> members) -> {
                for (Member member : members) {
                    walk(member.value(), runs);
                }
            }
            case JsonValue.JsonNumber _, JsonValue.JsonWord _ -> {}
        }
    }

    /// A run's id, a path into its directory, or a bundle that brought it.
    private void named(String text, Set<String> runs) {
        for (String part : SEPARATORS.split(text, -1)) {
            if (known.contains(part)) {
                runs.add(part);
            }
        }
        runs.addAll(bundles.getOrDefault(text, Set.of()));
    }

    private static void hashes(JsonObject object, Map<String, String> hashes) {
        for (Member member : object.members()) {
            if (member.value() instanceof JsonString(String text) && HASH.matcher(text).matches()) {
                hashes.put(member.key(), text);
            }
        }
    }

    private static void about(JsonValue value, String runId, Map<String, String> hashes) {
        switch (value) {
            case JsonArray(List<JsonValue> values) ->
                    values.forEach(one -> about(one, runId, hashes));
            case JsonObject object -> {
                if (runId.equals(object.string(RUN_ID))) {
                    hashes(object, hashes);
                }
                object.members().forEach(member -> about(member.value(), runId, hashes));
            }
            case JsonString _, JsonValue.JsonNumber _, JsonValue.JsonWord _ -> {}
        }
    }
}
