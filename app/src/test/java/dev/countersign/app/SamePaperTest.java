// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.app.cli.Ann;
import dev.countersign.app.cli.Cli;
import dev.countersign.app.cli.Console;
import dev.countersign.app.feature.reports.MadeReport;
import dev.countersign.app.feature.reports.Names;
import dev.countersign.app.feature.reports.Period;
import dev.countersign.app.feature.reports.ReportKind;
import dev.countersign.app.feature.reports.ReportOffer;
import dev.countersign.app.feature.reports.ReportOrder;
import dev.countersign.app.feature.reports.Subject;
import dev.countersign.app.feature.samples.DrawOrder;
import dev.countersign.app.feature.samples.SamplesReading;
import dev.countersign.app.workpaper.WorkpaperFormat;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.sampling.Percent;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.Folders;
import dev.countersign.core.trust.Randomness;
import dev.countersign.core.workspace.Desk;
import dev.countersign.core.workspace.Witnessed;
import dev.countersign.core.workspace.Workspace;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The workpaper of one workspace, made in the window and on the command line: the same facts.
class SamePaperTest {
    private static final Path SAMPLES = Path.of("../core/src/test/resources/samples");
    private static final List<String> RUNS =
            List.of(
                    "change-approval-0155cb2f963b",
                    "change-approval-a62171c7f263",
                    "personal-trade-compliance-56914f5e2d62");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Instant NOW = Instant.parse("2026-12-02T05:00:00Z");

    @TempDir Path folder;
    @AutoClose private final Access desks = new Access();
    private Path workspace = Path.of("unused");
    private WorkspaceAccess access = desks.on(Path.of("unused"), () -> NOW);

    @BeforeEach
    void workspace() throws Exception {
        workspace = folder.resolve("ws");
        for (String run : RUNS) {
            Path to = workspace.resolve("runs").resolve(run);
            Folders.copy(SAMPLES.resolve(run), to);
        }
        Desk desk = Desk.once(Runnable::run, 1, () -> NOW, UUID::randomUUID);
        Workspace.open(new WorkspaceFolder(workspace), desk).close();
        access = desks.on(folder.resolve("user"), () -> NOW);
        var _ = access.open(workspace);
    }

    private String cli(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var console =
                new Console(
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Runnable::run,
                        () -> NOW,
                        Randomness::system,
                        () -> false);
        int exit = Cli.run(List.of(words), console);
        return exit + " " + err.toString(StandardCharsets.UTF_8);
    }

    private byte[] cliFacts(String name, String... more) throws Exception {
        Path file = folder.resolve(name);
        List<String> words = new ArrayList<>(List.of("report", workspace.toString()));
        words.addAll(List.of("--facts", file.toString(), "--at", NOW.toString()));
        words.addAll(List.of(more));
        // 1 where some have exceptions
        assertThat(cli(words.toArray(String[]::new))).isIn("0 ", "1 ");
        return Files.readAllBytes(file);
    }

    private MadeReport made(ReportKind kind, @Nullable Subject subject) throws SourceException {
        return new WorkspaceReports(new ChainVerifier(Runnable::run, 1), access)
                .make(
                        new ReportOrder(kind, subject, Period.ALL, Names.NONE),
                        Progress.NONE,
                        Cancellation.NEVER)
                .orElseThrow();
    }

    private static String facts(MadeReport made) {
        return new String(made.paper().bytes(WorkpaperFormat.FACTS), StandardCharsets.US_ASCII);
    }

    private void sign() throws Exception {
        assertThat(
                        cli(
                                Ann.in(folder)
                                        .signs(
                                                "reperform",
                                                workspace.toString(),
                                                "--out",
                                                folder.resolve("results.json").toString())))
                .startsWith("0 ");
    }

    /// What a desk has seen is of its workspace: the one that was made in the window is asked
    /// again.
    private void sameCustody(String name, @Nullable Subject subject, String... more)
            throws Exception {
        ReportKind kind = subject == null ? ReportKind.CUSTODY : ReportKind.RUN_CUSTODY;
        MadeReport made = made(kind, subject);
        List<String> words = new ArrayList<>(List.of("--custody"));
        words.addAll(List.of(more));
        byte[] cli = cliFacts(name, words.toArray(String[]::new));
        assertThat(cli).asString(StandardCharsets.US_ASCII).isEqualTo(facts(made));
        assertThat(FileDigest.sha256(cli)).isEqualTo(made.facts());
    }

