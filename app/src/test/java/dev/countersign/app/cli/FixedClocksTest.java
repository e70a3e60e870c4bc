// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.DefaultPolicy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Whoever looks at one run of a workspace judges it by the deadlines that were fixed there
/// (CLOCKS), also after its policy has changed.
class FixedClocksTest {
    private static final String RUN = "change-approval-241bf6287b12";
    private static final Path SAMPLE = Path.of("../core/src/test/resources/samples", RUN);

    /// Before the deadline of the default policy, after that of an hour.
    private static final String MONDAY = "2026-11-23T12:00:00Z";

    private @TempDir Path folder;
    private Path run = Path.of("");

    @BeforeEach
    void fixedByTheDefaultPolicyThenApprovedUnderAnother() throws Exception {
        run = Files.createDirectories(folder.resolve("runs").resolve(RUN));
        Files.createDirectories(run.resolve("artifacts"));
        for (String file :
                new String[] {
                    "audit.jsonl",
                    "state.json",
                    "artifacts/independent_review.json",
                    "artifacts/approval_request.json"
                }) {
            Files.copy(SAMPLE.resolve(file), run.resolve(file));
        }
        Files.write(folder.resolve("policy.json"), DefaultPolicy.bytes());
        assertThat(Session.run("queue", folder.toString()).err()).isEmpty();
        String hour =
                new String(DefaultPolicy.bytes(), StandardCharsets.UTF_8)
                        .replace("\"default-1\"", "\"ours-2\"")
                        .replace("{\"business_days\": 1}", "{\"elapsed_hours\": 1}");
        assertThat(hour).contains("\"ours-2\"").contains("{\"elapsed_hours\": 1}");
        Files.writeString(folder.resolve("policy.json"), hour);
        Session session =
                Session.run(Ann.in(folder).signs("approve", run.toString(), "--at", MONDAY));
        assertThat(session.exit()).as(session.err()).isZero();
    }

    private Session verify(String... more) {
        String[] words = new String[3 + more.length];
        words[0] = "verify";
        words[1] = run.toString();
        words[2] = "--json";
        System.arraycopy(more, 0, words, 3, more.length);
        return Session.run(words);
    }

    private static String timeliness(Session session) {
        JsonObject channels =
                (JsonObject) Objects.requireNonNull(session.document().get("channels"));
        return String.valueOf(channels.string("timeliness"));
    }

    @Test
    void verifyJudgesByThem() {
        assertThat(timeliness(verify())).isEqualTo("verified");
        assertThat(timeliness(verify("--workspace", folder.toString()))).isEqualTo("verified");
        String policy = folder.resolve("policy.json").toString();
        assertThat(timeliness(verify("--policy", policy)))
                .as("asked what another policy says")
                .isEqualTo("failed");
    }

    @Test
    void besideADatabaseThatCannotBeReadTodaysAreUsedAndThatIsSaid() throws IOException {
        Files.writeString(folder.resolve("countersign.db"), "no database, but long enough\n");
        Session session = verify();
        assertThat(timeliness(session)).isEqualTo("failed");
        assertThat(session.err())
                .contains("countersign.db")
                .endsWith(
                        "The deadlines that it fixed are not known: those of today's policy are"
                                + " used.\n");
    }

    @Test
    void reperformHoldsOneRunAgainstThemAsItDoesAWorkspace() throws IOException {
        assertThat(deadlines(run)).contains("not_compared").contains("other_policy");
        Files.write(folder.resolve("policy.json"), DefaultPolicy.bytes());
        assertThat(deadlines(run)).contains("agrees").isEqualTo(deadlines(folder));
        Files.delete(folder.resolve("countersign.db"));
        assertThat(deadlines(run)).contains("nothing_recorded");
    }

