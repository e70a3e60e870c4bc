// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.sample.SampleFaults;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.chain.RecordState;
import dev.countersign.core.chain.Witness;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
        assertThat(StateText.word(state)).hasSizeBetween(4, 16);
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
            case MALFORMED_JSON -> "it ends in the middle of a value, byte 42";
            case MALFORMED_NOT_OBJECT -> "JSON, but no object in braces";
            case MALFORMED_ENCODING -> "the bytes form no character, byte 42";
            case MALFORMED_BOM -> "an editor has saved this file";
            case MALFORMED_MISSING_FIELD -> "no \"prev\"";
            case MALFORMED_JCS -> "half of a surrogate pair, byte 42";
            case LIMIT_EXCEEDED -> "120 bytes";
        };
    }
}
