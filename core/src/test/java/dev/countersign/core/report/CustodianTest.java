// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.archive.ArchiveLimits;
import dev.countersign.core.archive.Packing;
import dev.countersign.core.bundle.BundleOrder;
import dev.countersign.core.bundle.BundleWriter;
import dev.countersign.core.bundle.SumAlgorithm;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.ledger.LedgerQuery;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.report.Custody.Handling;
import dev.countersign.core.report.Custody.Hash;
import dev.countersign.core.report.Custody.Held;
import dev.countersign.core.report.Custody.Origin;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.trust.Octets;
import dev.countersign.core.workspace.Desk;
import dev.countersign.core.workspace.Witnessed;
import dev.countersign.core.workspace.Workspace;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** Who had a run when, of a desk that has seen it in a bundle. */
class CustodianTest {
    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final String RUN = "change-approval-0da804633cdb";
    private static final String OTHER = "change-approval-b31b90463aba";
    private static final Instant START = Instant.parse("2026-11-21T02:30:00Z");
    private static final Actor ANN = new Actor("ann@example.com", Actor.Type.USER);
    private static final String FILE = "f".repeat(64);

    @TempDir Path temp;

    /** Each look at the clock is a second later, so that nothing is at the same time. */
    private Instant now = START;

    private Desk desk() {
        return new Desk(
                Runnable::run,
                1,
                () -> {
                    now = now.plusSeconds(1);
                    return now;
                },
                Duration.ZERO,
                UUID::randomUUID);
    }

    private Path bundle() throws Exception {
        Path drive = Files.createDirectories(temp.resolve("drive"));
        Path out = drive.resolve("b.zip");
        BundleOrder order =
                new BundleOrder(
                        List.of(SAMPLES.resolve(RUN), SAMPLES.resolve(OTHER)),
                        Octets.of(DefaultPolicy.bytes()),
                        null,
                        Packing.form(out),
                        false,
                        EnumSet.of(SumAlgorithm.SHA256),
                        START,
                        "countersign test");
        RunReader reader = new RunReader(new ChainVerifier(Runnable::run, 1), DefaultPolicy.get());
        new BundleWriter(reader, ArchiveLimits.DEFAULT).write(order, out);
        Files.setLastModifiedTime(out, FileTime.from(START.minusSeconds(60)));
        return out;
    }

    private static JsonObject json(String key, JsonValue value) {
        return JsonValue.object().with(key, value).build();
    }

