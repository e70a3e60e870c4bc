// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/// What a disposition ends, and what it does not (CLOCKS, "Starts are taken from the chain").
class DisposedCyclesTest {
    private static final String BLOCKED = "change-approval-b31b90463aba";
    private static final String EXCEPTIONS = "change-approval-0155cb2f963b";

    @TempDir Path dir;

    private RunCopy run(String sample) throws IOException {
        return RunCopy.of(sample, dir);
    }

    private static String disposes(String finding) {
        return "{\"event\": \"finding_disposed\", \"finding\": \""
                + finding
                + "\", \"disposition\": \"accepted\"}";
    }

    @Test
    void aDispositionThatNamesTheRecord() throws IOException, SourceException {
        RunCopy run = run(BLOCKED);
        run.appendSigned(
                "{\"event\": \"finding_disposed\", \"finding\": \"block:"
                        + run.hash(6)
                        + "\", \"disposition\": \"accepted\"}");
        assertThat(ClockStory.of(run)).containsExactly("blocked", "observation 6..7 DISPOSED");
    }

    @Test
    void aDispositionThatNamesTheFindingOfTheBlock() throws IOException, SourceException {
        RunCopy run = run(BLOCKED);
        run.appendSigned(disposes(FindingId.of("run_blocked", BLOCKED, run.hash(6))));
        assertThat(ClockStory.of(run)).containsExactly("blocked", "observation 6..7 DISPOSED");
        assertThat(RunSummary.of(run.read()).disposed()).isTrue();
    }

    @Test
    void aDispositionThatNamesAnotherFinding() throws IOException, SourceException {
        RunCopy run = run(BLOCKED);
        run.appendSigned(disposes(FindingId.of("run_blocked", "another", run.hash(6))));
        assertThat(ClockStory.of(run)).containsExactly("blocked", "observation 6..");
        assertThat(RunSummary.of(run.read()).disposed()).isFalse();
    }

    @Test
    void aDispositionAfterTheObservation() throws IOException, SourceException {
        RunCopy run = run(BLOCKED);
        run.appendSigned(
                "{\"event\": \"observation_recorded\", \"observer\": \"c.owner\", \"observed\": \""
                        + run.hash(6)
                        + "\"}");
        assertThat(RunSummary.of(run.read()).disposed()).isFalse();
        run.appendSigned(disposes(BLOCKED));
        assertThat(ClockStory.of(run)).containsExactly("blocked", "observation 6..7 OBSERVED");
        assertThat(RunSummary.of(run.read()).disposed()).isTrue();
    }

    @Test
    void aDispositionInALogThatIsNotIntactSaysNothing() throws IOException, SourceException {
        RunCopy run = run(BLOCKED);
        run.appendSigned(disposes(BLOCKED)).edit(run.log(), "\"accepted\"", "\"Accepted\"");
        assertThat(RunSummary.of(run.read()).dispositions()).isEmpty();
    }

    @Test
    void aDispositionAsItIsKept() throws IOException, SourceException {
        RunCopy run = run(BLOCKED);
        run.appendSigned(
                "{\"event\": \"finding_disposed\", \"finding\": \"f-1\", \"disposition\":"
                        + " \"fixed\", \"superseded_by\": \"change-approval-1\"}");
        assertThat(RunSummary.of(run.read()).dispositions())
                .containsExactly(
                        new Disposition(
                                7,
                                Instant.parse("2026-11-23T07:00:00Z"),
                                "",
                                "f-1",
                                "fixed",
                                "change-approval-1",
                                Outcome.NOT_CHECKED,
                                true));
    }

    @Test
    void ofSeveralExceptionsEachIsDisposedOf() throws IOException, SourceException {
        RunCopy run = run(EXCEPTIONS);
        run.edit(
                run.state(),
                "\"findings\": [",
                "\"findings\": [{\"control\": \"X\", \"severity\": \"deficiency\"}, ");
        String control = run.read().findings().getLast().control();
        String first = FindingId.of("exception", EXCEPTIONS, "X#0");
        String second = FindingId.of("exception", EXCEPTIONS, control + "#1");
        run.appendSigned(disposes(first));
        assertThat(ClockStory.of(run)).contains("observation 4..");
        run.appendSigned(disposes(second));
        assertThat(ClockStory.of(run)).contains("observation 4..14 DISPOSED");
    }
}
