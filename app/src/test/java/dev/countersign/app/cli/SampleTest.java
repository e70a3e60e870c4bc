// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestStamper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

class SampleTest {
    private static final Path SAMPLES = Path.of("../core/src/test/resources/samples");

    /// What `random.Random(7).sample(approvals, round(15 * 0.25))` of CPython 3.11 gives.
    private static final List<String> DRAWN =
            List.of(
                    "change-approval-a165073a11bd",
                    "change-approval-241bf6287b12",
                    "change-approval-a62171c7f263",
                    "personal-trade-compliance-56914f5e2d62");

    private final TestAuthority clocks = TestAuthority.root("Clocks");

    @TempDir Path folder;

    private static Session sample(Path path, String... more) {
        List<String> words =
                new ArrayList<>(List.of("sample", path.toString(), "--period", "2026-11"));
        words.addAll(Arrays.asList(more));
        words.add("--json");
        return Session.run(words.toArray(String[]::new));
    }

    private static List<String> ids(JsonObject document, String key) {
        return Session.list(document, key).stream()
                .map(value -> ((JsonString) value).says())
                .toList();
    }

    /// A workspace with the runs of the samples whose names begin so.
    private Path workspace(String prefix) throws IOException {
        Path runs = folder.resolve("ws").resolve("runs");
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path file : files.sorted().toList()) {
                Path name = SAMPLES.relativize(file);
                if (name.toString().startsWith(prefix)) {
                    Path to = runs.resolve(name.toString());
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
            }
        }
        Path policy = Path.of("../resources/src/main/resources/dev/countersign/resources/policy");
        Files.copy(policy.resolve("default-policy.json"), folder.resolve("ws/policy.json"));
        return folder.resolve("ws");
    }

    @Test
    void aPopulationOfOneIsOneRun() throws IOException {
        String ws = workspace("change-approval-0da8").toString();
        Session shown =
                Session.run("sample", ws, "--period", "2026-11", "--rate", "1", "--seed", "1");
        assertThat(shown.out()).contains("population   1 run\n");
    }

    @Test
    void aDrawIsThatOfTheProducer() {
        Session session = sample(SAMPLES, "--rate", "0.25", "--seed", "7");
        assertThat(session.exit()).as(session.err()).isZero();
        assertThat(sample(SAMPLES, "--rate", ".25", "--seed", "7")).isEqualTo(session);
        JsonObject said = session.document();
        assertThat(said.get("population")).isEqualTo(JsonValue.of(24));
        assertThat(said.get("approvals")).isEqualTo(JsonValue.of(15));
        assertThat(ids(said, "sampled")).isEqualTo(DRAWN);
        assertThat(ids(said, "reviewed_all")).hasSize(9).isSorted();
        StringBuilder lines = new StringBuilder();
        for (JsonValue run : Session.list(said, "runs")) {
            JsonObject each = (JsonObject) run;
            lines.append(each.string("run_id"))
                    .append(' ')
                    .append(each.string("head"))
                    .append('\n');
        }
        assertThat(said.string("population_sha256"))
                .isEqualTo(FileDigest.sha256(lines.toString().getBytes(StandardCharsets.US_ASCII)));
        assertThat(said.string("algorithm")).contains("MT19937");
    }

    @Test
    void aPeriodWithoutRunsIsEmpty() {
        JsonObject said =
                Session.run(
                                "sample",
                                SAMPLES.toString(),
                                "--period",
                                "2026-10",
                                "--rate",
                                "1",
                                "--seed",
                                "-5",
                                "--json")
                        .document();
        assertThat(said.get("population")).isEqualTo(JsonValue.of(0));
        assertThat(said.string("population_sha256")).isEqualTo(FileDigest.sha256(new byte[0]));
        assertThat(ids(said, "sampled")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rate 0.1|sample needs --seed, a whole number or random",
                "--seed 1|sample needs --rate, a number from 0 to 1",
                "--rate 1.1 --seed 1|--rate 1.1 is not a number from 0 to 1",
                "--rate . --seed 1|--rate . is not a number from 0 to 1",
                "--rate NaN --seed 1|--rate NaN is not a number from 0 to 1",
                "--rate 0.1 --seed 1.5|--seed 1.5 is neither a whole number nor random",
                "--rate 0.1 --seed random|a seed by chance, --record and --supersede need a"
                        + " workspace",
                "--rate 0.1 --seed 1 --supersede low|a seed by chance, --record and --supersede",
                "--rate 0.1 --seed 1 --source x.csv|--source FILE and --column NAME belong",
                "--coverage|coverage needs a workspace whose ledger can be written",
                "--assign bob|--assign WHO needs --run ID",
                "--rate 0.1 --seed 1 --tsa http://x/|--tsa goes with --sign-off"
            })
    void whatIsMissingOrWrongIsSaid(String options, String sentence) {
        Session session = sample(SAMPLES, options.split(" "));
        assertThat(session)
                .isEqualTo(Session.refused(String.valueOf(session.document().string("error"))));
        assertThat(session.err()).startsWith("countersign: " + sentence);
    }

    @Test
    void aSourceIsHeldAgainstTheRuns() throws IOException {
        Path list = folder.resolve("changes.csv");
        Files.writeString(list, "ticket,opened\nCHG-1101,2026-03-01\nCHG-9999,2026-03-02\n");
        Session session =
                sample(
                        SAMPLES.resolve("change-approval-0155cb2f963b"),
                        "--rate",
                        "0",
                        "--seed",
                        "1",
                        "--source",
                        list.toString(),
                        "--column",
                        "ticket");
        assertThat(session.exit()).isOne();
        JsonObject found = (JsonObject) session.document().get("completeness");
        assertThat(ids(found, "without_run")).containsExactly("CHG-9999");
        assertThat(ids(found, "without_source")).isEmpty();
        assertThat(found.get("complete")).isEqualTo(JsonValue.of(false));
    }

    @Test
    void whatIsDrawnIsAssignedObservedAndSignedOff() throws Exception {
        Path workspace = workspace("change-approval-0da804633cdb");
        String run = "change-approval-0da804633cdb";
        JsonObject drawn = sample(workspace, "--rate", "1", "--seed", "random").document();
        assertThat(ids(drawn, "sampled")).containsExactly(run);
        JsonObject again =
                sample(workspace, "--rate", "1", "--seed", drawn.get("seed").text()).document();
        assertThat(again).isEqualTo(drawn);
        Session other =
                sample(workspace, "--rate", "0.5", "--seed", "3", "--supersede", "all is too much");
        assertThat(other.exit()).as(other.err()).isZero();
        JsonObject counts = (JsonObject) sample(workspace, "--coverage").document().get("draw");
        assertThat(counts.string("seed")).isEqualTo("3");
        assertThat(counts.string("reason")).isEqualTo("all is too much");
        sample(workspace, "--rate", "1", "--seed", "4", "--supersede", "it is one run");
        Session open = sample(workspace, "--assign", "ann@example.com", "--run", run);
        assertThat(open.exit()).isOne();
        assertThat(open.document().get("percent")).isEqualTo(JsonValue.of(0));
        Session refused = sample(workspace, "--sign-off");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("cannot be signed off: 0 of 1 runs are observed.");
        observe(workspace.resolve("runs").resolve(run));
        Session done = sample(workspace, "--sign-off", "--note", "looked at");
        assertThat(done.exit()).as(done.err()).isZero();
        JsonObject row = (JsonObject) Session.list(done.document(), "runs").getFirst();
        assertThat(row.string("assigned_to")).isEqualTo("ann@example.com");
        assertThat(row.get("observed")).isEqualTo(JsonValue.of(true));
        signed(workspace, done);
        Session late = sample(workspace, "--rate", "1", "--seed", "5", "--supersede", "a third");
        assertThat(late.exit()).isEqualTo(2);
        assertThat(late.err())
                .contains("2026-11 was signed off: its sample stays what was signed off.");
        assertThat(Session.run("ledger", workspace.toString(), "verify").exit()).isZero();
    }

    private void signed(Path workspace, Session entry) throws Exception {
        JsonObject plain = (JsonObject) Session.list(entry.document(), "signed_off").getFirst();
        assertThat(plain.get("signed")).isEqualTo(JsonValue.of(false));
        assertThat(plain.string("signature")).isEqualTo("not_checked");
        assertThat(plain.string("note")).isEqualTo("looked at");
        String[] key = {
            "--identity",
            "ann@example.com",
            "--keystore",
            folder.resolve("ann.p12").toString(),
            "--pin-file",
            folder.resolve("pin").toString()
        };
        Session nobody = sample(workspace, "--sign-off", key[2], key[3]);
        assertThat(nobody.err()).contains("a signature needs --identity ID");
        assertThat(sample(workspace, "--sign-off", "--tsa", "http://x/").err())
                .contains("a time-stamp is of a signature: give --identity ID and a key");
        List<String> words = new ArrayList<>(List.of("--sign-off", "--note", "all is well"));
        words.addAll(List.of(key));
        Session session = stamped(workspace, words);
        assertThat(session.exit()).as(session.err()).isZero();
        Session shown = sample(workspace, "--coverage");
        JsonObject one = (JsonObject) Session.list(shown.document(), "signed_off").getLast();
        assertThat(one)
                .isEqualTo(Session.list(session.document(), "signed_off").getLast())
                .isEqualTo(
                        JsonValue.object()
                                .with("at", one.string("at"))
                                .with("by", "ann@example.com")
                                .with(
                                        "population_sha256",
                                        session.document().string("population_sha256"))
                                .with("observed", "1")
                                .with("note", "all is well")
                                .with("signed", JsonValue.of(true))
                                .with("signature", "verified")
                                .with("trust", "not_checked")
                                .with("policy", "not_checked")
                                .with("timestamp", (String) null)
                                .build());
        stampIsTrusted(workspace);
        JsonObject draw = (JsonObject) session.document().get("draw");
        Path html = folder.resolve("paper.html");
        Session report =
                Session.run(
                        "report",
                        workspace.toString(),
                        "--period",
                        "2026-11",
                        "--rate",
                        draw.string("rate"),
                        "--seed",
                        draw.string("seed"),
                        "--html",
                        html.toString());
        assertThat(report.exit()).as(report.err()).isZero();
        assertThat(html)
                .content()
                .contains("1 observed: an entry of the ledger, not signed. looked at")
                .contains(
                        "by ann@example.com, 1 observed: signed, the certificate was not checked."
                                + " all is well");
    }

    /// Its time counts as soon as an anchor stands behind it, whoever signed.
    private void stampIsTrusted(Path workspace) throws Exception {
        Path trust = workspace.resolve("trust");
        TestAuthority.pem(trust.resolve("clocks.pem"), clocks.certificate());
        Session shown = sample(workspace, "--coverage");
        JsonObject one = (JsonObject) Session.list(shown.document(), "signed_off").getLast();
        assertThat(one.string("timestamp")).isEqualTo("2026-12-01T12:00:00Z");
        assertThat(one.string("trust")).isEqualTo("failed");
        Files.delete(trust.resolve("clocks.pem"));
    }

    private Session stamped(Path workspace, List<String> words) throws Exception {
        List<String> unreachable = new ArrayList<>(words);
        unreachable.addAll(List.of("--tsa", "http://127.0.0.1:1/"));
        Session none = sample(workspace, unreachable.toArray(String[]::new));
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("Nothing was written.");
        assertThat(Session.list(sample(workspace, "--coverage").document(), "signed_off"))
                .as("the one that is no signature")
                .hasSize(1);
        TestStamper stamper = TestStamper.of(clocks, Instant.parse("2026-12-01T12:00:00Z"));
        try (StampServer authority = StampServer.of(stamper)) {
            words.addAll(List.of("--tsa", authority.url()));
            return sample(workspace, words.toArray(String[]::new));
        }
    }

    private void observe(Path run) throws Exception {
        Session session =
                Session.run(Ann.in(folder).signs("observe", run.toString(), "--record", "0"));
        assertThat(session.exit()).as(session.err()).isZero();
    }

    @Test
    void attributeSizesAndBounds() {
        assertThat(
                        Session.run(
                                        "sample",
                                        "size",
                                        "--confidence",
                                        "95",
                                        "--tolerable",
                                        "5",
                                        "--expected",
                                        "0",
                                        "--json")
                                .out())
                .isEqualTo(
                        "{\"confidence\": 95, \"population\": null, \"method\": \"binomial\","
                                + " \"tolerable\": 5, \"expected\": 0, \"sample_size\": 59,"
                                + " \"deviations_allowed\": 0, \"risk_percent\": 4.849453}\n");
        Session worse =
                Session.run(
                        "sample",
                        "evaluate",
                        "--confidence",
                        "95",
                        "--sample",
                        "59",
                        "--deviations",
                        "1",
                        "--tolerable",
                        "5",
                        "--population",
                        "1000");
        assertThat(worse.exit()).isOne();
        assertThat(worse.out())
                .startsWith("1 of 59 deviate; at 95 % confidence at most ")
                .endsWith(": more than is tolerable\n");
        assertThat(Session.run("sample", "size", "--confidence", "95", "--tolerable", "x").err())
                .startsWith("countersign: --tolerable takes a percentage, such as 95 or 0.5");
    }
}