    /// On Monday noon half of the business day is used in the owner's old hours, none in New
    /// York's.
    @Test
    void theyCountInTheHoursThatTheyWereFixedIn() throws IOException {
        Path other = folder.resolve("other");
        Path copy = other.resolve("runs").resolve(RUN);
        Files.createDirectories(copy);
        Files.copy(SAMPLE.resolve("audit.jsonl"), copy.resolve("audit.jsonl"));
        Files.copy(SAMPLE.resolve("state.json"), copy.resolve("state.json"));
        Files.write(other.resolve("policy.json"), DefaultPolicy.bytes());
        String noon = "2026-11-23T13:00:00Z";
        String before = Session.run("queue", other.toString(), "--json", "--at", noon).out();
        assertThat(before)
                .contains("\"due\": \"2026-11-24T09:00:00Z\"")
                .contains("\"percent\": 50");
        Session shown = Session.run("show", copy.toString(), "--json", "--at", noon);
        String newYork =
                new String(DefaultPolicy.bytes(), StandardCharsets.UTF_8)
                        .replace("\"default-1\"", "\"ours-2\"")
                        .replace("\"zone\": \"UTC\"", "\"zone\": \"America/New_York\"");
        Files.writeString(other.resolve("policy.json"), newYork);
        String runs = other.resolve("runs").toString();
        assertThat(Session.run("queue", runs, "--json", "--at", noon).out()).isEqualTo(before);
        assertThat(Session.run("queue", other.toString(), "--json", "--at", noon).out())
                .isEqualTo(before);
        Session later = Session.run("show", copy.toString(), "--json", "--at", noon);
        assertThat(later.document().get("clocks")).isEqualTo(shown.document().get("clocks"));
        String policy = other.resolve("policy.json").toString();
        assertThat(Session.run("queue", runs, "--json", "--at", noon, "--policy", policy).out())
                .contains("\"due\": \"2026-11-24T14:00:00Z\"")
                .contains("\"percent\": 0");
    }

    /// "Replay them for any past instant" (CLOCKS): the clock ran, and that the log went on is
    /// said.
    @Test
    void beforeTheApprovalItsClockRan() throws IOException {
        String before = "2026-11-23T10:00:00Z";
        String note =
                "countersign: 1 run has records after "
                        + before
                        + ". Clocks are as of then; status and decisions include them.\n";
        Session show = Session.run("show", run.toString(), "--json", "--at", before);
        assertThat(show.err()).isEqualTo(note);
        assertThat(approval(show)).isEqualTo("running 82800 12 approved_pending_resume");
        assertThat(Session.run("queue", folder.toString(), "--at", before).err()).isEqualTo(note);
        assertThat(Session.run("findings", folder.toString(), "--at", before).err())
                .isEqualTo(note);
        String facts = folder.resolve("facts.json").toString();
        Session report = Session.run("report", folder.toString(), "--at", before, "--facts", facts);
        assertThat(report.err()).contains(note);
        assertThat(Files.readString(Path.of(facts)))
                .contains("{\"clock\": \"approval\", \"late\": 0, \"met\": 0, \"open\": 1}");
        Session then = Session.run("show", run.toString(), "--json", "--at", MONDAY);
        assertThat(then.err()).isEmpty();
        assertThat(approval(then)).isEqualTo("met 75600 37 approved_pending_resume");
    }

    private static String approval(Session show) {
        for (JsonValue value : Session.list(show.document(), "clocks")) {
            JsonObject clock = (JsonObject) value;
            if ("approval".equals(clock.string("clock"))) {
                return clock.string("state")
                        + " "
                        + text(clock, "remaining_seconds")
                        + " "
                        + text(clock, "percent")
                        + " "
                        + show.document().string("status");
            }
        }
        throw new AssertionError(show.out());
    }

    private static String text(JsonObject object, String key) {
        return Objects.requireNonNull(object.get(key)).text();
    }

    private static String deadlines(Path what) {
        Session session = Session.run("reperform", what.toString(), "--json");
        JsonObject document = session.documents().getFirst();
        for (JsonValue test : Session.list(document, "tests")) {
            if ("clocks".equals(((JsonObject) test).string("test"))) {
                return test.text();
            }
        }
        throw new AssertionError(session.out() + session.err());
    }
}
