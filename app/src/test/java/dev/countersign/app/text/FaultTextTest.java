// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.sample.SampleFaults;
import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.chain.Witness;
import dev.countersign.core.json.JsonProblem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

class FaultTextTest {
    @ParameterizedTest
    @EnumSource(FaultCategory.class)
    void saysWhatIsWrongAndWhere(FaultCategory category) {
        assertThat(FaultText.sentence(SampleFaults.of(category, 7))).isEqualTo(expected(category));
    }

    @ParameterizedTest
    @EnumSource(FaultCategory.class)
    void hasAWordAPhraseAndAdvice(FaultCategory category) {
        assertThat(CategoryText.word(category)).hasSizeBetween(4, 18);
        assertThat(CategoryText.phrase(category)).isNotBlank().doesNotEndWith(".");
        assertThat(CategoryText.alternative(category, "record 6")).isNotBlank().doesNotEndWith(".");
        assertThat(AdviceText.advice(category)).endsWith(".");
    }

    @ParameterizedTest
    @EnumSource(JsonProblem.Kind.class)
    void namesTheByte(JsonProblem.Kind kind) {
        assertThat(ProblemText.clause(new JsonProblem(kind, 0), 500))
                .isEqualTo(ProblemText.what(kind) + " at byte 0 of the line, byte 500 of the file");
    }

    @Test
    void namesTheRecordThatMayHaveBeenRewritten() {
        assertThat(AdviceText.alternatives(SampleFaults.of(FaultCategory.RECORD_MISSING, 7)))
                .isEqualTo(
                        "Perhaps record 6 was edited and hashed anew: the log alone cannot tell.");
        assertThat(AdviceText.alternatives(SampleFaults.of(FaultCategory.FORK, 7))).isEmpty();
    }

    @Test
    void doesNotSayThatTheLastRecordWasEdited() {
        Fault hash = SampleFaults.undecided(23, FaultCategory.HASH_FIELD_MODIFIED);
        assertThat(FaultText.sentence(hash))
                .isEqualTo(
                        "Record 23 (line 24) does not match the hash it carries, and no later"
                                + " record tells which of the two was changed: it carries"
                                + " 3f2a9c1b77d0…, its text hashes to 91bb04e2d3c7…");
        Fault link = SampleFaults.undecided(23, FaultCategory.PREV_FIELD_MODIFIED);
        assertThat(FaultText.sentence(link))
                .contains("no later record tells whether its text or its link was changed");
        for (Fault fault : List.of(hash, link)) {
            assertThat(CategoryText.word(fault)).isEqualTo("Hash disagrees");
            assertThat(CategoryText.phrase(fault)).isEqualTo("the record and its hash disagree");
            assertThat(EvidenceText.brief(fault)).isEqualTo("text hashes differently");
        }
        Fault edited = SampleFaults.of(FaultCategory.CONTENT_MODIFIED, 7);
        assertThat(CategoryText.word(edited)).isEqualTo("Edited");
        assertThat(CategoryText.phrase(edited)).isEqualTo("the record was edited");
    }

    @Test
    void missesRecordsBeforeTheFirst() {
        assertThat(FaultText.sentence(bare(0, FaultCategory.RECORD_MISSING, SampleFaults.STORED)))
                .isEqualTo(
                        "One or more records are missing before record 0 (line 1): it is the first"
                                + " here, yet its link names 3f2a9c1b77d0…");
    }

    @Test
    void hostileTextCannotSteerATerminal() {
        Fault fault =
                bare(
                        3,
                        FaultCategory.HASH_FIELD_MODIFIED,
                        "\u001b[2J\u202egood" + "x".repeat(10_000));
        assertThat(FaultText.sentence(fault))
                .contains("\"\\u{1b}[2J\\u{202e}good" + "x".repeat(31) + "…\"")
                .doesNotContain("\u001b")
                .doesNotContain("\u202e");
    }

    @Test
    void doesNotClaimAWitnessThatIsNotThere() {
        Witness other = new Witness(Witness.Role.SUCCESSOR, 8, 9, 0, null, null, "ff".repeat(32));
        Fault fault =
                new Fault(
                        7,
                        8,
                        0,
                        9,
                        FaultCategory.CONTENT_MODIFIED,
                        List.of(),
                        SampleFaults.STORED,
                        SampleFaults.COMPUTED,
                        List.of(other),
                        null,
                        null);
        assertThat(FaultText.sentence(fault)).doesNotContain("record 8");
    }

