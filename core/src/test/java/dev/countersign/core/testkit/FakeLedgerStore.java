// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.testkit;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.ledger.LedgerLine;
import dev.countersign.core.ledger.LedgerQuery;
import dev.countersign.core.ledger.LedgerStore;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** A ledger in memory. It passes the contract of the real ones. */
public final class FakeLedgerStore implements LedgerStore {
    private final List<String> lines = new ArrayList<>();
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    public FakeLedgerStore(InstantSource clock, Supplier<UUID> ids) {
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public synchronized LedgerEvent append(LedgerEntry entry) {
        LedgerEvent last = latest();
        String link = last == null ? ChainFormat.B.genesis() : last.eventHash();
        LedgerEvent event =
                LedgerLine.of(
                        entry,
                        new LedgerLine.Place(lines.size(), link, ids.get(), clock.instant()));
        lines.add(event.line());
        return event;
    }

    @Override
    public synchronized @Nullable LedgerEvent latest() {
        return lines.isEmpty() ? null : LedgerEvent.of(lines.size() - 1, lines.getLast());
    }

    @Override
    public synchronized List<LedgerEvent> find(LedgerQuery query) {
        List<LedgerEvent> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            LedgerEvent event = LedgerEvent.of(i, lines.get(i));
            if (wanted(query, event)) {
                found.add(event);
            }
        }
        Comparator<LedgerEvent> byTime =
                Comparator.comparing((LedgerEvent event) -> Instant.parse(event.timestamp()))
                        .thenComparing(LedgerEvent::position);
        return found.stream()
                .sorted(query.newestFirst() ? byTime.reversed() : byTime)
                .limit(query.limit())
                .toList();
    }

    private static boolean wanted(LedgerQuery query, LedgerEvent event) {
        Instant at = Instant.parse(event.timestamp());
        return (query.from() == null || !at.isBefore(query.from()))
                && (query.to() == null || !at.isAfter(query.to()))
                && (query.actorId() == null || query.actorId().equals(event.actorId()))
                && (query.action() == null || query.action().equals(event.action()))
                && (query.resource() == null
                        || query.resource().type().equals(event.resourceType())
                                && query.resource().id().equals(event.resourceId()))
                && (query.actorTypes().isEmpty() || query.actorTypes().contains(event.actorType()))
                && (query.outcomes().isEmpty() || query.outcomes().contains(event.outcome()));
    }

    @Override
    public synchronized void lines(long from, LineReader each) {
        boolean more = true;
        for (int i = (int) from; more && i < lines.size(); i++) {
            more = each.line(i, lines.get(i));
        }
    }

    @Override
    public List<String> guardsMissing() {
        return List.of();
    }

    /** As somebody would who gets at the store behind the interface. */
    public synchronized void edit(int position, String line) {
        lines.set(position, line);
    }

    /** The same: cuts off everything from a position on. */
    public synchronized void cut(int position) {
        lines.subList(position, lines.size()).clear();
    }
}
