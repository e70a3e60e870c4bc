// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.EventOutcome;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.ledger.LedgerFault;
import dev.countersign.core.ledger.LedgerQuery;
import dev.countersign.core.ledger.LedgerReport;
import dev.countersign.core.ledger.LedgerStore;
import dev.countersign.core.ledger.Origin;
import dev.countersign.core.ledger.Redaction;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** What holds for every store of the ledger. */
public abstract class LedgerStoreContract {
    protected static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    protected static final Actor ADA = new Actor("ada@example.org", Actor.Type.USER);
    protected static final Actor ROOT = new Actor("root", Actor.Type.ADMIN);
    protected static final Actor DESK = new Actor("desk", Actor.Type.SYSTEM);
    protected static final Resource RUN = new Resource("run", "change-approval-a165073a11bd");
    protected static final Resource POLICY = new Resource("policy", "policy.json");

    private Instant now = START;
    private long id;
    protected LedgerStore store;

    /** An empty store that asks these for its events. */
    protected abstract LedgerStore open(InstantSource clock, Supplier<UUID> ids) throws Exception;

    /** Puts another text in place of a line, past every guard. */
    protected abstract void edit(LedgerStore tampered, long position, String line) throws Exception;

    /** Removes everything from a position on, past every guard. */
    protected abstract void cut(LedgerStore tampered, long position) throws Exception;

    @BeforeEach
    protected void openStore() throws Exception {
        store = open(() -> now, this::nextId);
    }

    private UUID nextId() {
        return new UUID(0x4000L, 0x8000000000000000L | id++);
    }

    /** Acts a second apart. */
    protected LedgerEvent act(LedgerEntry entry) throws SourceException {
        LedgerEvent event = store.append(entry);
        now = now.plusSeconds(1);
        return event;
    }

    protected void someActs(int count) throws SourceException {
        for (int i = 0; i < count; i++) {
            act(LedgerEntry.of(ADA, DeskAction.OPENED, RUN));
        }
    }

    @Test
    void theFirstEventIsTheseBytes() throws SourceException {
        now = Instant.parse("2026-11-21T10:00:00.000120999Z");
        LedgerEvent event =
                act(
                        LedgerEntry.of(ADA, DeskAction.VERIFIED, RUN)
                                .with(JsonValue.object().with("verdict", "intact ü").build())
                                .from(new Origin("192.0.2.7", null, "r-1", null)));
        assertThat(event.line())
                .isEqualTo(
                        "{\"event_id\": \"00000000-0000-4000-8000-000000000000\", \"timestamp\":"
                            + " \"2026-11-21T10:00:00.000120Z\", \"actor_id\": \"ada@example.org\","
                            + " \"actor_type\": \"user\", \"action\": \"verified\","
                            + " \"resource_type\": \"run\", \"resource_id\":"
                            + " \"change-approval-a165073a11bd\", \"outcome\": \"success\","
                            + " \"details\": {\"verdict\": \"intact \\u00fc\"}, \"previous_hash\":"
                            + " \"\", \"event_hash\": \""
                                + event.eventHash()
                                + "\", \"ip_address\": \"192.0.2.7\", \"user_agent\": null,"
                                + " \"request_id\": \"r-1\", \"session_id\": null}");
        // computed by CPython 3.11's json and hashlib from the covered fields above
        assertThat(event.eventHash()).isEqualTo(FIRST_HASH);
        assertThat(store.latest()).isEqualTo(event);
    }

    private static final String FIRST_HASH =
            "f073e57de769abbb27f69d53643c20f330bc49b3101628f181865f3197ab50eb";

    @Test
    void aWholeSecondHasNoFraction() throws SourceException {
        assertThat(act(LedgerEntry.of(ADA, DeskAction.OPENED, RUN)).timestamp())
                .isEqualTo("2026-11-21T10:00:00Z");
    }

