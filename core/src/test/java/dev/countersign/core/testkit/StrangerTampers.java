// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import static dev.countersign.core.chain.FaultCategory.CHAIN_RESTART;
import static dev.countersign.core.chain.FaultCategory.CONTENT_MODIFIED;
import static dev.countersign.core.chain.FaultCategory.FORK;
import static dev.countersign.core.chain.FaultCategory.RECORD_INSERTED;
import static dev.countersign.core.chain.FaultCategory.RECORD_MISSING;
import static dev.countersign.core.testkit.Tamper.everywhere;
import static dev.countersign.core.testkit.Tamper.last;
import static dev.countersign.core.testkit.Tamper.notFirst;
import static dev.countersign.core.testkit.Tamper.notLast;
import static dev.countersign.core.testkit.TamperSite.fault;

import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.testkit.Expected.Diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Records and logs that do not belong: inserted, put in another's place, appended, grown from two
/// writers.
final class StrangerTampers {
    private StrangerTampers() {}

    static List<Tamper> all() {
        return Stream.of(inserted(), blocks(), forks()).flatMap(List::stream).toList();
    }

    private static List<Tamper> inserted() {
        return List.of(
                notFirst("stranger with a wrong hash", s -> wrong(s, s.log().before(place(s)))),
                notFirst("stranger with a wrong hash and link", s -> wrong(s, s.strangeHash())),
                everywhere("stranger with a wrong link", s -> wrongLink(s, s.strangeHash())),
                everywhere("stranger on the same predecessor", StrangerTampers::sibling),
                notFirst("stranger that begins a chain", StrangerTampers::beginner),
                last("appended after a final checkpoint", s -> appended(s, true)),
                last("appended after a checkpoint", s -> appended(s, false)));
    }

    /// Where a stranger goes: before the record, or after the last one.
    private static int place(TamperSite site) {
        return site.last() ? site.log().size() : site.at();
    }

    private static Tampered wrong(TamperSite site, String link) {
        SlowValue.Obj record =
                site.stranger(link).record().with(site.format().hashField(), site.strangeHash());
        GeneratedLog changed = site.log().insert(place(site), LogLine.of(record));
        return site.gives(
                changed, fault(place(site), site.last() ? CONTENT_MODIFIED : RECORD_INSERTED));
    }

    private static Tampered wrongLink(TamperSite site, String link) {
        GeneratedLog changed = site.log().insert(place(site), site.stranger(link));
        return switch (site.position()) {
            case FIRST -> site.gives(changed, Expected.first(0, RECORD_MISSING));
            case MIDDLE -> site.gives(changed, RECORD_INSERTED);
            case LAST -> site.gives(changed, fault(place(site), RECORD_MISSING));
        };
    }

    private static Tampered sibling(TamperSite site) {
        GeneratedLog log = site.log();
        GeneratedLog changed = log.insert(place(site), site.stranger(log.before(site.at())));
        int later = site.at() + 1;
        return site.gives(changed, fault(later, site.first() ? CHAIN_RESTART : FORK));
    }

    private static Tampered beginner(TamperSite site) {
        GeneratedLog changed =
                site.log().insert(place(site), site.stranger(site.format().genesis()));
        List<FaultCategory> other = List.of(CHAIN_RESTART);
        return site.last()
                ? site.gives(changed, fault(place(site), CHAIN_RESTART))
                : site.gives(changed, new Diagnosis(site.at(), RECORD_INSERTED, other));
    }

    private static Tampered appended(TamperSite site, boolean last) {
        GeneratedLog log = site.log();
        GeneratedLog changed = log.insert(log.size(), site.strangers(log.hash(log.size() - 1), 2));
        CheckpointResult result = last ? CheckpointResult.TAIL_APPENDED : CheckpointResult.GROWN;
        return site.gives(changed, Expected.intact().against(result))
                .against(log.checkpoint(), last);
    }