    @Test
    void whoHadTheEvidenceWhenIsTheSameFromBoth() throws Exception {
        var reports = new WorkspaceReports(new ChainVerifier(Runnable::run, 1), access);
        var all = reports.offer().orElseThrow().seen();
        assertThat(all).extracting(Subject.Seen::id).isEqualTo(RUNS);
        sameCustody("all", null);
        sameCustody("one", all.getFirst(), "--run", RUNS.getFirst());
        assertThat(facts(made(ReportKind.RUN_CUSTODY, all.getFirst())))
                .contains("\"subject\": \"" + RUNS.getFirst() + "\"", "\"seen_intact\"")
                .doesNotContain(RUNS.get(1));

        MadeReport made = made(ReportKind.CUSTODY, null);
        var _ = reports.save(made, WorkpaperFormat.CSV, folder.resolve("custody.csv"));
        sameCustody("after", null);
        assertThat(facts(made(ReportKind.CUSTODY, null)))
                .as("that it was taken away belongs to it")
                .contains("\"facts_sha256\": \"" + made.facts() + "\"");

        Files.move(workspace.resolve("runs").resolve(RUNS.getLast()), folder.resolve("gone"));
        access.close();
        access = desks.on(folder.resolve("user"), () -> NOW);
        var _ = access.open(workspace);
        var gone =
                new WorkspaceReports(new ChainVerifier(Runnable::run, 1), access)
                        .offer()
                        .orElseThrow()
                        .seen()
                        .getLast();
        assertThat(gone)
                .isEqualTo(
                        new Subject.Seen(
                                RUNS.getLast(), "No longer here: " + all.getLast().detail()));
        sameCustody("gone.json", gone, "--run", RUNS.getLast());
    }

    @Test
    void aRunThatOnlyAWitnessHasSeenIsOfferedToo() throws Exception {
        String told = "change-approval-000000000000";
        String head = "ab".repeat(32);
        Witnessed one =
                new Witnessed(
                        told,
                        "bob",
                        new Checkpoint("A", 3, head, null, "2026-11-20T00:00:00Z"),
                        head,
                        "ann");
        Integer taken =
                access.with(open ->
                        open.testimony().take(List.of(one), new Actor("ann", Actor.Type.USER)));
        assertThat(taken).isEqualTo(1);
        var seen =
                new WorkspaceReports(new ChainVerifier(Runnable::run, 1), access)
                        .offer()
                        .orElseThrow()
                        .seen();
        assertThat(seen)
                .hasSize(RUNS.size() + 1)
                .contains(new Subject.Seen(told, "Known from checkpoints only"));
        sameCustody("told", new Subject.Seen(told, "Known from checkpoints only"), "--run", told);
    }

    @Test
    void custodyIsCancelled() throws Exception {
        var reports = new WorkspaceReports(new ChainVerifier(Runnable::run, 1), access);
        var order = new ReportOrder(ReportKind.CUSTODY, null, Period.ALL, new Names("", ""));
        assertThat(reports.make(order, Progress.NONE, () -> true)).isEmpty();
    }

    @Test
    void aMonthHasItsRecordedDrawAndSignedResultsFromBoth() throws Exception {
        var reports = new WorkspaceReports(new ChainVerifier(Runnable::run, 1), access);
        ReportOffer offer = reports.offer().orElseThrow();
        assertThat(offer.months())
                .containsExactly(
                        new Subject.Month(NOVEMBER, "No sample drawn yet: draw it in Samples"));
        Subject.Month month = offer.months().getFirst();
        assertThatThrownBy(() -> made(ReportKind.MONTH, month))
                .hasMessage("The ledger has no sample of 2026-11: draw it first.");
        var samples = new WorkspaceSamples(access, () -> "c0ffee");
        var read = (SamplesReading.Read) samples.read(NOVEMBER, Progress.NONE, Cancellation.NEVER);
        samples.draw(
                read.coverage().population(),
                new DrawOrder(new Percent(BigDecimal.valueOf(50)), new BigInteger("7")));
        sign();

        MadeReport made = made(ReportKind.MONTH, month);
        assertThat(cliFacts("month", "--period", "2026-11"))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo(facts(made))
                .contains(
                        "\"by\": \"ada\", \"by_chance\": false",
                        "\"seed\": \"7\"",
                        "\"person\": \"ann@example.com\", \"policy_sha256\": ");
        assertThat(cliFacts("drawn", "--period", "2026-11", "--rate", "0.5", "--seed", "7"))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo(facts(made));
        String html = new String(made.paper().bytes(WorkpaperFormat.HTML), StandardCharsets.UTF_8);
        assertThat(html).contains("Re-performed and signed", "SHA-256 when drawn", "by ada");
        assertThat(facts(made(ReportKind.WORKSPACE, null)))
                .isEqualTo(new String(cliFacts("all"), StandardCharsets.US_ASCII))
                .contains("\"draws\": []", "\"person\": \"ann@example.com\"");

        Files.move(workspace.resolve("runs").resolve(RUNS.getLast()), folder.resolve("gone"));
        assertThat(
                        cli(
                                "report",
                                workspace.toString(),
                                "--period",
                                "2026-11",
                                "--facts",
                                folder.resolve("x").toString()))
                .isEqualTo(
                        "2 countersign: Runs of 2026-11 came or went since its sample was drawn:"
                                + " draw again, saying why, or report all runs.\n");
    }
}