    @Test
    void anEmptyStoreHasNothingToVerify() throws SourceException {
        assertThat(store.latest()).isNull();
        assertThat(store.verify(null))
                .isEqualTo(
                        new LedgerReport(
                                Verdict.EMPTY, 0, 0, null, null, CheckpointResult.NONE, List.of()));
    }

    @Test
    void eventsStandInTheOrderInWhichTheyWereAppended() throws SourceException {
        List<LedgerEvent> appended = new ArrayList<>();
        for (DeskAction action : DeskAction.values()) {
            appended.add(act(LedgerEntry.of(ADA, action, RUN)));
        }
        assertThat(store.find(LedgerQuery.ALL)).isEqualTo(appended);
        List<String> lines = new ArrayList<>();
        store.lines(2, (position, line) -> lines.add(position + " " + line));
        assertThat(lines)
                .isEqualTo(
                        appended.stream().skip(2).map(e -> e.position() + " " + e.line()).toList());
        for (int i = 1; i < appended.size(); i++) {
            assertThat(appended.get(i).previousHash()).isEqualTo(appended.get(i - 1).eventHash());
        }
    }

    @Test
    void boundsAreInclusive() throws SourceException {
        someActs(5);
        assertThat(store.range(START.plusSeconds(1), START.plusSeconds(3)))
                .extracting(LedgerEvent::position)
                .containsExactly(1L, 2L, 3L);
        assertThat(store.range(START.plusNanos(1), START.plusSeconds(2).minusNanos(1)))
                .extracting(LedgerEvent::position)
                .containsExactly(1L);
    }

    @Test
    void aTimeWithAFractionStandsAfterTheWholeSecond() throws SourceException {
        now = START.plusMillis(500);
        act(LedgerEntry.of(ADA, DeskAction.OPENED, RUN));
        now = START;
        act(LedgerEntry.of(ADA, DeskAction.OPENED, RUN));
        assertThat(store.find(LedgerQuery.ALL))
                .extracting(LedgerEvent::position)
                .containsExactly(1L, 0L);
        assertThat(store.range(START, START)).extracting(LedgerEvent::position).containsExactly(1L);
    }

    @Test
    void eventsAreFoundByWhoWhatAndWhich() throws SourceException {
        act(LedgerEntry.of(ADA, DeskAction.OPENED, RUN));
        act(LedgerEntry.of(ROOT, DeskAction.POLICY_CHANGED, POLICY));
        act(LedgerEntry.of(DESK, DeskAction.VERIFIED, RUN).ended(EventOutcome.FAILURE));
        act(LedgerEntry.of(ADA, DeskAction.SIGNED, RUN).ended(EventOutcome.DENIED));
        assertThat(places(store.byActor(ADA.id()))).containsExactly(0L, 3L);
        assertThat(places(store.byAction("policy_changed"))).containsExactly(1L);
        assertThat(places(store.byResource(RUN))).containsExactly(0L, 2L, 3L);
        assertThat(places(store.byResource(new Resource("log", RUN.id())))).isEmpty();
        assertThat(places(store.find(LedgerQuery.ALL.byActorTypes(Set.of("admin", "system")))))
                .containsExactly(1L, 2L);
        assertThat(places(store.find(LedgerQuery.ALL.byOutcomes(Set.of("failure", "denied")))))
                .containsExactly(2L, 3L);
        assertThat(places(store.find(LedgerQuery.ALL.byActor(ADA.id()).latest(1))))
                .containsExactly(3L);
    }

    protected static List<Long> places(List<LedgerEvent> events) {
        return events.stream().map(LedgerEvent::position).toList();
    }

    @Test
    void textsAreNoPatternsAndNoStatements() throws SourceException {
        Actor odd = new Actor("o'hara\"; drop table ledger; -- %_ü\uD83D\uDE00", Actor.Type.USER);
        act(LedgerEntry.of(odd, DeskAction.OPENED, RUN));
        act(LedgerEntry.of(ADA, DeskAction.OPENED, RUN));
        assertThat(places(store.byActor(odd.id()))).containsExactly(0L);
        assertThat(places(store.byActor("%"))).isEmpty();
    }

