// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.sampling.Completeness.Known;
import dev.countersign.core.sampling.SourceList.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

class CompletenessTest {
    private static Reading read(String text, String column) {
        return SourceList.read(text.getBytes(StandardCharsets.UTF_8), column);
    }

    private static SourceList list(String text) {
        return ((Reading.Read) read(text, "id")).list();
    }

    @Test
    void aSourceIsAColumnOfACsvFile() {
        SourceList list =
                list(
                        "\ufeffwho,id,\"what, \"\"in full\"\"\"\r\n"
                                + "a,CHG-1,\"line\nbreak\"\r\n"
                                + "\r\n"
                                + "b, CHG-2 ,\r\n"
                                + "c,CHG-1,x");
        assertThat(list.ids()).containsExactly("CHG-1", "CHG-2");
        assertThat(list.repeated()).containsExactly("CHG-1");
        assertThat(list.sha256()).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`id\\n\"a`|row 2: a quote is not closed",
                "`id\\na\"b`|row 2: a quote inside a field without quotes",
                "`id\\n\"a\"b`|row 2: a comma or a line end is missing",
                "`id,x\\na`|row 2 has 1 fields, the heading 2",
                "`id,x\\na,b,`|row 2 has 3 fields, the heading 2",
                "`id,x\\n,b`|row 2 says nothing in id",
                "`ID\\na`|it has no column id; its columns are ID",
                "`id,id\\na,b`|it has several columns id; its columns are id, id",
                "`sep=|\\nid\\na`|its first line says that its fields are separated by neither"
                        + " commas nor semicolons",
                "`id;x\\n\"a\"b`|row 2: a semicolon or a line end is missing",
                "`id;x\\na,1`|row 2 has 1 fields, the heading 2",
                "`id;x,y\\na;1,2`|it has no column id; its columns are id;x, y",
                "`sep=,\\nid;x\\na;1`|it has no column id; its columns are id;x",
                "``|it is empty"
            })
    void whateverCannotBeReadIsRefused(String text, String sentence) {
        assertThat(read(text.replace("\\n", "\n"), "id")).isEqualTo(new Reading.Refused(sentence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,x\ra,1\r\rb,2\r",
                "sep=,\r\nid,x\r\na,1\r\nb,2",
                "sep=;\r\nid\r\na\r\nb",
                "\ufeffwho;id\r\n1,5;a\r\n\"x;\"\"y\";b\r\n",
                "\r\n\"a, b\";id\n;a\n;b",
                "\"a; b\"\"\",id\n;,a\n;,b"
            })
    void whatSpreadsheetsWriteIsRead(String text) {
        assertThat(list(text).ids()).containsExactly("a", "b");
    }

    @Test
    void aRunThatIsListedByBothOfItsNamesIsListedTwice() {
        List<Known> runs = List.of(new Known("r1", "CHG-1", true), new Known("r2", "CHG-2", true));
        Completeness found = Completeness.of(list("id\nCHG-1\nr1\nr2"), runs, List.of(), List.of());
        assertThat(found.source()).isEqualTo(list("id\nCHG-1\nr1\nr2").repeating(List.of("r1")));
        assertThat(found.proven()).isFalse();
    }

    @Test
    void otherEncodingsAreRefused() {
        assertThat(SourceList.read(new byte[] {'i', 'd', '\n', (byte) 0xe4}, "id"))
                .isEqualTo(new Reading.Refused("it is not UTF-8: export it so"));
    }

    @Test
    void whatIsMissingOnEitherSideIsNamed() {
        SourceList source = list("id\nCHG-1\nCHG-2\nCHG-5\nrun-9\n");
        Completeness found =
                Completeness.of(
                        source,
                        List.of(
                                new Known("run-1", "CHG-1", true),
                                new Known("run-2", "CHG-2", false),
                                new Known("run-7", "CHG-7", true),
                                new Known("run-8", "", true),
                                new Known("run-9", "CHG-9", true)),
                        List.of("run-3"),
                        List.of());
        assertThat(found)
                .isEqualTo(
                        new Completeness(
                                source,
                                List.of("CHG-5"),
                                List.of("CHG-2"),
                                List.of("run-7", "run-8"),
                                List.of("CHG-3", "CHG-4", "CHG-6", "CHG-8"),
                                List.of("run-3"),
                                List.of()));
        assertThat(found.negative()).isTrue();
    }

    @Test
    void nothingIsMissing() {
        Completeness found =
                Completeness.of(
                        list("id\nCHG-1\nCHG-2\n"),
                        List.of(new Known("a", "CHG-1", true), new Known("b", "CHG-2", true)),
                        List.of(),
                        List.of());
        assertThat(found.negative()).isFalse();
        assertThat(found.proven()).isTrue();
        assertThat(found.gaps()).isEmpty();
    }

    @Test
    void aNumberOfAnotherPeriodIsNotLeftOut() {
        List<Known> runs =
                List.of(
                        new Known("a", "M-05", true),
                        new Known("b", "M-06", false),
                        new Known("c", "M-07", true));
        Completeness found = Completeness.of(null, runs, List.of(), List.of());
        assertThat(found.gaps()).isEmpty();
        assertThat(found.negative()).isFalse();
        assertThat(found.proven()).isFalse();
    }

    @Test
    void aGapSpeaksAgainstThePopulationUnlessAListSaysWhichNumbersThereAre() {
        List<Known> runs = List.of(new Known("a", "M-05", true), new Known("b", "M-07", true));
        Completeness alone = Completeness.of(null, runs, List.of(), List.of());
        assertThat(alone.gaps()).containsExactly("M-06");
        assertThat(alone.negative()).isTrue();
        Completeness listed = Completeness.of(list("id\nM-05\nM-07\n"), runs, List.of(), List.of());
        assertThat(listed.gaps()).containsExactly("M-06");
        assertThat(listed.negative()).isFalse();
        assertThat(listed.proven()).isTrue();
    }

    @Test
    void numbersOfOneFormBelongTogether() {
        assertThat(
                        Completeness.of(
                                        null,
                                        List.of(
                                                new Known("a", "CHG-008", true),
                                                new Known("b", "CHG-010", true),
                                                new Known("c", "X1", true),
                                                new Known("d", "Y3", true),
                                                new Known("e", "free text", true)),
                                        List.of(),
                                        List.of())
                                .gaps())
                .containsExactly("CHG-009");
        assertThat(
                        Completeness.of(
                                        null,
                                        List.of(
                                                new Known("a", "1", true),
                                                new Known("b", "999999999999999999", true)),
                                        List.of(),
                                        List.of())
                                .gaps())
                .hasSize(1_000);
    }
}
