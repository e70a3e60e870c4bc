// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.workpaper.Workpaper;
import dev.countersign.app.workpaper.WorkpaperFormat;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.report.Assessment;
import dev.countersign.core.report.Assessor;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.sampling.Draw;
import dev.countersign.core.sampling.Population;
import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Overview;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// `report`: the workpaper of a run or of many, in as many formats as are asked for.
final class ReportCommand {
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
                    "--at",
                    "--policy",
                    "--workspace",
                    "--trust");

    private ReportCommand() {}

    static Exit run(List<String> words, Console console) throws UsageException, SourceException {
        Arguments arguments = Arguments.parse(words, Set.of("--json"), VALUES);
        if (arguments.rest().size() != 1) {
            throw new UsageException("report takes one path: a run directory, or a workspace");
        }
        Path path = Options.path(arguments.rest().getFirst());
        Map<WorkpaperFormat, Path> files = files(arguments);
        Instant now = Options.now(arguments, console);
        Overview overview = Overviews.of(path, arguments, console, workspace -> {});
        Assessment assessment = assessment(path, overview, now, arguments, console);
        Exit exit = Overviews.complaints(overview, console);
        Workpaper workpaper =
                new Workpaper(
                        assessment,
                        Objects.requireNonNullElse(arguments.value("--preparer"), ""),
                        Objects.requireNonNullElse(arguments.value("--reviewer"), ""));
        write(workpaper, files, arguments, console);
        return exit;
    }

    private static Assessment assessment(
            Path path, Overview overview, Instant now, Arguments arguments, Console console)
            throws UsageException, SourceException {
        Policy policy = overview.policy();
        ChainVerifier verifier =
                new ChainVerifier(console.workers(), Runtime.getRuntime().availableProcessors());
        Assessor assessor =
                new Assessor(
                        new RunReader(verifier, policy, TrustOption.of(path, arguments).place()),
                        policy,
                        Cli.VERSION);
        EvidencePath evidence = EvidencePath.of(path);
        return switch (evidence.kind()) {
            case LOG -> throw new UsageException(path + " is a file: give the run around it");
            case RUN_DIRECTORY -> {
                if (arguments.value("--period") != null) {
                    throw new UsageException("--period is for a workspace, or a folder of runs");
                }
                yield assessor.run(path, overview, now);
            }
            case RUN_FOLDER, NO_LOG ->
                    Objects.requireNonNull(
                            assessor.all(
                                    name(path),
                                    overview,
                                    draw(overview, arguments),
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

    /// The sample that `sample` would draw; null if none is asked for.
    private static @Nullable Draw draw(Overview overview, Arguments arguments)
            throws UsageException {
        String period = arguments.value("--period");
        if (period == null) {
            if (arguments.value("--rate") != null || arguments.value("--seed") != null) {
                throw new UsageException("--rate and --seed need --period YYYY-MM");
            }
            return null;
        }
        Population population =
                Population.of(
                        overview.runs(),
                        DrawOption.period(period, "report"),
                        overview.policy().calendar().zone());
        BigInteger seed = DrawOption.seed(arguments, "report");
        if (seed == null) {
            throw new UsageException(
                    "a report shows a draw that was made: give the seed that sample said");
        }
        return Draw.of(population, DrawOption.rate(arguments, "report"), seed);
    }

    /// What is to be written where, looked at before anything is read: nothing is replaced.
    private static Map<WorkpaperFormat, Path> files(Arguments arguments)
            throws UsageException, SourceException {
        Map<WorkpaperFormat, Path> files = new EnumMap<>(WorkpaperFormat.class);
        Set<Path> seen = new HashSet<>();
        for (WorkpaperFormat format : WorkpaperFormat.values()) {
            @Nullable String name = arguments.value("--" + format.word());
            if (name != null) {
                Path file = Options.path(name);
                if (!seen.add(file.toAbsolutePath().normalize())) {
                    throw new UsageException(name + " is named for two formats: choose two names");
                }
                if (!SmallFile.vacant(file)) {
                    throw new SourceException(
                            file, file + " exists and was left as it is: choose another name.");
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
            Workpaper workpaper,
            Map<WorkpaperFormat, Path> files,
            Arguments arguments,
            Console console)
            throws SourceException {
        List<JsonValue> written = new ArrayList<>();
        for (Map.Entry<WorkpaperFormat, Path> entry : files.entrySet()) {
            byte[] bytes = workpaper.bytes(entry.getKey());
            SmallFile.publish(entry.getValue(), bytes);
            String sha256 = FileDigest.sha256(bytes);
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
                                    .with("facts_sha256", workpaper.assessment().sha256())
                                    .build()
                                    .text());
        }
    }
}