    private static List<Tamper> blocks() {
        return List.of(
                everywhere("three strangers of another log", StrangerTampers::block),
                everywhere("replaced by a stranger", StrangerTampers::replaced),
                last(
                        "another log appended",
                        s ->
                                s.gives(
                                        s.log().insert(s.log().size(), s.otherLog().lines()),
                                        fault(s.log().size(), CHAIN_RESTART))),
                last("two other logs appended", StrangerTampers::two),
                last(
                        "rest of another log appended",
                        s ->
                                s.gives(
                                        s.log()
                                                .insert(
                                                        s.log().size(),
                                                        s.otherLog().without(0, 4).lines()),
                                        fault(s.log().size(), RECORD_MISSING))),
                notFirst(
                        "another log from here on",
                        s ->
                                s.gives(
                                        s.log()
                                                .without(s.at(), s.log().size())
                                                .insert(s.at(), s.otherLog().lines()),
                                        fault(s.at(), CHAIN_RESTART))));
    }

    private static Tampered block(TamperSite site) {
        GeneratedLog changed =
                site.log().insert(place(site), site.strangers(site.strangeHash(), 3));
        return switch (site.position()) {
            case FIRST -> site.gives(changed, Expected.first(0, RECORD_MISSING));
            case MIDDLE -> site.gives(changed, RECORD_INSERTED);
            case LAST -> site.gives(changed, fault(place(site), RECORD_MISSING));
        };
    }

    private static Tampered replaced(TamperSite site) {
        GeneratedLog changed =
                site.log().line(site.at(), line -> site.stranger(site.strangeHash()));
        return site.last()
                ? site.gives(changed, RECORD_MISSING)
                : site.gives(
                        changed,
                        fault(site.at(), RECORD_MISSING),
                        fault(site.at() + 1, RECORD_MISSING));
    }

    private static Tampered two(TamperSite site) {
        int size = site.log().size();
        GeneratedLog another = LogGenerator.generate(site.format(), 5, site.seed() + 5);
        GeneratedLog changed =
                site.log().insert(size, site.otherLog().lines()).insert(2 * size, another.lines());
        return site.gives(changed, fault(size, CHAIN_RESTART), fault(2 * size, CHAIN_RESTART));
    }

    private static List<Tamper> forks() {
        return List.of(
                notLast("two writers, line by line", s -> fork(s, true)),
                notLast("two writers, one after the other", s -> fork(s, false)),
                last(
                        "two writers at the end",
                        s ->
                                s.gives(
                                        s.log()
                                                .insert(
                                                        s.log().size(),
                                                        s.stranger(s.log().before(s.at()))),
                                        fault(s.log().size(), FORK))),
                notLast("three writers", StrangerTampers::three));
    }

    /// Both branches go on below the record; the second one's first record is the later child.
    private static Tampered fork(TamperSite site, boolean mixed) {
        List<LogLine> ours =
                new ArrayList<>(site.log().lines().subList(site.at() + 1, site.log().size()));
        List<LogLine> theirs = site.strangers(site.log().hash(site.at()), ours.size());
        List<LogLine> both = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            both.add(ours.get(i));
            both.addAll(mixed ? List.of(theirs.get(i)) : List.of());
        }
        both.addAll(mixed ? List.of() : theirs);
        GeneratedLog changed =
                site.log().without(site.at() + 1, site.log().size()).insert(site.at() + 1, both);
        return site.gives(changed, fault(site.at() + 1 + (mixed ? 1 : ours.size()), FORK));
    }

    private static Tampered three(TamperSite site) {
        LogLine one = site.stranger(site.log().hash(site.at()));
        SlowValue.Obj other = one.record().with(site.textKey(), "third");
        LogLine two = LogLine.of(SlowChain.sealed(site.format(), other));
        GeneratedLog changed = site.log().insert(site.at() + 2, List.of(one, two));
        return site.gives(changed, fault(site.at() + 2, FORK), fault(site.at() + 3, FORK));
    }
}
