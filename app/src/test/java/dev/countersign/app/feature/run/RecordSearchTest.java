// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.run.RunEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class RecordSearchTest {
    private static final List<RunEvent> EVENTS =
            List.of(
                    event(0, "run_started", "3aa0d4"),
                    event(1, "step_started", "11bc77"),
                    event(2, "approval_recorded", "f00d12"),
                    event(11, "run_completed", "3aa1ff"));

    private static RunEvent event(long record, String name, String hash) {
        var value = JsonValue.object().with("event", name).with("hash", hash).build();
        return new RunEvent(record, record + 1, name, null, value);
    }

    private static List<Long> found(String typed) {
        return RecordSearch.find(EVENTS, typed, 10).stream()
                .map(hit -> hit.event().record())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "11, 11",
        "'#1', 1",
        "record 2, 2",
        "3aa0, 0",
        "F00D12, 2",
        "approval, 2",
        "run comp, 11",
        "run_, 0 11",
        "3aa, ",
        "recorded 2, 2",
        "'', ",
        "rec, 2"
    })
    void namesRecords(String typed, String records) {
        List<Long> wanted =
                records == null
                        ? List.of()
                        : Stream.of(records.split(" ")).map(Long::valueOf).toList();
        assertThat(found(typed)).isEqualTo(wanted);
    }

    @Test
    void saysWhatItFound() {
        assertThat(RecordSearch.find(EVENTS, "f00d12", 10))
                .containsExactly(
                        new RecordSearch.Hit(
                                EVENTS.get(2),
                                "Record 2",
                                dev.countersign.app.text.EventText.title(EVENTS.get(2))
                                        + " · \"f00d12\"",
                                "2 #2 record approval_recorded f00d12"));
    }

    @Test
    void stopsAtTheLimit() {
        var many = IntStream.range(0, 100).mapToObj(i -> event(i, "note", "00")).toList();
        assertThat(RecordSearch.find(many, "note", 7)).hasSize(7);
    }
}
