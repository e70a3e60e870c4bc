// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import static dev.countersign.core.chain.FaultCategory.CHAIN_RESTART;
import static dev.countersign.core.chain.FaultCategory.FORK;
import static dev.countersign.core.chain.FaultCategory.GENESIS_MODIFIED;
import static dev.countersign.core.chain.FaultCategory.MALFORMED_MISSING_FIELD;
import static dev.countersign.core.chain.FaultCategory.PREV_FIELD_MODIFIED;
import static dev.countersign.core.chain.FaultCategory.RECORD_MISSING;
import static dev.countersign.core.chain.FaultCategory.RECORD_REORDERED;
import static dev.countersign.core.testkit.Tamper.everywhere;
import static dev.countersign.core.testkit.Tamper.first;
import static dev.countersign.core.testkit.Tamper.middle;
import static dev.countersign.core.testkit.Tamper.notFirst;
import static dev.countersign.core.testkit.Tamper.notLast;
import static dev.countersign.core.testkit.TamperSite.fault;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.FaultCategory;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Edits of the link, with the hash kept or made anew.
final class LinkTampers {
    private LinkTampers() {}

    static List<Tamper> all() {
        return Stream.of(kept(), sealed(), absent()).flatMap(List::stream).toList();
    }

    private static List<Tamper> kept() {
        return List.of(
                notLast("link replaced", s -> kept(s, s.strangeHash())),
                notLast("link made a word", s -> kept(s, "nothing")),
                notLast("link made longer", s -> kept(s, s.log().before(s.at()) + "0")),
                middle("link to an earlier record", s -> kept(s, s.log().before(s.at() - 2))),
                middle("link to itself", s -> kept(s, s.log().hash(s.at()))),
                middle("link made genesis", s -> kept(s, s.format().genesis())));
    }

    private static Tampered kept(TamperSite site, String link) {
        return site.gives(site.linked(link), site.first() ? GENESIS_MODIFIED : PREV_FIELD_MODIFIED);
    }

    private static List<Tamper> sealed() {
        return List.of(
                everywhere(
                        "link replaced and re-hashed",
                        s -> sealed(s, s.strangeHash(), RECORD_MISSING)),
                everywhere(
                        "link replaced and rest rebuilt",
                        s -> rebuilt(s, s.strangeHash(), RECORD_MISSING)),
                first("genesis word and re-hashed", s -> sealed(s, "nothing", GENESIS_MODIFIED)),
                first(
                        "genesis word and rest rebuilt",
                        s -> rebuilt(s, "nothing", GENESIS_MODIFIED)),
                notFirst(
                        "link made genesis and re-hashed",
                        s -> sealed(s, s.format().genesis(), CHAIN_RESTART)),
                notFirst(
                        "link made genesis and rest rebuilt",
                        s -> rebuilt(s, s.format().genesis(), CHAIN_RESTART)),
                notFirst(
                        "link two back and re-hashed",
                        s -> sealed(s, s.log().before(s.at() - 1), FORK)),
                middle(
                        "link ahead and re-hashed",
                        s -> sealed(s, s.log().hash(s.at() + 2), RECORD_REORDERED)));
    }

    private static Tampered sealed(TamperSite site, String link, FaultCategory category) {
        GeneratedLog changed = site.linkedSealed(link);
        if (site.last()) {
            return site.gives(changed, category);
        }
        return site.gives(
                changed, fault(site.at(), category), fault(site.at() + 1, RECORD_MISSING));
    }

    private static Tampered rebuilt(TamperSite site, String link, FaultCategory category) {
        return site.gives(site.linkedSealed(link).rebuilt(site.at() + 1), category);
    }

    private static List<Tamper> absent() {
        String[] covered = {"event_id", "details", "outcome", "timestamp"};
        Stream<Tamper> fields =
                Stream.of(covered)
                        .map(key ->
                                unread("without " + key, s -> s.edited(r -> r.without(key)))
                                        .only(ChainFormat.B));
        Stream<Tamper> links =
                Stream.of(
                        unread(
                                "link removed",
                                s -> s.edited(r -> r.without(s.format().prevField()))),
                        unread("link nulled", s -> linked(s, SlowValue.NULL)),
                        unread("link made a number", s -> linked(s, SlowValue.Int.of(0))),
                        unread("link made an object", s -> linked(s, s.body())));
        return Stream.concat(links, fields).toList();
    }

    private static GeneratedLog linked(TamperSite site, SlowValue link) {
        return site.edited(r -> r.with(site.format().prevField(), link));
    }

    private static Tamper unread(String name, Function<TamperSite, GeneratedLog> edit) {
        return everywhere(name, s -> s.gives(edit.apply(s), MALFORMED_MISSING_FIELD));
    }
}
