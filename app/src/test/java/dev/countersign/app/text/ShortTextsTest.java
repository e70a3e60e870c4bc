// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.sample.SampleFaults;
import dev.countersign.app.sample.SampleReports;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.chain.RecordState;
import dev.countersign.core.chain.Witness;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.ZonedDateTime;

class ShortTextsTest {
    @ParameterizedTest
    @EnumSource(FaultCategory.class)
    void evidenceFitsACell(FaultCategory category) {
        assertThat(EvidenceText.brief(SampleFaults.of(category, 7)))
                .isEqualTo(evidence(category))
                .hasSizeLessThan(56);
    }

    @ParameterizedTest
    @EnumSource(RecordState.class)
    void everyStateHasAWordAndAMeaning(RecordState state) {
        assertThat(StateText.word(state)).hasSizeBetween(4, 22);
        assertThat(StateText.meaning(state)).endsWith(".");
    }

    @ParameterizedTest
    @EnumSource(Witness.Role.class)
    void everyWitnessSpeaks(Witness.Role role) {
        Fault fault = SampleFaults.of(FaultCategory.CONTENT_MODIFIED, 7);
        var witness = new Witness(role, 8, 9, 0, SampleFaults.COMPUTED, null, SampleFaults.STORED);
        String expected =
                switch (role) {
                    case PREDECESSOR -> "Record 8 (line 9), the one before, carries 91bb04e2d3c7…";
                    case SUCCESSOR ->
                            "Record 8 (line 9), the one after, links to 3f2a9c1b77d0…, the stored"
                                    + " hash.";
                    case TWIN -> "Record 8 (line 9), the same record, carries 91bb04e2d3c7…";
                    case NAMED_BY_LINK ->
                            "Record 8 (line 9), which the link names, carries 91bb04e2d3c7…";
                    case SIBLING ->
                            "Record 8 (line 9), which has the same link, carries 91bb04e2d3c7…";
                };
        assertThat(WitnessText.sentence(witness, fault)).isEqualTo(expected);
    }

    /// A record after a gap is here: what is missing is another one.
    @Test
    void aRecordAfterAGapIsNotCalledMissing() {
        assertThat(StateText.word(RecordState.MISSING)).isEqualTo("Missing before");
        assertThat(RecoveryText.offer(SampleFaults.of(FaultCategory.RECORD_MISSING, 20)))
                .isEqualTo("Recover what stood before record 20");
        assertThat(RecoveryText.offer(SampleFaults.of(FaultCategory.CONTENT_MODIFIED, 20)))
                .isEqualTo("Recover record 20");
    }

    /// The strip's legend and the table of faults call one thing by one name.
    @Test
    void legendAndTableUseTheSameWords() {
        assertThat(StateText.word(RecordState.FORK)).isEqualTo(table(FaultCategory.FORK));
        assertThat(StateText.word(RecordState.RESTART))
                .isEqualTo(table(FaultCategory.CHAIN_RESTART));
        assertThat(StateText.word(RecordState.DUPLICATED))
                .isEqualTo(table(FaultCategory.RECORD_DUPLICATED));
        assertThat(StateText.word(RecordState.REORDERED))
                .isEqualTo(table(FaultCategory.RECORD_REORDERED));
        assertThat(StateText.word(RecordState.INSERTED))
                .isEqualTo(table(FaultCategory.RECORD_INSERTED));
        assertThat(StateText.word(RecordState.REWRITTEN))
                .isEqualTo(table(FaultCategory.RECORD_REWRITTEN));
        assertThat(StateText.word(RecordState.TORN)).isEqualTo(table(FaultCategory.TORN_TAIL));
        assertThat(StateText.word(RecordState.MODIFIED)).isEqualTo("Edited or hash changed");
        assertThat(StateText.word(RecordState.UNANCHORED)).isEqualTo("After a break");
        assertThat(StateText.meaning(RecordState.UNANCHORED))
                .isEqualTo("Right in itself, but nothing ties it to the start of the chain.");
    }

    private static String table(FaultCategory category) {
        return CategoryText.word(SampleFaults.of(category, 7));
    }

    @Test
    void anAssumedFormatIsNotRecognised() {
        assertThat(FormatText.name(SampleReports.empty())).isEqualTo("not recognised");
        assertThat(FormatText.name(SampleReports.foreign())).isEqualTo("not recognised");
        assertThat(FormatText.name(SampleReports.intact())).isEqualTo("A · run log");
    }

    @Test
    void aFileIsVerifiedByACommandThatAShellTakes() {
        assertThat(NextStepText.verify(Path.of("/srv/a-b/audit.jsonl")))
                .isEqualTo("countersign verify /srv/a-b/audit.jsonl");
        assertThat(NextStepText.verify(Path.of("/srv/my run $1/ä.jsonl")))
                .isEqualTo("countersign verify '/srv/my run $1/ä.jsonl'");
        assertThat(NextStepText.verify(Path.of("/srv/a'b\u202e.jsonl")))
                .isEqualTo("countersign verify LOG");
        assertThat(NextStepText.verify(Path.of("--json"))).isEqualTo("countersign verify LOG");
        for (CheckpointResult result : CheckpointResult.values()) {
            assertThat(NextStepText.applies(SampleReports.intact(result)))
                    .isEqualTo(result == CheckpointResult.NONE);
        }
        assertThat(NextStepText.applies(SampleReports.edited())).isFalse();
        assertThat(NextStepText.reaches(Path.of("/srv/runs/a/audit.jsonl"))).isTrue();
        assertThat(NextStepText.reaches(Path.of("/srv/e.tar.gz/runs/a"))).isFalse();
    }

    @Test
    void timesAreLocal() {
        var at = ZonedDateTime.parse("2026-03-01T09:05:07+01:00");
        assertThat(TimeText.local(at)).isEqualTo("2026-03-01 09:05");
        assertThat(TimeText.exact(at)).isEqualTo("2026-03-01 09:05:07 +01:00");
    }

    @Test
    void formatsHaveNames() {
        assertThat(ChainFormat.BUILT_IN)
                .extracting(FormatText::name)
                .containsExactly("A · run log", "B · audit trail", "J · RFC 8785");
    }

    private static String evidence(FaultCategory category) {
        return switch (category) {
            case CONTENT_MODIFIED -> "\"decision\" was changed";
            case HASH_FIELD_MODIFIED -> "record 8 names the computed hash";
            case HASH_MISSING -> "record 8 names the computed hash";
            case PREV_FIELD_MODIFIED -> "right once linked to record 6";
            case GENESIS_MODIFIED -> "link reads \"start\"";
            case RECORD_MISSING -> "link names 3f2a9c1b77d0…, not here";
            case RECORD_INSERTED -> "record 8 links to record 6";
            case RECORD_DUPLICATED -> "same as record 5";
            case RECORD_REORDERED -> "link names record 9";
            case RECORD_REWRITTEN -> "record 8 names another hash";
            case CHAIN_RESTART -> "does not link to record 6";
            case FORK -> "same link as record 6";
            case TORN_TAIL -> "breaks off after 120 bytes";
            case MALFORMED_JSON -> "it ends in the middle of a value, byte 120";
            case MALFORMED_NOT_OBJECT -> "JSON, but not an object in braces";
            case MALFORMED_ENCODING -> "the bytes form no character, byte 41";
            case MALFORMED_BOM -> "an editor has saved this file";
            case MALFORMED_MISSING_FIELD -> "no \"prev\"";
            case MALFORMED_JCS -> "half of a surrogate pair, byte 41";
            case LIMIT_EXCEEDED -> "67,108,865 bytes";
        };
    }
}
