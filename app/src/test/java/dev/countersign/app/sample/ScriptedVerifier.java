// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.integrity.Kept;
import dev.countersign.app.feature.integrity.LogDesk;
import dev.countersign.app.feature.integrity.LogPicture;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.ChainGlimpse;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.LineIndex;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.RecordLine;
import dev.countersign.core.chain.RecordState;
import dev.countersign.core.chain.RecordText;
import dev.countersign.core.chain.Segment;
import dev.countersign.core.chain.Verification;
import dev.countersign.core.chain.WatchedProgress;
import dev.countersign.core.compare.Compared;
import dev.countersign.core.compare.Comparison;
import dev.countersign.core.compare.PairDiff;
import dev.countersign.core.compare.Run;
import dev.countersign.core.recovery.RecoveryProgress;
import dev.countersign.core.recovery.RecoveryResult;
import dev.countersign.core.recovery.SearchKind;
import dev.countersign.core.recovery.Silence;
import dev.countersign.core.run.Check;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Answers by the name of the folder that a log lies in, as if it had read it.
public final class ScriptedVerifier implements LogDesk {
    /// Always the same moment.
    public static final Supplier<ZonedDateTime> CLOCK =
            () -> ZonedDateTime.parse("2026-11-21T03:55:12+01:00");

    /// Every path that was verified.
    public final List<Path> asked = new ArrayList<>();

    /// A log of which the answer is known.
    public static Path log(String name) {
        return Path.of("/srv/pipelines/change-approval/runs", name, "audit.jsonl");
    }

    @Override
    public Verification verify(Path path, Progress progress, Cancellation cancellation)
            throws SourceException {
        asked.add(path);
        String name = path.getName(path.getNameCount() - 2).toString();
        long total = 5_368_709_120L;
        progress.at(0, total, 0, 0);
        if (progress instanceof WatchedProgress watched) {
            watched.begins(() -> glimpse(name, total * 2 / 5));
        }
        progress.at(total * 2 / 5, total, 7_158_278, 3);
        if (cancellation.requested() || name.equals("stopped")) {
            return new Verification.Stopped(total * 2 / 5, 7_158_278, 3, total);
        }
        if (name.equals("failed")) {
            throw new SourceException(
                    path, path + " may not be read by this user: ask for read permission.");
        }
        return new Verification.Finished(report(name));
    }

    /// A record that is not right is seen where there will be one.
    private static ChainGlimpse glimpse(String name, long end) {
        if (name.equals("intact")) {
            return new ChainGlimpse(
                    ChainFormat.A,
                    7_158_278,
                    0,
                    end,
                    List.of(new Segment(0, 7_158_278, RecordState.INTACT)),
                    LineIndex.empty());
        }
        return new ChainGlimpse(
                ChainFormat.A,
                7_158_278,
                3,
                end,
                List.of(
                        new Segment(0, 4_000_000, RecordState.INTACT),
                        new Segment(4_000_000, 4_000_001, RecordState.SUSPECT),
                        new Segment(4_000_001, 7_158_278, RecordState.UNANCHORED)),
                LineIndex.empty());
    }

    @Override
    public List<RecordLine> records(
            Path path, ChainFormat format, LineIndex index, long from, int count) {
        return SampleLines.of(from, count);
    }

    @Override
    public RecordText text(Path path, ChainFormat format, long offset, long length) {
        return SampleLines.text(offset / 300);
    }

    @Override
    public long find(
            Path path, LogPicture picture, long from, String text, Cancellation cancellation) {
        return text.equals("nobody") ? -1 : from;
    }

    @Override
    public List<Check> checks(Path path, Cancellation cancellation) {
        return SampleLines.CHECKS;
    }

    @Override
    public Kept kept(Path path) {
        return path.toString().contains("broken") ? SampleKept.BROKEN : SampleKept.NOTHING;
    }

    @Override
    public Optional<Silence> silence(Path path, ChainReport report, long record) {
        return report.records() == 0 ? Optional.of(Silence.NO_HASH_LEFT) : Optional.empty();
    }

    @Override
    public RecoveryResult recover(
            Path path,
            ChainReport report,
            long record,
            RecoveryProgress progress,
            Cancellation cancellation) {
        progress.at(SearchKind.FIXED_WORD, 1_234);
        progress.at(SearchKind.SAME_FIELD, 5_200_000);
        return SampleLines.recovered(record);
    }

    @Override
    public Path export(RecoveryResult.Recovered found, Path folder) {
        return folder.resolve("record-" + found.record() + ".hashed.txt");
    }

    @Override
    public Compared compare(Path here, Path there, Progress progress, Cancellation cancellation) {
        return new Compared.Stopped();
    }

    @Override
    public PairDiff pair(Path here, Path there, Comparison comparison, Run row)
            throws SourceException {
        throw new SourceException(there, there + " cannot be read.");
    }

    private static ChainReport report(String name) {
        return switch (name) {
            case "intact" -> SampleReports.intact();
            case "large" -> SampleReports.intactLarge();
            case "edited" -> SampleReports.edited();
            case "broken" -> SampleReports.broken();
            case "malformed" -> SampleReports.malformed();
            case "undecided" -> SampleReports.undecided();
            case "foreign" -> SampleReports.foreign();
            case "nothing" -> SampleReports.empty();
            case "many" -> SampleReports.manyFaults(100_000);
            default -> throw new IllegalStateException(name);
        };
    }
}
