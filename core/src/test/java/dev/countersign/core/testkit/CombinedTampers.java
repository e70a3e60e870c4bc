// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import static dev.countersign.core.chain.FaultCategory.CHAIN_RESTART;
import static dev.countersign.core.chain.FaultCategory.CONTENT_MODIFIED;
import static dev.countersign.core.chain.FaultCategory.FORK;
import static dev.countersign.core.chain.FaultCategory.HASH_FIELD_MODIFIED;
import static dev.countersign.core.chain.FaultCategory.HASH_MISSING;
import static dev.countersign.core.chain.FaultCategory.MALFORMED_JSON;
import static dev.countersign.core.chain.FaultCategory.PREV_FIELD_MODIFIED;
import static dev.countersign.core.chain.FaultCategory.RECORD_DUPLICATED;
import static dev.countersign.core.chain.FaultCategory.RECORD_INSERTED;
import static dev.countersign.core.chain.FaultCategory.RECORD_MISSING;
import static dev.countersign.core.chain.FaultCategory.RECORD_REORDERED;
import static dev.countersign.core.chain.FaultCategory.TORN_TAIL;
import static dev.countersign.core.testkit.Tamper.first;
import static dev.countersign.core.testkit.TamperSite.fault;

import java.util.List;
import java.util.Locale;

/// Several things done to one log: each is named, and none hides another. The log has at least
/// twelve records.
final class CombinedTampers {
    private CombinedTampers() {}

    static List<Tamper> all() {
        return List.of(
                first(
                        "two neighbours edited",
                        s ->
                                s.gives(
                                        text(text(s, s.log(), 4), 5),
                                        fault(4, CONTENT_MODIFIED),
                                        fault(5, CONTENT_MODIFIED))),
                first(
                        "first, one in the middle and last edited",
                        s ->
                                s.gives(
                                        text(text(text(s, s.log(), 0), 6), 11),
                                        fault(0, CONTENT_MODIFIED),
                                        fault(6, CONTENT_MODIFIED),
                                        fault(11, CONTENT_MODIFIED))),
                first(
                        "edited, deleted, hash in upper case",
                        s ->
                                s.gives(
                                        upper(text(s, s.log(), 2).without(6, 7), 8),
                                        fault(2, CONTENT_MODIFIED),
                                        fault(6, RECORD_MISSING),
                                        fault(8, HASH_FIELD_MODIFIED))),
                first(
                        "deleted and torn",
                        s ->
                                s.gives(
                                        s.log().without(3, 5).line(9, l -> l.cut(40)),
                                        fault(3, RECORD_MISSING),
                                        fault(9, TORN_TAIL))),
                first(
                        "garbage and edited",
                        s ->
                                s.gives(
                                        text(s, s.log(), 8)
                                                .insert(
                                                        3,
                                                        LogLine.of(s.log().record(3))
                                                                .spelled("???")),
                                        fault(3, MALFORMED_JSON),
                                        fault(9, CONTENT_MODIFIED))),
                first(
                        "edited and garbage: the first decides",
                        s ->
                                s.gives(
                                        text(s, s.log(), 2)
                                                .insert(
                                                        7,
                                                        LogLine.of(s.log().record(3))
                                                                .spelled("???")),
                                        fault(2, CONTENT_MODIFIED),
                                        fault(7, MALFORMED_JSON))),
                first(
                        "exchanged and hash removed",
                        s ->
                                s.gives(
                                        s.log()
                                                .move(4, 3)
                                                .edit(9, r -> r.without(s.format().hashField())),
                                        fault(3, RECORD_REORDERED),
                                        fault(9, HASH_MISSING))),
                first(
                        "duplicated, link edited, deleted",
                        s ->
                                s.gives(
                                        s.log()
                                                .edit(
                                                        6,
                                                        r ->
                                                                r.with(
                                                                        s.format().prevField(),
                                                                        s.strangeHash()))
                                                .without(9, 10)
                                                .insert(3, s.log().lines().get(2)),
                                        fault(3, RECORD_DUPLICATED),
                                        fault(7, PREV_FIELD_MODIFIED),
                                        fault(10, RECORD_MISSING))),
                first(
                        "two strangers at two places",
                        s ->
                                s.gives(
                                        s.log()
                                                .insert(8, s.stranger(backwards(s.strangeHash())))
                                                .insert(4, s.stranger(s.strangeHash())),
                                        fault(4, RECORD_INSERTED),
                                        fault(9, RECORD_INSERTED))),
                first(
                        "deleted at two places",
                        s ->
                                s.gives(
                                        s.log().without(8, 9).without(3, 4),
                                        fault(3, RECORD_MISSING),
                                        fault(7, RECORD_MISSING))),
                first(
                        "re-hashed at two places",
                        s ->
                                s.gives(
                                        rehashed(s, rehashed(s, s.log(), 3), 7),
                                        fault(4, RECORD_MISSING),
                                        fault(8, RECORD_MISSING))),
                first(
                        "edited in a second log",
                        s ->
                                s.gives(
                                        text(s.log().insert(12, s.otherLog().lines()), 15),
                                        fault(12, CHAIN_RESTART),
                                        fault(15, CONTENT_MODIFIED))),
                first(
                        "deleted, and the next one edited",
                        s ->
                                s.gives(
                                        text(s, s.log(), 6).without(5, 6),
                                        fault(5, CONTENT_MODIFIED))),
                first(
                        "edited, and two on the hash it carries",
                        s ->
                                s.gives(
                                        text(s, s.log(), 4).insert(5, s.stranger(s.log().hash(4))),
                                        fault(4, CONTENT_MODIFIED),
                                        fault(6, FORK))),
                first(
                        "edited, and a stranger between it and the next",
                        s ->
                                s.gives(
                                        text(s, s.log(), 4).insert(5, s.stranger(s.strangeHash())),
                                        fault(4, CONTENT_MODIFIED),
                                        fault(5, RECORD_INSERTED))),
                first(
                        "hash edited, and a stranger between it and the next",
                        s ->
                                s.gives(
                                        upper(s.log(), 4).insert(5, s.stranger(s.strangeHash())),
                                        fault(4, HASH_FIELD_MODIFIED),
                                        fault(5, RECORD_INSERTED))),
                first(
                        "deleted, and two on its hash",
                        s ->
                                s.gives(
                                        s.log()
                                                .without(4, 5)
                                                .insert(4, s.stranger(s.log().hash(4))),
                                        fault(4, RECORD_MISSING),
                                        fault(5, FORK))));
    }

    private static GeneratedLog text(TamperSite site, GeneratedLog log, int i) {
        return log.edit(i, r -> r.with(site.textKey(), "tampered"));
    }

    private static GeneratedLog text(GeneratedLog log, int i) {
        return text(new TamperSite(log, Tamper.Position.MIDDLE, i, 0), log, i);
    }

    private static String backwards(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private static GeneratedLog upper(GeneratedLog log, int i) {
        String field = log.format().hashField();
        return log.edit(i, r -> r.with(field, log.hash(i).toUpperCase(Locale.ROOT)));
    }

    private static GeneratedLog rehashed(TamperSite site, GeneratedLog log, int i) {
        return log.editSealed(i, r -> r.with(site.textKey(), "rewritten"));
    }
}
