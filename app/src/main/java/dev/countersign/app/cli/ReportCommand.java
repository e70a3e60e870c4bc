// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.workpaper.CustodyPaper;
import dev.countersign.app.workpaper.Paper;
import dev.countersign.app.workpaper.Workpaper;
import dev.countersign.app.workpaper.WorkpaperFormat;
import dev.countersign.app.workpaper.WorkpaperGround;
import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.bundle.Bundle;
import dev.countersign.core.bundle.BundleStanding;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.report.Assessment;
import dev.countersign.core.report.Assessor;
import dev.countersign.core.report.Custodian;
import dev.countersign.core.report.Custody;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.sampling.Draw;
import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Desk;
import dev.countersign.core.workspace.Overview;
import dev.countersign.core.workspace.Testimony;
import dev.countersign.core.workspace.Workspace;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// `report`: the workpaper of a run or of many, in as many formats as are asked for.
final class ReportCommand {
    private static final String CUSTODY = "--custody";

    private static final Set<String> VALUES =
            Set.of(
                    "--pdf",
                    "--xlsx",
                    "--csv",
                    "--html",
                    "--oscal",
                    "--facts",
                    "--preparer",
                    "--reviewer",
                    "--period",
                    "--rate",
                    "--seed",
                    "--run",
                    "--at",
                    "--policy",
                    "--workspace",
                    "--trust");

    private ReportCommand() {}

    static Exit run(List<String> words, Console console) throws UsageException, SourceException {
        Arguments arguments = Arguments.parse(words, Set.of("--json", CUSTODY), VALUES);
        if (arguments.rest().size() != 1) {
            throw new UsageException(
                    "report takes one path: a run directory, a bundle, or a workspace");
        }
        Path path = Options.path(arguments.rest().getFirst());
        Map<WorkpaperFormat, Path> files = files(arguments);
        Instant now = Options.now(arguments, console);
        if (arguments.has(CUSTODY)) {
            return custody(path, files, arguments, console);
        }
        if (arguments.value("--run") != null) {
            throw new UsageException("--run is for --custody: name the run's directory instead");
        }
        YearMonth month = month(arguments);
        TrustPlace trust = TrustOption.of(path, arguments).place();
        ReportGround beside = new ReportGround(month, trust, now);
        Testimony.Kept kept = KeptOption.of(path, arguments).kept();
        LookedAt<Overview> looked = Overviews.of(path, arguments, console, beside);
        Overview overview = looked.runs();
        looked.bundle().complain(console);
        WorkpaperGround ground = new WorkpaperGround(overview, beside.ledger());
        Assessment assessment = assessment(path, ground, kept, now, arguments, console);
        BundleStanding bundle = looked.bundle().standing();
        if (bundle != null) {
            assessment = assessment.withBundle(bundle);
        }
        Exit exit = Overviews.complaints(overview.seen(), console);
        if (assessment.negative()) {
            exit = exit.worse(Exit.NEGATIVE);
        }
        Workpaper workpaper =
                new Workpaper(
                        assessment, said("--preparer", arguments), said("--reviewer", arguments));
        write(workpaper, files, arguments, console);
        return exit;
    }

    /// Who had the evidence when: of all runs of a workspace, or of one.
    private static Exit custody(
            Path path, Map<WorkpaperFormat, Path> files, Arguments arguments, Console console)
            throws UsageException, SourceException {
        if (files.containsKey(WorkpaperFormat.OSCAL)) {
            throw new UsageException("a custody report is not written as OSCAL");
        }
        CustodyOption asked = CustodyOption.of(path, arguments);
        Desk desk =
                Desk.once(
                        console.workers(),
                        Runtime.getRuntime().availableProcessors(),
                        console.now(),
                        UUID::randomUUID);
        Custody custody;
        try (Workspace workspace = Workspace.open(asked.folder(), desk)) {
            workspace.scan(Progress.NONE, Cancellation.NEVER);
            // what was seen just now belongs to it, unless it is to speak of another instant
            Instant now = Options.now(arguments, console);
            custody = new Custodian(Cli.VERSION).of(workspace, asked.subject(), asked.runId(), now);
        }
        Paper paper =
                new CustodyPaper(
                                custody,
                                said("--preparer", arguments),
                                said("--reviewer", arguments))
                        .document();
        write(paper, files, arguments, console);
        return custody.ledger().right() ? Exit.DONE : Exit.NEGATIVE;
    }

    private static String said(String option, Arguments arguments) {
        return Objects.requireNonNullElse(arguments.value(option), "");
    }