    @Test
    void secretsAreGoneBeforeAnythingIsHashed() throws SourceException {
        JsonValue inner = JsonValue.object().with("PIN", "1234").with("attempt", 3).build();
        LedgerEvent event =
                act(
                        LedgerEntry.of(ADA, DeskAction.SIGNED, RUN)
                                .with(
                                        JsonValue.object()
                                                .with("key", "change_approval")
                                                .with("keystore_password", "hunter2")
                                                .with("list", new JsonArray(List.of(inner)))
                                                .build()));
        assertThat(event.details().text())
                .isEqualTo(
                        "{\"key\": \"change_approval\", \"keystore_password\": \""
                                + Redaction.REDACTED
                                + "\", \"list\": [{\"PIN\": \""
                                + Redaction.REDACTED
                                + "\", \"attempt\": 3}]}");
        store.lines(
                0,
                (position, line) -> {
                    assertThat(line).doesNotContain("hunter2", "1234");
                    return true;
                });
        assertThat(store.verify(null).verdict()).isEqualTo(Verdict.INTACT);
    }

    @Test
    void oddButLegalDetailsAreKept() throws SourceException {
        JsonValue.JsonObject details =
                Details.parse(
                        "{\"n\": 123456789012345678901234567890, \"f\": 1e-7, \"nan\": NaN, \"s\":"
                            + " \"\\ud800\", \"z\": \"\\u0000\", \"b\": 1, \"a\": {}, \"b\": 2}");
        LedgerEvent event = act(LedgerEntry.of(ADA, DeskAction.RAN, RUN).with(details));
        act(LedgerEntry.of(ADA, DeskAction.RAN, RUN));
        assertThat(event.details().text())
                .isEqualTo(
                        "{\"n\": 123456789012345678901234567890, \"f\": 1e-07, \"nan\": NaN,"
                                + " \"s\": \"\\ud800\", \"z\": \"\\u0000\", \"b\": 2, \"a\": {}}");
        assertThat(places(store.byAction("ran"))).containsExactly(0L, 1L);
        assertThat(store.verify(null).verdict()).isEqualTo(Verdict.INTACT);
    }

