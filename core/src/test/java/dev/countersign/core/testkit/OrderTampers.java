// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import static dev.countersign.core.chain.FaultCategory.RECORD_DUPLICATED;
import static dev.countersign.core.chain.FaultCategory.RECORD_MISSING;
import static dev.countersign.core.chain.FaultCategory.RECORD_REORDERED;
import static dev.countersign.core.testkit.Tamper.everywhere;
import static dev.countersign.core.testkit.Tamper.first;
import static dev.countersign.core.testkit.Tamper.last;
import static dev.countersign.core.testkit.Tamper.middle;
import static dev.countersign.core.testkit.Tamper.notLast;
import static dev.countersign.core.testkit.TamperSite.fault;

import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.testkit.Expected.Diagnosis;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Records lost, doubled, moved.
final class OrderTampers {
    private OrderTampers() {}

    static List<Tamper> all() {
        return Stream.of(lost(), doubled(), moved()).flatMap(List::stream).toList();
    }

    private static List<Tamper> lost() {
        return List.of(
                notLast(
                        "one record deleted",
                        s -> s.gives(s.log().without(s.at(), s.at() + 1), RECORD_MISSING)),
                notLast(
                        "three records deleted",
                        s -> s.gives(s.log().without(s.at(), s.at() + 3), RECORD_MISSING)),
                notLast("record overwritten with spaces", OrderTampers::blanked),
                middle("every second record deleted", OrderTampers::everySecond),
                first(
                        "all but the last deleted",
                        s -> s.gives(s.log().without(0, s.log().size() - 1), RECORD_MISSING)),
                last("last record deleted", s -> cut(s, 1)),
                last("last three records deleted", s -> cut(s, 3)));
    }

    private static Tampered cut(TamperSite site, int records) {
        int size = site.log().size();
        Expected expected = Expected.intact().against(CheckpointResult.TAIL_MISSING);
        return site.gives(site.log().without(size - records, size), expected)
                .against(site.log().checkpoint(), false);
    }

    private static Tampered blanked(TamperSite site) {
        GeneratedLog blank =
                site.log().line(site.at(), l -> l.spelled(" ".repeat(l.text().length)));
        return site.gives(blank, RECORD_MISSING);
    }

    private static Tampered everySecond(TamperSite site) {
        GeneratedLog log = site.log();
        Diagnosis[] faults = new Diagnosis[3];
        for (int i = 0; i < 3; i++) {
            log = log.without(site.at() + i, site.at() + i + 1);
            faults[i] = fault(site.at() + i, RECORD_MISSING);
        }
        return site.gives(log, faults);
    }

    private static List<Tamper> doubled() {
        return List.of(
                everywhere("duplicated at once", s -> copy(s, s.at() + 1)),
                notLast("duplicated three further on", s -> copy(s, s.at() + 4)),
                everywhere("duplicated at the end", s -> copy(s, s.log().size())),
                notLast("three records duplicated", OrderTampers::copies),
                first(
                        "whole log twice",
                        s ->
                                s.gives(
                                        s.log().insert(s.log().size(), s.log().lines()),
                                        Expected.first(s.log().size(), RECORD_DUPLICATED))),
                everywhere("duplicated and respelled", s -> respelledCopy(s)));
    }

    private static Tampered copy(TamperSite site, int to) {
        LogLine line = site.log().lines().get(site.at());
        return site.gives(site.log().insert(to, line), fault(to, RECORD_DUPLICATED));
    }

    private static Tampered respelledCopy(TamperSite site) {
        LogLine line = AwkwardLines.respelled(site.log().lines().get(site.at()), site.seed());
        return site.gives(
                site.log().insert(site.at() + 1, line), fault(site.at() + 1, RECORD_DUPLICATED));
    }

    private static Tampered copies(TamperSite site) {
        List<LogLine> three = site.log().lines().subList(site.at(), site.at() + 3);
        GeneratedLog changed = site.log().insert(site.at() + 3, three);
        return site.gives(changed, Expected.first(site.at() + 3, RECORD_DUPLICATED));
    }

    private static List<Tamper> moved() {
        return List.of(
                everywhere(
                        "two neighbours exchanged",
                        s ->
                                moved(
                                        s,
                                        s.last() ? s.at() : s.at() + 1,
                                        s.last() ? s.at() - 1 : s.at())),
                notLast(
                        "moved forward",
                        s ->
                                s.first()
                                        ? s.gives(
                                                s.log().move(0, 4),
                                                Expected.first(0, RECORD_MISSING))
                                        : s.gives(
                                                s.log().move(s.at(), s.at() + 3),
                                                RECORD_REORDERED)),
                everywhere(
                        "moved back",
                        s -> moved(s, s.first() ? 4 : s.at(), s.first() ? 0 : s.at() - 4)),
                everywhere("four records reversed", OrderTampers::reversed),
                middle("two records exchanged at a distance", OrderTampers::distant),
                first(
                        "rotated",
                        s ->
                                s.gives(
                                        s.log()
                                                .without(0, 3)
                                                .insert(
                                                        s.log().size() - 3,
                                                        s.log().lines().subList(0, 3)),
                                        Expected.first(0, RECORD_MISSING))));
    }

    /// Takes a record out and puts it further ahead: one fault, at its new place.
    private static Tampered moved(TamperSite site, int from, int to) {
        GeneratedLog changed = site.log().move(from, to);
        return to == 0
                ? site.gives(changed, Expected.first(0, RECORD_MISSING))
                : site.gives(changed, fault(to, RECORD_REORDERED));
    }

    private static Tampered reversed(TamperSite site) {
        int from = site.last() ? site.at() - 3 : site.at();
        GeneratedLog changed = site.log().reversed(from, from + 4);
        if (site.first()) {
            return site.gives(changed, Expected.first(0, RECORD_MISSING));
        }
        Diagnosis[] faults =
                IntStream.range(from, from + 3)
                        .mapToObj(i -> fault(i, RECORD_REORDERED))
                        .toArray(Diagnosis[]::new);
        return site.gives(changed, faults);
    }

    private static Tampered distant(TamperSite site) {
        int one = site.at() - 2;
        int two = site.at() + 2;
        GeneratedLog changed = site.log().move(two, one).move(one + 1, two);
        return site.gives(changed, fault(one, RECORD_REORDERED), fault(one + 1, RECORD_REORDERED));
    }
}
