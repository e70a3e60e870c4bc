// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.sample.HandMadeRun;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.run.RunStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.ZoneId;

class EventTextTest {
    private static RunEvent event(String name, String fields) {
        return new HandMadeRun("change-approval", "0")
                .at(RunStatus.RUNNING, "", null)
                .event(name, fields)
                .snapshot()
                .events()
                .getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "run_started | \"run_id\": \"r-1\" | Run started | r-1",
                "step_started | \"step\": \"gate\" | Step started: gate | ''",
                "step_result | \"step\": \"gate\", \"status\": \"ok\", \"reason\": \"fine\" |"
                        + " gate: ok | fine",
                "step_failed | \"step\": \"gate\", \"error\": \"boom\" | Step failed: gate | boom",
                "artifact_written | \"name\": \"a.json\", \"sha256_12\": \"ab\" | Artifact written:"
                        + " a.json | ab",
                "approval_recorded | \"key\": \"k\", \"approver\": \"a\", \"decision\":"
                        + " \"approved\" | Approval recorded: approved by a | k",
                "approval_rejected | \"key\": \"k\", \"approver\": \"a\" | Rejected by a | k",
                "review_recorded | \"reviewer\": \"a\", \"decision\": \"accept\" | Review recorded:"
                        + " accept by a | reviewer a · decision accept",
                "run_completed | \"run_id\": \"r-1\" | Run completed | r-1",
                "pager_paged | \"who\": \"ops\", \"n\": 3 | pager_paged | who ops · n 3",
                "step_result | \"step\": 7 | 7: ? | ''"
            })
    void everyEventIsALine(String name, String fields, String title, String detail) {
        RunEvent event = event(name, fields);
        assertThat(EventText.title(event)).isEqualTo(title);
        assertThat(EventText.detail(event)).isEqualTo(detail.equals("''") ? "" : detail);
    }

    @Test
    void timesAreTheViewers() {
        assertThat(EventText.time(event("x", ""), ZoneId.of("Europe/Oslo")))
                .isEqualTo("2026-11-23 14:02:10");
        assertThat(
                        EventText.time(
                                new RunEvent(0, 1, "x", null, event("x", "").value()),
                                ZoneId.of("Europe/Oslo")))
                .isEqualTo("–");
    }

    @Test
    void allFieldsAreShown() {
        assertThat(EventText.fields(event("x", "\"a\": [1, null], \"b\": \"line\\u202e\"")))
                .contains("event: x\n", "a: [1, null]\n", "b: line\uFFFD\n", "prev: ", "hash: ");
        assertThat(EventText.fields(event("x", "\"a\": \"" + "y".repeat(5_000) + "\"")))
                .contains("… 1,000 more characters");
    }

    @Test
    void jsonIsLaidOutForReading() {
        var value = event("x", "\"a\": {\"b\": [1, {}], \"c\": []}").value().get("a");
        assertThat(value).isNotNull();
        assertThat(PrettyText.of(value))
                .isEqualTo("{\n  \"b\": [\n    1,\n    {}\n  ],\n  \"c\": []\n}");
        String deep = "[".repeat(20_000) + "]".repeat(20_000);
        assertThat(PrettyText.of(event("x", "\"a\": " + deep).value())).hasSizeLessThan(200_000);
    }
}