    @Test
    void twoThreadsAppendWithoutAFork() throws Exception {
        int each = 40;
        LedgerStore shared = open(() -> START, UUID::randomUUID);
        Callable<List<LedgerEvent>> desk =
                () -> {
                    List<LedgerEvent> appended = new ArrayList<>();
                    for (int i = 0; i < each; i++) {
                        appended.add(shared.append(LedgerEntry.of(ADA, DeskAction.OPENED, RUN)));
                    }
                    return appended;
                };
        List<Long> places = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<List<LedgerEvent>> one = threads.submit(desk);
            Future<List<LedgerEvent>> two = threads.submit(desk);
            places.addAll(places(one.get()));
            places.addAll(places(two.get()));
        }
        assertThat(places).doesNotHaveDuplicates().hasSize(2 * each);
        LedgerReport report = shared.verify(null);
        assertThat(report.verdict()).isEqualTo(Verdict.INTACT);
        assertThat(report.events()).isEqualTo(2L * each);
    }

    private Checkpoint checkpoint() throws SourceException {
        return Objects.requireNonNull(store.verify(null).toRemember(now));
    }

    @Test
    void aCheckpointMatchesThenGrows() throws SourceException {
        someActs(3);
        Checkpoint checkpoint = checkpoint();
        assertThat(checkpoint)
                .isEqualTo(
                        new Checkpoint(
                                "B",
                                3,
                                Objects.requireNonNull(store.latest()).eventHash(),
                                null,
                                "2026-11-21T10:00:03Z"));
        LedgerReport same = store.verify(checkpoint);
        assertThat(same.checkpoint()).isEqualTo(CheckpointResult.MATCH);
        assertThat(same.readFrom()).isEqualTo(2);
        someActs(2);
        assertThat(store.verify(checkpoint))
                .isEqualTo(
                        new LedgerReport(
                                Verdict.INTACT,
                                2,
                                5,
                                Objects.requireNonNull(store.latest()).eventHash(),
                                null,
                                CheckpointResult.GROWN,
                                List.of()));
    }

    @Test
    void anEditIsFound() throws Exception {
        someActs(4);
        String line = store.find(LedgerQuery.ALL).get(1).line();
        edit(store, 1, line.replace("\"opened\"", "\"signed\""));
        assertFault(null, 1, LedgerFault.Kind.HASH, Verdict.BROKEN);
    }

    @Test
    void anEditBehindTheCheckpointIsFoundWhenAllIsRead() throws Exception {
        someActs(4);
        Checkpoint checkpoint = checkpoint();
        String line = store.find(LedgerQuery.ALL).get(1).line();
        edit(store, 1, line.replace("\"opened\"", "\"signed\""));
        assertThat(store.verify(checkpoint).first()).isNull();
        assertThat(store.verifyAll(checkpoint).first())
                .isEqualTo(new LedgerFault(1, LedgerFault.Kind.HASH));
    }

    @Test
    void anEditAfterTheCheckpointIsFound() throws Exception {
        someActs(2);
        Checkpoint checkpoint = checkpoint();
        someActs(2);
        String line = store.find(LedgerQuery.ALL).get(3).line();
        edit(store, 3, line.replace("\"opened\"", "\"signed\""));
        assertFault(checkpoint, 3, LedgerFault.Kind.HASH, Verdict.BROKEN);
    }

    @Test
    void aCutTailIsFoundAgainstTheCheckpoint() throws Exception {
        someActs(4);
        Checkpoint checkpoint = checkpoint();
        cut(store, 2);
        LedgerReport report = store.verify(checkpoint);
        assertThat(report.checkpoint()).isEqualTo(CheckpointResult.TAIL_MISSING);
        assertThat(report.verdict()).isEqualTo(Verdict.INTACT);
        assertThat(report.toRemember(now)).isNull();
    }

    @Test
    void aRebuiltTailIsFoundAgainstTheCheckpoint() throws Exception {
        someActs(4);
        Checkpoint checkpoint = checkpoint();
        cut(store, 2);
        someActs(3);
        assertThat(store.verify(null).negative()).isFalse();
        assertThat(store.verify(checkpoint).checkpoint()).isEqualTo(CheckpointResult.HEAD_MISMATCH);
    }

    @Test
    void aLineThatIsNoRecordIsFound() throws Exception {
        someActs(3);
        edit(store, 2, "{\"event_id\": ");
        assertFault(null, 2, LedgerFault.Kind.MALFORMED, Verdict.MALFORMED);
    }

    @Test
    void aSecondValueOfAKeyIsFound() throws Exception {
        someActs(2);
        String line = store.find(LedgerQuery.ALL).get(1).line();
        edit(store, 1, line.replaceFirst("\\{", "{\"actor_id\": \"nobody\", "));
        assertFault(null, 1, LedgerFault.Kind.RESPELLED, Verdict.BROKEN);
    }

    @Test
    void anEventOfAnotherChainIsFound() throws Exception {
        someActs(2);
        LedgerStore other = open(() -> START, UUID::randomUUID);
        other.append(LedgerEntry.of(ROOT, DeskAction.OPENED, RUN));
        LedgerEvent stranger = other.append(LedgerEntry.of(ROOT, DeskAction.SIGNED, RUN));
        edit(store, 1, stranger.line());
        assertFault(null, 1, LedgerFault.Kind.LINK, Verdict.BROKEN);
    }

    private void assertFault(
            Checkpoint since, long position, LedgerFault.Kind kind, Verdict verdict)
            throws SourceException {
        LedgerReport report = store.verify(since);
        assertThat(report.first()).isEqualTo(new LedgerFault(position, kind));
        assertThat(report.verdict()).isEqualTo(verdict);
        assertThat(report.negative()).isTrue();
        assertThat(report.toRemember(now)).isNull();
    }
}
