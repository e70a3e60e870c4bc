// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.bundle.BagFault;
import dev.countersign.core.bundle.BagReport;
import dev.countersign.core.bundle.BundleReport;
import dev.countersign.core.bundle.BundleStanding;
import dev.countersign.core.bundle.BundledRun;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.run.RunSnapshot;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A bundle for people at a terminal.
final class BundleText {
    private static final int MOST = 20;
    private static final String INDENT = " ".repeat(10);

    private BundleText() {}

    /// @param trustFrom where the anchors are; null where there are none
    /// @param kept how runs stand to what the desk has seen of them, by name
    static void print(
            Path path,
            BundleReport report,
            @Nullable String trustFrom,
            Map<String, KeptCheck> kept,
            PrintStream out) {
        out.println((report.negative() ? "failed    " : "ok        ") + path);
        out.println(INDENT + headline(report));
        against(against(report), out);
        BagReport bag = report.bag();
        for (BagFault warning : bag == null ? List.<BagFault>of() : bag.warnings()) {
            out.println(INDENT + "note: " + warning.sentence());
        }
        if (trustFrom != null && report.runs().stream().anyMatch(BundleText::acts)) {
            out.println(INDENT + "Certificates were checked against the anchors in " + trustFrom);
        }
        for (BundledRun run : report.runs()) {
            run(path, run, kept.get(run.name()), out);
        }
    }

    /// What speaks against a bundle, where nothing else is said of it.
    static void printAgainst(Path path, BundleStanding bundle, PrintStream out) {
        out.println("failed    " + path);
        out.println(INDENT + "The bundle is not valid: nothing vouches for the runs in it.");
        against(bundle.against(), out);
    }

    private static void against(List<String> against, PrintStream out) {
        for (String sentence : against.subList(0, Math.min(MOST, against.size()))) {
            out.println(INDENT + sentence);
        }
        if (against.size() > MOST) {
            out.println(INDENT + "and " + (against.size() - MOST) + " more: --json lists them.");
        }
    }

    private static boolean acts(BundledRun run) {
        RunSnapshot snapshot = run.snapshot();
        return snapshot != null && !snapshot.acts().isEmpty();
    }

    private static String headline(BundleReport report) {
        String runs =
                switch (report.runs().size()) {
                    case 0 -> "No run is in it, so it shows nothing. ";
                    case 1 -> "1 run. ";
                    default -> report.runs().size() + " runs. ";
                };
        return runs + headline(BundleStanding.of(report));
    }

    /// How it stands, whatever its runs say.
    static String headline(BundleStanding bundle) {
        if (!bundle.bag()) {
            return "A plain archive: it has no list of what it should contain, so files may be"
                    + " missing.";
        }
        if (bundle.valid()) {
            return "The bag is complete and valid: every file is as it was packed.";
        }
        if (bundle.complete() && BagFault.unchecked(bundle.faults())) {
            return "The bag is complete; its checksums are not checked.";
        }
        return bundle.complete()
                ? "The bag is complete, but not valid."
                : "The bag is not complete.";
    }

    private static void run(Path path, BundledRun run, @Nullable KeptCheck kept, PrintStream out) {
        RunSnapshot snapshot = run.snapshot();
        ChainReport chain = snapshot == null ? null : snapshot.chain();
        if (chain == null) {
            out.println("failed    " + path.resolve(run.folder()));
            out.println(INDENT + run.failure());
            return;
        }
        VerifyText.print(path.resolve(run.folder()), chain, snapshot, out);
        if (run.packed() != CheckpointResult.NONE) {
            out.println(INDENT + packed(run.packed()));
        }
        if (kept != null) {
            VerifyText.beside(kept, null, out);
            if (kept.older(chain)) {
                out.println(INDENT + "It is an older copy: this desk has seen more of the log.");
            }
        }
    }

    private static String packed(CheckpointResult packed) {
        return switch (packed) {
            case MATCH ->
                    "The log is the one that was bundled. That relies on whoever made the bundle,"
                            + " and does not show that the log is complete.";
            case TAIL_MISSING -> "Records that were there when it was bundled are missing.";
            case TAIL_APPENDED, GROWN -> "Records were added after it was bundled.";
            case HEAD_MISMATCH -> "The log is not the one that was bundled.";
            case NONE -> "";
        };
    }

    /// What speaks against the bundle itself.
    static List<String> against(BundleReport report) {
        List<String> sentences = new ArrayList<>();
        BagReport bag = report.bag();
        if (bag != null) {
            bag.errors().forEach(error -> sentences.add(error.sentence()));
        }
        report.damage().forEach(fault -> sentences.add(fault.sentence()));
        sentences.addAll(report.disagreements());
        return sentences;
    }
}
