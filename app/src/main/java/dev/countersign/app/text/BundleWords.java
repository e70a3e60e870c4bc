// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.bundle.BagFault;
import dev.countersign.core.bundle.BagReport;
import dev.countersign.core.bundle.BundleReport;
import dev.countersign.core.bundle.BundledRun;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSnapshot;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Bundles as people read them.
public final class BundleWords {

    /// Copies why a bundle was refused.
    public static final String COPY = "Copy message";

    /// It was copied.
    public static final String COPIED = "Copied";

    private BundleWords() {}

    /// What it is.
    public static String kind(boolean bag) {
        return bag
                ? "A bag (BagIt): it lists its files with their checksums"
                : "A plain archive: it has no list of what it should contain";
    }

    /// What came of verifying it.
    public static String headline(BundleReport report) {
        return bag(report) + " " + runs(report);
    }

    private static String bag(BundleReport report) {
        BagReport bag = report.bag();
        if (bag == null) {
            return report.damage().isEmpty()
                    ? "A plain archive, not damaged. Files may be missing: it has no list of what"
                            + " it should contain."
                    : "A plain archive, and it is damaged.";
        }
        if (bag.valid()) {
            return "Complete and valid: every file is as it was packed.";
        }
        if (bag.complete() && BagFault.unchecked(bag.errors())) {
            return "Complete; its checksums are not checked.";
        }
        return bag.complete()
                ? "Complete, but not valid: files were changed after it was packed."
                : "Not complete: files are missing, or not listed.";
    }

    private static String runs(BundleReport report) {
        long negative = report.runs().stream().filter(BundledRun::negative).count();
        int all = report.runs().size();
        if (all == 0) {
            return "There is no run in it.";
        }
        return negative == 0
                ? Numbers.count(all, "run") + ", no problem found."
                : "Problems in "
                        + Numbers.grouped(negative)
                        + " of "
                        + Numbers.count(all, "run")
                        + ".";
    }

    /// Where a run's chain stands.
    public static String chain(BundledRun run) {
        ChainReport chain = chainOf(run);
        if (chain == null) {
            return "Not read";
        }
        return otherwise(run, chain) ? "Checks failed" : VerdictText.word(chain.verdict());
    }

    /// Whether the chain is intact and something else is not.
    private static boolean otherwise(BundledRun run, ChainReport chain) {
        return run.negative() && chain.verdict() == Verdict.INTACT;
    }

    /// What speaks against a run: each channel that failed, and a head that is not the packed one.
    public static String against(BundledRun run) {
        List<String> all = new ArrayList<>();
        RunSnapshot snapshot = run.snapshot();
        if (snapshot == null) {
            all.add(String.valueOf(run.failure()));
        } else {
            snapshot.channels()
                    .all()
                    .forEach((channel, outcome) -> {
                        if (outcome == Outcome.FAILED) {
                            String name = CheckText.name(channel).toLowerCase(Locale.ROOT);
                            all.add(name + " failed");
                        }
                    });
        }
        if (run.packed().negative()) {
            all.add(checkpoint(run.packed()));
        }
        if (all.isEmpty()) {
            all.add("its log cannot be verified");
        }
        String said = run.name() + ": " + String.join(", ", all);
        return said.endsWith(".") ? said : said + ".";
    }

    /// Where a run stands; why it could not be read.
    public static String status(BundledRun run) {
        RunSnapshot snapshot = run.snapshot();
        return snapshot == null
                ? Foreign.visible(String.valueOf(run.failure()))
                : StatusText.word(snapshot.status());
    }

    /// The beginning of a run's head.
    public static String head(BundledRun run) {
        ChainReport chain = chainOf(run);
        String head = chain == null ? null : chain.head();
        return head == null ? "no head" : Quotes.beginning(head) + "\u2026";
    }

    /// How long a run's log is; that it is intact where the chain's word is another one.
    public static String records(BundledRun run) {
        ChainReport chain = chainOf(run);
        if (chain == null) {
            return "";
        }
        String records = Numbers.count(chain.records(), "record");
        return otherwise(run, chain) ? records + ", intact" : records;
    }

    private static @Nullable ChainReport chainOf(BundledRun run) {
        RunSnapshot snapshot = run.snapshot();
        return snapshot == null ? null : snapshot.chain();
    }