    private static Fault bare(long record, FaultCategory category, String stored) {
        return new Fault(
                record,
                record + 1,
                0,
                9,
                category,
                List.of(),
                stored,
                SampleFaults.COMPUTED,
                List.of(),
                null,
                null);
    }

    private static String clause(JsonProblem.Kind kind, int at) {
        return ProblemText.clause(new JsonProblem(kind, at), 2100);
    }

    private static String expected(FaultCategory category) {
        return switch (category) {
            case CONTENT_MODIFIED ->
                    "Record 7 (line 8) was edited in \"decision\": it carries the hash"
                            + " 3f2a9c1b77d0…, and record 8 names it too, but its text hashes to"
                            + " 91bb04e2d3c7…";
            case HASH_FIELD_MODIFIED ->
                    "The hash of record 7 (line 8) was changed to 3f2a9c1b77d0…: its text hashes to"
                            + " 91bb04e2d3c7…, and so says record 8.";
            case HASH_MISSING ->
                    "Record 7 (line 8) carries no hash; its text hashes to 91bb04e2d3c7…, and so"
                            + " says record 8.";
            case PREV_FIELD_MODIFIED ->
                    "The link of record 7 (line 8) was changed to 3f2a9c1b77d0…: with the hash of"
                            + " record 6 put back, 91bb04e2d3c7…, its own hash is right.";
            case GENESIS_MODIFIED ->
                    "Record 7 (line 8) is the first, but does not say so: its link reads \"start\""
                            + " where \"genesis\" belongs.";
            case RECORD_MISSING ->
                    "One or more records are missing before record 7 (line 8): its link names"
                            + " 3f2a9c1b77d0…, which no record here carries; record 6 carries"
                            + " 91bb04e2d3c7…";
            case RECORD_INSERTED ->
                    "Record 7 (line 8) was put in: record 8 does not link to it, but to record 6.";
            case RECORD_DUPLICATED -> "Record 7 (line 8) repeats record 5 with the same hash.";
            case RECORD_REORDERED ->
                    "Record 7 (line 8) is in the wrong place: its link names record 9, not record"
                            + " 6.";
            case RECORD_REWRITTEN ->
                    "Record 7 (line 8) was edited and hashed anew: its own hash is right, but"
                            + " record 8 still names the old hash 3f2a9c1b77d0…";
            case CHAIN_RESTART ->
                    "A second chain starts at record 7 (line 8): it claims to be the first record"
                            + " and does not link to record 6.";
            case FORK ->
                    "Record 7 (line 8) and record 6 both follow the same record, head"
                            + " 3f2a9c1b77d0…, and both are right: two writers, not an edit.";
            case TORN_TAIL ->
                    "Line 8 (record 7), the last, is torn after 120 bytes: the file ends in"
                            + " mid-line (a crash while writing, or a cut).";
            case MALFORMED_JSON ->
                    "Line 8 (record 7) is not JSON: "
                            + clause(JsonProblem.Kind.ENDS_EARLY, 120)
                            + ".";
            case MALFORMED_NOT_OBJECT ->
                    "Line 8 (record 7) is JSON but not a record: a record is an object in braces.";
            case MALFORMED_ENCODING ->
                    "Line 8 (record 7) is not UTF-8: "
                            + clause(JsonProblem.Kind.NOT_UTF8, 41)
                            + ".";
            case MALFORMED_BOM ->
                    "Line 8 (record 7) starts with a byte-order mark, which is not part of a"
                            + " record.";
            case MALFORMED_MISSING_FIELD ->
                    "Record 7 (line 8) lacks the field \"prev\" that every record of this format"
                            + " has.";
            case MALFORMED_JCS ->
                    "Record 7 (line 8) has no canonical form in RFC 8785, so it has no hash: "
                            + clause(JsonProblem.Kind.LONE_SURROGATE, 41)
                            + ".";
            case LIMIT_EXCEEDED ->
                    "Line 8 (record 7) was not read: it is longer than the limit (67,108,865"
                            + " bytes).";
        };
    }
}
