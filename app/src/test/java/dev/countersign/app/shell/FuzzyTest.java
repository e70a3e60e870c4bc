// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.stream.IntStream;

class FuzzyTest {
    private static PaletteItem item(String title, String detail) {
        return new PaletteItem(Feather.CIRCLE, title, detail, "", () -> {});
    }

    private static final List<PaletteItem> ITEMS =
            List.of(
                    item("Queue", "Screen"),
                    item("Open log…", "Action"),
                    item("change-approval-0155cb2f963b", "CHG-1101 Rotate keys payments-gateway"),
                    item("change-approval-24697f3d8a1f", "CHG-1102 Raise limit ledger-core"));

    private static List<String> titles(String query) {
        return Fuzzy.best(ITEMS, List.of(), query, 10).best().stream()
                .map(PaletteItem::title)
                .toList();
    }

    @Test
    void nothingTypedShowsAllInTheirOrder() {
        assertThat(titles(" "))
                .containsExactly(
                        "Queue",
                        "Open log…",
                        "change-approval-0155cb2f963b",
                        "change-approval-24697f3d8a1f");
        assertThat(Fuzzy.best(ITEMS, List.of(), "", 2).best()).hasSize(2);
    }

    @Test
    void aPartOfAnIdFindsTheRun() {
        assertThat(titles("24697")).containsExactly("change-approval-24697f3d8a1f");
    }

    @Test
    void whatElseItIsKnownByFindsItToo() {
        assertThat(titles("ledger")).containsExactly("change-approval-24697f3d8a1f");
        assertThat(titles("chg-1101")).containsExactly("change-approval-0155cb2f963b");
    }

    @Test
    void everyWordMustBeThere() {
        assertThat(titles("change rotate")).containsExactly("change-approval-0155cb2f963b");
        assertThat(titles("change nothing")).isEmpty();
    }

    @Test
    void lettersInTheirOrderAreEnough() {
        assertThat(titles("opl")).first().isEqualTo("Open log…");
        assertThat(titles("zzz")).isEmpty();
    }

    @Test
    void startsOfWordsComeFirst() {
        var inside = item("catalogue", "");
        var start = item("the log", "");
        var first = item("log", "");
        assertThat(Fuzzy.best(List.of(inside, start, first), List.of(), "log", 3).best())
                .containsExactly(first, start, inside);
    }

    @Test
    void noMoreThanAskedFor() {
        var many = IntStream.range(0, 10_000).mapToObj(i -> item("run " + i, "")).toList();
        assertThat(Fuzzy.best(many, List.of(), "run", 50).best()).hasSize(50);
        assertThat(Fuzzy.best(many, List.of(), "run", 50).all()).isEqualTo(many.size());
    }
}
