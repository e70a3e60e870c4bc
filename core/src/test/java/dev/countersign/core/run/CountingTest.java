// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Which acts end a clock: not those that are forged, by the author, by nobody, or that decide
/// nothing.
class CountingTest {
    private static final String AWAITING = "change-approval-241bf6287b12";
    private static final String BLOCKED = "change-approval-b31b90463aba";
    private static final String REJECTED =
            "{\"event\": \"approval_rejected\", \"key\": \"change_approval\", \"approver\":"
                    + " \"a.singh\", \"decision\": \"rejected\"}";
    private static final String DISPOSES =
            "{\"event\": \"finding_disposed\", \"finding\": \""
                    + BLOCKED
                    + "\", \"disposition\": \"accepted\"}";

    @TempDir Path dir;
    private int copies;

    private RunCopy run(String sample) throws IOException {
        return RunCopy.of(sample, dir);
    }

    /// Another copy in place of the one before.
    private RunCopy anew(String sample) throws IOException {
        return RunCopy.of(sample, Files.createDirectory(dir.resolve("copy" + ++copies)));
    }

    private static String approval(String approver) {
        return ApprovalFaultsTest.approval(approver, "approved");
    }

    private static final String FORGED = ", \"signature\": \"AAAA\"}";

    private static String observes(RunCopy run, String observer) throws IOException {
        return "{\"event\": \"observation_recorded\", \"observer\": \""
                + observer
                + "\", \"observed\": \""
                + run.hash(6)
                + "\"}";
    }

    /// FORMATS 1: a blocked run leaves the queue by a signed disposition only.
    @Test
    void aDispositionThatIsNotSignedIsNone() throws IOException, SourceException {
        for (String said : List.of(DISPOSES, DISPOSES.replace("}", FORGED))) {
            RunCopy run = anew(BLOCKED).append(said);
            assertThat(ClockStory.of(run)).containsExactly("blocked", "observation 6..");
            assertThat(RunSummary.of(run.read()).disposed()).isFalse();
        }
    }

    @Test
    void anObservationCountsAsItIsRecordedUnlessForgedOrByTheAuthorOrNobody()
            throws IOException, SourceException {
        RunCopy run = run(BLOCKED);
        String author = String.valueOf(run.read().author());
        String observes = observes(run, "c.owner");
        for (String said :
                List.of(
                        observes.replace("}", FORGED),
                        observes(run, author.toUpperCase(Locale.ROOT)),
                        observes(run, " "))) {
            assertThat(ClockStory.of(anew(BLOCKED).append(said)))
                    .as(said)
                    .containsExactly("blocked", "observation 6..");
        }
        assertThat(ClockStory.of(anew(BLOCKED).append(observes)))
                .containsExactly("blocked", "observation 6..7 OBSERVED");
    }

    @Test
    void theAuthorNeitherObservesNorDisposes() throws IOException, SourceException {
        String author = String.valueOf(run(BLOCKED).read().author());
        String by = ", \"disposed_by\": \" " + author.toUpperCase(Locale.ROOT) + "\"}";
        RunCopy run = anew(BLOCKED).appendSigned(DISPOSES.replace("}", by));
        assertThat(ClockStory.of(run)).containsExactly("blocked", "observation 6..");
        assertThat(RunSummary.of(run.read()).disposed()).isFalse();
    }

    @Test
    void aReviewCountsAsItIsRecordedUnlessForged() throws IOException, SourceException {
        String review =
                "{\"event\": \"review_recorded\", \"reviewer\": \"r.okafor\", \"decision\":"
                        + " \"accept\", \"notes\": \"\"}";
        assertThat(ClockStory.of(run(AWAITING).cut(8).append(review)))
                .containsExactly("running", "operator_review 7..8 REVIEWED");
        assertThat(ClockStory.of(anew(AWAITING).cut(8).append(review.replace("}", FORGED))))
                .containsExactly("running", "operator_review 7..");
    }

    private static final List<String> WAITS =
            List.of("awaiting_approval", "operator_review 7..9 REVIEWED", "approval 12..");

    @Test
    void aRejectionByTheAuthorOrForgedIsNone() throws IOException, SourceException {
        String author = REJECTED.replace("a.singh", "P.Diaz ");
        assertThat(ClockStory.of(run(AWAITING).append(author))).isEqualTo(WAITS);
        String forged = REJECTED.replace("}", FORGED);
        assertThat(ClockStory.of(anew(AWAITING).append(forged))).isEqualTo(WAITS);
        assertThat(ClockStory.of(anew(AWAITING).appendSigned(REJECTED)).getFirst())
                .isEqualTo("rejected");
    }

    @Test
    void anApprovalThatDecidesNothingOrIsForgedIsNone() throws IOException, SourceException {
        String approves = approval("a.singh");
        for (String none :
                List.of(
                        approval(""),
                        approval(" "),
                        approval("P.DIAZ "),
                        approves.replace("\"a.singh\"", "null"),
                        approves.replace("\"approved\"", "true"),
                        approves.replace("\"approved\"", "{\"x\": 1}"),
                        approves.replace("\"approved\"", "\"perhaps\""),
                        approves.replace("}", FORGED))) {
            RunCopy run = anew(AWAITING).append(none);
            assertThat(ClockStory.of(run)).as(none).isEqualTo(WAITS);
            assertThat(ClockStory.of(run.append(approves)).getFirst())
                    .isEqualTo("approved_pending_resume");
            assertThat(ClockStory.of(run.append(none)).getFirst()).isEqualTo("awaiting_approval");
        }
    }
}
