// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.run.Check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Locale;

class EvidenceWordsTest {
    private static final JsonObject NOTHING = JsonValue.object().build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "check|handoff_head|Head in the handoff report",
                "checkpoint|tail_missing|Records that the checkpoint has seen are missing at the"
                        + " end",
                "verdict|broken|Broken",
                "category|record_missing|One or more records are missing before it",
                "category|content_modified|The record and its hash disagree",
                "status|approved_pending_resume|Approved, to be resumed",
                "recorded|block|Block",
                "clock|operator_review|Review",
                "tier|emergency|Emergency",
                "why|no_log|There is no log.",
            })
    void names(String key, String raw, String words) {
        assertThat(EvidenceWords.of(NOTHING, key, raw)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"check,a_check_of_later", "step,completed", "recorded,e04b", "why,else"})
    void whatIsNoNameStandsForItself(String key, String says) {
        assertThat(EvidenceWords.of(NOTHING, key, says)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void everyCheckHasWords(Check.Kind kind) {
        var around = JsonValue.object().with("check", lower(kind)).build();
        assertThat(EvidenceWords.of(around, "check", lower(kind))).isNotBlank();
        assertThat(EvidenceWords.of(around, "why", "disagrees")).endsWith(".");
    }

    @ParameterizedTest
    @EnumSource
    void everyDiagnosisHasWords(FaultCategory category) {
        assertThat(EvidenceWords.of(NOTHING, "category", category.word())).doesNotContain("_");
    }

    @ParameterizedTest
    @EnumSource
    void everyCheckpointResultHasWords(CheckpointResult result) {
        assertThat(EvidenceWords.of(NOTHING, "checkpoint", result.word())).doesNotContain("_");
    }

    @Test
    void aTimeThatNobodyCanReadIsNotCalledTooEarly() {
        var item = JsonValue.object().with("record", 3).with("expected", Check.A_TIME).build();
        var around =
                JsonValue.object()
                        .with("check", "time_order")
                        .with("evidence", new JsonArray(List.of(item)))
                        .build();
        assertThat(EvidenceWords.of(around, "why", "disagrees"))
                .isEqualTo("Record 3 has no readable time.");
    }

    private static String lower(Check.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