    @Test
    void whatADeskKnowsOfOneRunTheEarliestFirst() throws Exception {
        Path bundle = bundle();
        String sha256 = FileDigest.sha256(Files.readAllBytes(bundle));
        WorkspaceFolder folder = new WorkspaceFolder(temp.resolve("workspace"));
        try (Workspace workspace = Workspace.open(folder, desk())) {
            workspace.addSource(bundle.getParent());
            workspace.scan(Progress.NONE, Cancellation.NEVER);
            String head =
                    workspace.runs().stream()
                            .filter(run -> run.runId().equals(RUN))
                            .findFirst()
                            .orElseThrow()
                            .head();
            JsonObject verified = JsonValue.object().with("head", head).with("records", 23).build();
            Path log = workspace.runs().getFirst().directory().resolveSibling(RUN);
            workspace.record(
                    ANN,
                    DeskAction.VERIFIED,
                    new Resource("log", log.resolve("audit.jsonl").toString()),
                    verified);
            workspace.record(
                    ANN,
                    DeskAction.EXPORTED,
                    new Resource("bundle", "/out/e.zip"),
                    JsonValue.object()
                            .with("runs", new JsonArray(List.of(JsonValue.of("/x/" + RUN))))
                            .with("sha256", FILE)
                            .build());
            workspace.record(
                    ANN,
                    DeskAction.OPENED,
                    new Resource("run", OTHER),
                    json("head", JsonValue.of(FILE)));
            Witnessed seen =
                    new Witnessed(
                            RUN,
                            "bob",
                            new Checkpoint("A", 3, FILE, null, "2026-11-20T00:00:00Z"),
                            FILE,
                            "ann");
            workspace.testimony().take(List.of(seen), ANN);
            Instant at = now;
            workspace.record(
                    ANN,
                    DeskAction.OPENED,
                    new Resource("run", RUN),
                    json("head", JsonValue.of(head)));
            List<LedgerEvent> events = workspace.ledger().find(LedgerQuery.ALL);
            Custody custody = new Custodian("test 1").of(workspace, RUN, RUN, at);
            List<Handling> handlings = custody.handlings();
            assertThat(handlings)
                    .extracting(Handling::origin, Handling::what)
                    .map(Object::toString)
                    .containsExactly(
                            "(WITNESS, \"seen_intact\")",
                            "(PROVENANCE, \"read_in_bundle\")",
                            "(CHECKPOINT, \"seen_intact\")",
                            "(LEDGER, \"imported\")",
                            "(LEDGER, \"verified\")",
                            "(LEDGER, \"exported\")",
                            "(LEDGER, \"imported\")");
            String place = bundle + "/bundle/data/runs/" + RUN;
            assertThat(custody.runs())
                    .containsExactly(new Held(RUN, place, Verdict.INTACT, 23, head));
            assertThat(custody.ledger())
                    .isEqualTo(
                            new Custody.Ledger(
                                    Verdict.INTACT,
                                    true,
                                    events.size() - 1,
                                    events.get(events.size() - 2).eventHash()));
            assertThat(handlings.get(0))
                    .isEqualTo(
                            new Handling(
                                    Origin.WITNESS,
                                    "2026-11-20T00:00:00Z",
                                    "bob",
                                    "seen_intact",
                                    "log of " + RUN + ", 3 records, imported by ann",
                                    "success",
                                    List.of(RUN),
                                    List.of(
                                            new Hash("head", FILE),
                                            new Hash("file_sha256", FILE))));
            assertThat(handlings.get(1).thing())
                    .isEqualTo(bundle + " (written 2026-11-21T02:29:00Z), 23 records");
            assertThat(handlings.get(1).hashes())
                    .containsExactly(new Hash("bundle_sha256", sha256), new Hash("head", head));
            assertThat(handlings.get(3).hashes())
                    .as("of what an event says of many runs, what it says of this one")
                    .containsExactly(
                            new Hash("sha256", sha256),
                            new Hash("head", head),
                            new Hash("event", hash(events, "imported", 0)));
            assertThat(handlings.get(4))
                    .isEqualTo(
                            new Handling(
                                    Origin.LEDGER,
                                    handlings.get(4).time(),
                                    "ann@example.com",
                                    "verified",
                                    "log " + log.resolve("audit.jsonl"),
                                    "success",
                                    List.of(RUN),
                                    List.of(
                                            new Hash("head", head),
                                            new Hash("event", hash(events, "verified", 0)))));
            assertThat(handlings.get(5).hashes())
                    .containsExactly(
                            new Hash("sha256", FILE),
                            new Hash("event", hash(events, "exported", 0)));
            Custody again = new Custodian("test 1").of(workspace, RUN, RUN, at);
            assertThat(again.facts()).isEqualTo(custody.facts());
            List<Long> done = new ArrayList<>();
            assertThat(
                            new Custodian("test 1")
                                    .of(
                                            workspace,
                                            RUN,
                                            RUN,
                                            at,
                                            (read, total, records, faulty) ->
                                                    done.add(total - read),
                                            Cancellation.NEVER))
                    .contains(custody);
            assertThat(done).endsWith(0L);
            assertThat(
                            new Custodian("test 1")
                                    .of(workspace, RUN, RUN, at, Progress.NONE, () -> true))
                    .isEmpty();
            Custody all = new Custodian("test 1").of(workspace, "all", null, now);
            assertThat(all.runs()).extracting(Held::runId).containsExactly(RUN, OTHER);
            assertThat(all.handlings())
                    .filteredOn(one -> one.origin() == Origin.LEDGER)
                    .hasSameSizeAs(events)
                    .anyMatch(one -> one.runs().equals(List.of(OTHER)));
        }
    }

    private static String hash(List<LedgerEvent> events, String action, int which) {
        return events.stream()
                .filter(event -> event.action().equals(action))
                .toList()
                .get(which)
                .eventHash();
    }
}
