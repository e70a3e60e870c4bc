// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import static dev.countersign.core.chain.FaultCategory.CONTENT_MODIFIED;
import static dev.countersign.core.chain.FaultCategory.LIMIT_EXCEEDED;
import static dev.countersign.core.chain.FaultCategory.RECORD_INSERTED;
import static dev.countersign.core.testkit.Tamper.everywhere;
import static dev.countersign.core.testkit.Tamper.first;
import static dev.countersign.core.testkit.Tamper.last;
import static dev.countersign.core.testkit.TamperSite.fault;

import dev.countersign.core.chain.Limits;

import java.util.List;

/// At the very ends: the last record, before the first, and beyond the limit.
final class EdgeTampers {
    private EdgeTampers() {}

    static List<Tamper> all() {
        Limits bytes = new Limits(100_000, 1 << 20, 1_000, 100);
        return List.of(
                last(
                        "link replaced in the last record",
                        s -> s.gives(s.linked(s.strangeHash()), CONTENT_MODIFIED)),
                last(
                        "link made a word in the last record",
                        s -> s.gives(s.linked("nothing"), CONTENT_MODIFIED)),
                last(
                        "link made genesis in the last record",
                        s -> s.gives(s.linked(s.format().genesis()), CONTENT_MODIFIED)),
                first(
                        "stranger with a wrong hash before the first",
                        s -> wrong(s, s.format().genesis())),
                first(
                        "stranger with a wrong hash and link before the first",
                        s -> wrong(s, s.strangeHash())),
                everywhere(
                        "line beyond the limit",
                        s ->
                                s.gives(
                                                s.bodyEdited(
                                                        b -> b.with("note", "x".repeat(200_000))),
                                                LIMIT_EXCEEDED)
                                        .within(bytes)));
    }

    private static Tampered wrong(TamperSite site, String link) {
        SlowValue.Obj record =
                site.stranger(link).record().with(site.format().hashField(), site.strangeHash());
        return site.gives(site.log().insert(0, LogLine.of(record)), fault(0, RECORD_INSERTED));
    }
}
