// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.Agreement;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogGenerator;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Two copies of a log, and what was seen of them before. */
class StandsTest extends TwoLogs {
    @Test
    void whatACheckpointHasSeenWasRolledBack() {
        GeneratedLog cut = log.without(12, 20);
        NamedCheckpoint seen = new NamedCheckpoint("desk", log.without(15, 20).checkpoint());
        Comparison found = comparing.compare(cut, log, seen);
        assertThat(found.relation()).isEqualTo(Relation.ROLLED_BACK);
        assertThat(found.doubt()).isEqualTo(Comparison.Doubt.HERE);
        assertThat(found.stands())
                .containsExactly(
                        new Stand(
                                "desk",
                                seen.checkpoint(),
                                Agreement.of(CheckpointResult.TAIL_MISSING),
                                Agreement.of(CheckpointResult.GROWN)));
    }

    private List<Stand> stands(GeneratedLog here, int seen) {
        NamedCheckpoint desk = new NamedCheckpoint("desk", log.without(seen, 20).checkpoint());
        return comparing.compare(here, log, desk).stands();
    }

    @Test
    void aStoredHeadProvesNothingWhereTheRecordsBeforeItAreBroken() {
        GeneratedLog edited = log.edit(9, r -> r.with("step", "other"));
        NamedCheckpoint desk = new NamedCheckpoint("desk", log.checkpoint());
        Comparison found = comparing.compare(edited, log, desk);
        assertThat(found.stands())
                .containsExactly(
                        new Stand(
                                "desk",
                                desk.checkpoint(),
                                new Agreement(CheckpointResult.MATCH, 9),
                                Agreement.of(CheckpointResult.MATCH)));
        assertThat(found.stands().getFirst().here().word()).isEqualTo("broken_before");
        assertThat(found.doubt()).isEqualTo(Comparison.Doubt.HERE);
    }

    @Test
    void theRecordThatCarriesTheHeadIsHeldAgainstItToo() {
        GeneratedLog edited = log.edit(9, r -> r.with("step", "other"));
        assertThat(stands(edited, 10).getFirst().here())
                .isEqualTo(new Agreement(CheckpointResult.MATCH, 9));
        assertThat(stands(edited, 9).getFirst().here())
                .as("what comes after the head does not count")
                .isEqualTo(Agreement.of(CheckpointResult.MATCH));
    }

    @Test
    void aLineThatIsNoRecordBreaksWhatFollows() {
        GeneratedLog spoiled = log.line(3, line -> line.ended("\nnot a record\n"));
        assertThat(stands(spoiled, 10).getFirst())
                .extracting(Stand::here, Stand::there)
                .containsExactly(
                        new Agreement(CheckpointResult.MATCH, 4),
                        Agreement.of(CheckpointResult.GROWN));
    }

    @Test
    void twoCopiesOfOneEditAreTheSameAndBothInDoubt() {
        GeneratedLog edited = log.edit(9, r -> r.with("step", "other"));
        NamedCheckpoint desk = new NamedCheckpoint("desk", log.checkpoint());
        Comparison found = comparing.compare(edited, edited, desk);
        assertThat(found.relation()).isEqualTo(Relation.SAME);
        assertThat(found.doubt()).isEqualTo(Comparison.Doubt.BOTH);
        assertThat(found.stands().getFirst())
                .extracting(Stand::here, Stand::there)
                .containsOnly(new Agreement(CheckpointResult.MATCH, 9));
    }

    @Test
    void whoChangedAFieldOutsideTheHashIsSaidByTheBytesThatWereSeen() {
        GeneratedLog trail = LogGenerator.generate(ChainFormat.B, 6, 2);
        GeneratedLog edited = trail.edit(2, r -> r.with("ip_address", "10.9.9.9"));
        NamedCheckpoint desk = new NamedCheckpoint("desk", trail.checkpoint());
        Comparison found = comparing.compare(edited, trail, desk);
        assertThat(found.stands().getFirst())
                .extracting(Stand::here, Stand::there)
                .containsExactly(
                        Agreement.of(CheckpointResult.MATCH).inOtherBytes(),
                        Agreement.of(CheckpointResult.MATCH));
        assertThat(found.doubt()).isEqualTo(Comparison.Doubt.HERE);
        NamedCheckpoint before = new NamedCheckpoint("desk", trail.without(2, 6).checkpoint());
        assertThat(comparing.compare(edited, trail, before).doubt())
                .as("what was changed came later")
                .isEqualTo(Comparison.Doubt.NEITHER);
    }

    @Test
    void anotherSpellingIsNothingAgainstACopy() {
        GeneratedLog spelled =
                log.line(
                        3,
                        line ->
                                line.spelled(
                                        new String(line.text(), StandardCharsets.UTF_8)
                                                .replace("\": ", "\" :  ")));
        NamedCheckpoint desk = new NamedCheckpoint("desk", log.checkpoint());
        Comparison found = comparing.compare(spelled, log, desk);
        assertThat(found.stands().getFirst().here().otherBytes()).isTrue();
        assertThat(found.doubt()).isEqualTo(Comparison.Doubt.NEITHER);
    }
}