    private static Assessment assessment(
            Path path,
            WorkpaperGround ground,
            Testimony.Kept kept,
            Instant now,
            Arguments arguments,
            Console console)
            throws UsageException, SourceException {
        LaterRecords.say(ground.overview().runs(), now, arguments, console);
        Policy policy = ground.overview().policy();
        ChainVerifier verifier =
                new ChainVerifier(console.workers(), Runtime.getRuntime().availableProcessors());
        Assessor assessor =
                new Assessor(
                        new RunReader(
                                verifier,
                                policy,
                                TrustOption.of(path, arguments).place(),
                                RuleBook.installed(),
                                ground.overview().seen().kept()),
                        policy,
                        Cli.VERSION,
                        kept);
        EvidencePath.Kind kind =
                Bundle.is(path) ? EvidencePath.Kind.RUN_FOLDER : EvidencePath.of(path).kind();
        return switch (kind) {
            case LOG -> throw new UsageException(path + " is a file: give the run around it");
            case RUN_DIRECTORY -> {
                if (arguments.value("--period") != null) {
                    throw new UsageException("--period is for a workspace, or a folder of runs");
                }
                yield assessor.run(path, ground.overview(), now);
            }
            case RUN_FOLDER, NO_LOG ->
                    Objects.requireNonNull(
                            ground.assess(
                                    assessor,
                                    name(path),
                                    draw(path, ground, arguments),
                                    now,
                                    Progress.NONE,
                                    Cancellation.NEVER),
                            "nobody cancelled");
        };
    }

    private static String name(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private static @Nullable YearMonth month(Arguments arguments) throws UsageException {
        String period = arguments.value("--period");
        return period == null ? null : DrawOption.period(period, "report");
    }

    /// The sample that was recorded, or that `sample` would draw; null if none is asked for.
    private static @Nullable Draw draw(Path path, WorkpaperGround ground, Arguments arguments)
            throws UsageException, SourceException {
        YearMonth month = month(arguments);
        boolean said = arguments.value("--rate") != null || arguments.value("--seed") != null;
        if (month == null) {
            if (said) {
                throw new UsageException("--rate and --seed need --period YYYY-MM");
            }
            return null;
        }
        if (!said && hasLedger(path, arguments)) {
            return ground.recorded(month, path);
        }
        BigInteger seed = DrawOption.seed(arguments, "report");
        if (seed == null) {
            throw new UsageException(
                    "a report shows a draw that was made: give the seed that sample said");
        }
        return Draw.of(ground.population(month), DrawOption.rate(arguments, "report"), seed);
    }

    /// Whether the ledger of a workspace was read.
    private static boolean hasLedger(Path path, Arguments arguments) {
        WorkspaceFolder folder = new WorkspaceFolder(path);
        return folder.exists() && folder.writable() && arguments.value("--policy") == null;
    }

    /// What is to be written where, looked at before anything is read: nothing is replaced.
    private static Map<WorkpaperFormat, Path> files(Arguments arguments)
            throws UsageException, SourceException {
        Map<WorkpaperFormat, Path> files = new EnumMap<>(WorkpaperFormat.class);
        Set<Path> seen = new HashSet<>();
        for (WorkpaperFormat format : WorkpaperFormat.values()) {
            @Nullable String name = arguments.value("--" + format.word());
            if (name != null) {
                Path file = Options.newFile(name);
                if (!seen.add(file.toAbsolutePath().normalize())) {
                    throw new UsageException(name + " is named for two formats: choose two names");
                }
                files.put(format, file);
            }
        }
        if (files.isEmpty()) {
            throw new UsageException(
                    "say what to write: --pdf, --xlsx, --csv, --html, --oscal or --facts FILE");
        }
        return files;
    }

    private static void write(
            Paper paper, Map<WorkpaperFormat, Path> files, Arguments arguments, Console console)
            throws UsageException, SourceException {
        List<JsonValue> written = new ArrayList<>();
        for (Map.Entry<WorkpaperFormat, Path> entry : files.entrySet()) {
            byte[] bytes = paper.bytes(entry.getKey());
            SmallFile.publish(entry.getValue(), bytes);
            String sha256 = FileDigest.sha256(bytes);
            LedgerNote.of(
                    arguments,
                    console,
                    DeskAction.EXPORTED,
                    new Resource("report", entry.getValue().toAbsolutePath().toString()),
                    JsonValue.object()
                            .with("report", paper.report().title())
                            .with("format", entry.getKey().word())
                            .with("sha256", sha256)
                            .with("facts_sha256", paper.report().facts())
                            .build());
            written.add(
                    JsonValue.object()
                            .with("path", entry.getValue().toString())
                            .with("sha256", sha256)
                            .build());
            if (!arguments.has("--json")) {
                console.out().println(sha256 + "  " + entry.getValue());
            }
        }
        if (arguments.has("--json")) {
            console.out()
                    .println(
                            JsonValue.object()
                                    .with("files", new JsonArray(written))
                                    .with("facts_sha256", paper.report().facts())
                                    .build()
                                    .text());
        }
    }
}