    /// How a log's head stands to the checkpoint that was packed with it. It says nothing of the
    /// rest of the log.
    public static String checkpoint(CheckpointResult packed) {
        return switch (packed) {
            case MATCH -> "head as in the checkpoint";
            case TAIL_MISSING -> "records were removed since";
            case TAIL_APPENDED, GROWN -> "longer than packed";
            case HEAD_MISMATCH -> "not the head that was packed";
            case NONE -> "no checkpoint";
        };
    }

    /// What a bundle proves.
    public static String proves() {
        return "What a bundle says about itself is only its maker's word. Its policy and trust"
                + " anchors are not used; yours are.";
    }

    /// That there is more.
    public static String more(int faults) {
        return "and " + Numbers.grouped(faults) + " more";
    }

    /// How far verifying is.
    public static String far(long done, long total, double rate) {
        return total <= 0
                ? ""
                : Numbers.bytes(done)
                        + " of "
                        + Numbers.bytes(total)
                        + (rate > 0 ? ", " + Numbers.rate(rate) : "");
    }

    /// It is being looked into.
    public static String opening(Path bundle) {
        return "Looking into " + name(bundle) + "\u2026";
    }

    /// It is not read.
    public static String refused(Path bundle) {
        return name(bundle) + " is not read";
    }

    private static String name(Path path) {
        return Foreign.visible(String.valueOf(path.getFileName()));
    }

    /// Nothing was found out.
    public static String stopped() {
        return "Verifying was stopped: there is no result for this bundle.";
    }

    /// It is being extracted.
    public static String extracting(Path target) {
        return "Extracting into " + Foreign.visible(target.toString()) + "\u2026";
    }

    /// It was extracted.
    public static String extracted(Path target) {
        return "Extracted into " + Foreign.visible(target.toString()) + ".";
    }

    /// Extracting was cancelled.
    public static String notExtracted(Path target) {
        return "Cancelled: nothing was left in " + Foreign.visible(target.toString()) + ".";
    }

    /// Why nothing is written to a run in a bundle.
    public static String readOnly(Path run) {
        return run
                + " lies in a bundle, which is never written to: save the response, and import it"
                + " where the run lives.";
    }

    /// What goes into a bundle.
    public static String holds() {
        return "It contains each run as it is, a checkpoint of its log if that is intact, the files"
                + " needed to check its signatures, your policy, your trust anchors, and"
                + " checksums of all of these.";
    }

    /// Which forms there are.
    public static String forms() {
        return "The name decides the form: .zip, .tar, .tar.gz, or else a folder. Nothing that"
                + " exists is replaced.";
    }

    /// Of one run.
    public static String ofThis() {
        return "Bundle this run\u2026";
    }

    /// Of those that are selected.
    public static String ofSelected(int runs) {
        return "Bundle the " + Numbers.grouped(runs) + " selected runs\u2026";
    }

    /// Of all that are listed.
    public static String ofListed(int runs) {
        return "Bundle all " + Numbers.grouped(runs) + " listed\u2026";
    }

    /// Of those that are to be looked at.
    public static String ofSample(int runs) {
        return runs == 1
                ? "Bundle the sample's one run\u2026"
                : "Bundle the sample\u2019s " + Numbers.grouped(runs) + " runs\u2026";
    }

    /// A name for the file of a month's sample.
    public static String sampleName(YearMonth month) {
        return "sample-" + month + "-bundle.zip";
    }

    /// A name for the file.
    public static String fileName(List<Path> runs) {
        return (runs.size() == 1 ? runs.getFirst().getFileName() + "" : "runs-" + runs.size())
                + "-bundle.zip";
    }

    /// It is being made.
    public static String making(int runs) {
        return "Packing " + Numbers.count(runs, "run") + "\u2026";
    }

    /// It was cancelled.
    public static String notMade(Path file) {
        return "Packing was cancelled. Nothing of " + name(file) + " is left.";
    }

    /// It was made.
    public static String made() {
        return "The bundle was made";
    }

    /// What to do with its hash.
    public static String tell() {
        return "It is recorded in the ledger. Send the hash to the recipient separately from the"
                + " bundle.";
    }

    /// What to do with its hash, for whoever received it.
    public static String compareHash() {
        return "Compare it with the one that its maker sent you another way.";
    }

    /// What verifies it.
    public static String command(Path file) {
        return NextStepText.verify(file);
    }
}
