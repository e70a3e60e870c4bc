// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.chain.RecordLine;
import dev.countersign.core.chain.RecordState;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

class LinkLanesTest {
    /// Records as `hash<link:state`, `.` the genesis value; drawn as `lane link`, then the lanes it
    /// comes from, goes to, and lets pass.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a<.:I b<a:I c<b:I     | 0 START 0>[0][] / 0 HOLDS 0>[0][] / 0 HOLDS 0>[][]
                    b<a:I c<b:I           | 0 HOLDS 0>[0][] / 0 HOLDS 0>[][]
                    a<.:I b<a:M c<b:U     | 0 START 0>[0][] / 0 HOLDS 0>[0][] / 0 SEVERED 0>[][]
                    a<.:I c<x:G d<c:U     | 0 START 0>[][] / 0 BROKEN 0>[0][] / 0 HOLDS 0>[][]
                    a<.:I x<z:+ b<a:I     | 0 START 0>[0][] / 1 BROKEN 1>[][0] / 0 HOLDS 0>[][]
                    a<.:I x<a:+ b<a:I     | 0 START 0>[1, 0][] / 1 HOLDS 1>[][0] / 0 HOLDS 0>[][]
                    a<.:I b<a:I c<b:I f<a:Y g<f:I d<c:I | \
                    0 START 0>[0, 1][] head / 0 HOLDS 0>[0][1] / 0 HOLDS 0>[0][1] / \
                    1 BRANCH 1>[1][0] / 1 HOLDS 1>[][0] / 0 HOLDS 0>[][]
                    a<.:I !:T             | 0 START 0>[][] / 0 NONE 0>[][]
                    a<.:I !:X b<a:I       | 0 START 0>[0][] / 1 NONE 1>[][0] / 0 HOLDS 0>[][]
                    p<o:Y q<p:I           | 0 ELSEWHERE 0>[0][] / 0 HOLDS 0>[][]
                    """)
    void everyLinkIsDrawnToTheRecordThatItNames(String records, String expected) {
        List<RecordLine> lines = new ArrayList<>();
        List<RecordState> states = new ArrayList<>();
        for (String each : records.strip().split(" ")) {
            lines.add(line(lines.size(), each.substring(0, each.indexOf(':'))));
            states.add(state(each.charAt(each.length() - 1)));
        }
        String drawn =
                LinkLanes.of(lines, record -> states.get((int) record), "genesis").stream()
                        .map(LinkLanesTest::text)
                        .collect(Collectors.joining(" / "));
        assertThat(drawn).isEqualTo(expected.strip());
    }

    private static String text(LinkDrawing d) {
        return d.lane()
                + " "
                + d.link()
                + " "
                + d.from()
                + ">"
                + d.to()
                + d.passing()
                + (d.head() ? " head" : "");
    }

    private static RecordLine line(int record, String text) {
        boolean malformed = text.equals("!");
        String[] parts = text.split("<");
        return new RecordLine(
                record,
                record + 1,
                0,
                0,
                null,
                null,
                null,
                malformed ? null : parts[0],
                malformed ? null : parts[1].equals(".") ? "genesis" : parts[1],
                List.of(),
                malformed ? FaultCategory.MALFORMED_JSON : null,
                "");
    }

    private static RecordState state(char letter) {
        return switch (letter) {
            case 'I' -> RecordState.INTACT;
            case 'M' -> RecordState.MODIFIED;
            case 'U' -> RecordState.UNANCHORED;
            case 'G' -> RecordState.MISSING;
            case '+' -> RecordState.INSERTED;
            case 'Y' -> RecordState.FORK;
            case 'T' -> RecordState.TORN;
            case 'X' -> RecordState.MALFORMED;
            default -> throw new IllegalArgumentException("" + letter);
        };
    }
}
