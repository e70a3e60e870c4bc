// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.policy.DefaultPolicy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// `findings` of a log that breaks off, asked about instants around the one at which it was
/// written; the console's clock stands at 2026-11-21T10:00:00Z.
class FindingsTest {
    private static final Path SAMPLES = Path.of("../core/src/test/resources/samples");
    private static final String COMPLETED = "change-approval-0da804633cdb";
    private static final String EARLIER = "2026-11-21T01:00:00Z";
    private static final String TORN =
            """
            {"findings": [{"id": "f-7b6777e5d56302db", "kind": "chain_broken", "severity": "SEV-1", \
            "run_id": "change-approval-0da804633cdb", "at": "2026-11-21T01:00:00Z", "due": null, \
            "state": "open"}]}
            """;

    @TempDir Path dir;

    private Path torn(Instant written) throws IOException {
        Path log = dir.resolve("runs").resolve(COMPLETED).resolve("audit.jsonl");
        Files.createDirectories(log.getParent());
        String text = Files.readString(SAMPLES.resolve(COMPLETED).resolve("audit.jsonl"));
        Files.writeString(log, text.substring(0, text.length() - 40));
        Files.setLastModifiedTime(log, FileTime.from(written));
        return log;
    }

    @Test
    void aLogThatBreaksOffIsFoundWhenever() throws IOException {
        String runs = dir.resolve("runs").toString();
        for (String written :
                new String[] {"2026-11-21T09:59:59Z", EARLIER, "2099-01-01T00:00:00Z"}) {
            torn(Instant.parse(written));
            Session session = Session.run("findings", runs, "--json", "--at", EARLIER);
            assertThat(session.err()).isEmpty();
            assertThat(session.out()).as(written).isEqualTo(TORN);
            assertThat(session.exit()).isOne();
        }
    }

    /// It was first seen on the 21st, by the desk's own clock; asked about the 20th, nothing is
    /// told as found after it.
    @Test
    void whatNoRecordDatesIsToldAsFoundAtTheInstantThatIsAskedAbout() throws IOException {
        torn(Instant.parse(EARLIER));
        Files.write(dir.resolve("policy.json"), DefaultPolicy.bytes());
        for (int i = 0; i < 2; i++) {
            Session then = Session.run("findings", dir.toString(), "--json", "--at", EARLIER);
            assertThat(then.out()).isEqualTo(TORN);
            assertThat(then.err())
                    .isEqualTo(
                            "countersign: 1 finding was first seen after 2026-11-21T01:00:00Z: what"
                                    + " the files are now, told as found then.\n");
        }
        Session now = Session.run("findings", dir.toString(), "--json");
        assertThat(now.out()).isEqualTo(TORN.replace(EARLIER, "2026-11-21T10:00:00Z"));
        assertThat(now.err()).isEmpty();
    }

    /// The desk's clock runs on while it reads: what it finds is not told as found before.
    @Test
    void whatIsFoundForTheFirstTimeIsToldAsItIsEverAfter() throws IOException {
        torn(Instant.parse(EARLIER));
        Files.write(dir.resolve("policy.json"), DefaultPolicy.bytes());
        var seconds = new AtomicLong(Instant.parse("2026-11-21T10:00:00Z").getEpochSecond());
        InstantSource clock = () -> Instant.ofEpochSecond(seconds.getAndIncrement());
        Session first = Session.withClock(clock, "", "findings", dir.toString(), "--json");
        Session again = Session.withClock(clock, "", "findings", dir.toString(), "--json");
        assertThat(first.out()).contains("chain_broken").isEqualTo(again.out());
    }

    /// A file of no bytes is not a new workspace: whatever the desk knew was in it.
    @Test
    void aDatabaseThatWasEmptiedIsNotBegunAnew() throws IOException {
        torn(Instant.parse(EARLIER));
        Path database = Files.createFile(dir.resolve("countersign.db"));
        String why =
                database
                        + " is empty, and one that was ever used is not: put a backup in"
                        + " its place, or remove it to begin anew.";
        Session refused = new Session(2, "", "countersign: " + why + "\n");
        assertThat(Session.run("findings", dir.toString())).isEqualTo(refused);
        assertThat(Session.run("queue", dir.toString(), "--json")).isEqualTo(Session.refused(why));
        assertThat(Session.run("ledger", dir.toString(), "verify")).isEqualTo(refused);
        assertThat(database).isEmptyFile();
        Files.delete(database);
        Files.write(dir.resolve("policy.json"), DefaultPolicy.bytes());
        assertThat(Session.run("findings", dir.toString()).exit()).isOne();
    }

    @Test
    void copiesOfARunAreToldApartByTheirPaths() throws IOException {
        Path log = torn(Instant.parse(EARLIER));
        Path other = dir.resolve("runs").resolve("copy");
        Files.createDirectories(other);
        Files.copy(SAMPLES.resolve(COMPLETED).resolve("audit.jsonl"), other.resolve("audit.jsonl"));
        String runs = dir.resolve("runs").toString();
        String first = log.getParent().toString();
        Session json = Session.run("findings", runs, "--json", "--at", EARLIER);
        assertThat(json.out())
                .contains(
                        TORN.strip()
                                .replace("{\"findings\": [", "")
                                .replace(
                                        "}]}",
                                        ", \"paths\": [\"" + first + "\", \"" + other + "\"]}"));
        assertThat(Session.run("findings", runs, "--at", EARLIER).err())
                .isEqualTo(
                        "countersign: "
                                + COMPLETED
                                + " is here more than once, and findings are by its id: "
                                + first
                                + ", "
                                + other
                                + "\n");
        Session queue = Session.run("queue", runs, "--at", EARLIER);
        assertThat(queue.out()).contains(COMPLETED + " in " + first);
        assertThat(Session.run("queue", runs, "--json", "--at", EARLIER).out())
                .contains("\"path\": \"" + first + "\"");
    }

    @Test
    void recordsThatAreYetToComeAreSaid() throws IOException {
        Path payload = dir.resolve("payload.json");
        Files.writeString(payload, "{\"id\": \"CHG-1\", \"author\": \"m.chu\", \"evidence\": {}}");
        String runs = dir.resolve("runs").toString();
        String ahead = "2099-01-05T10:00:00Z";
        Session run =
                Session.run(
                        "run",
                        "change-approval",
                        "--payload",
                        payload.toString(),
                        "--root",
                        runs,
                        "--at",
                        ahead);
        assertThat(run.err()).isEmpty();
        String said =
                "countersign: 1 run has records that are dated later than now"
                        + " (2026-11-21T10:00:00Z): they, or this machine's clock, are wrong, and a"
                        + " deadline that starts with them is not over before then.\n";
        String directory = run.out().lines().toList().getLast();
        assertThat(Session.run("queue", runs).err()).isEqualTo(said);
        assertThat(Session.run("findings", runs).err()).isEqualTo(said);
        assertThat(Session.run("show", directory).err()).isEqualTo(said);
        assertThat(Session.run("queue", runs, "--at", ahead).err()).isEmpty();
    }
}
