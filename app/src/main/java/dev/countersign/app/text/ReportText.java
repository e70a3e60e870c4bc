// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.report.Attainment;
import dev.countersign.core.workspace.RecordedDraw;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Locale;

/// The reports screen's own words.
public final class ReportText {
    public static final String WORKSPACE = "Workpaper, all runs";
    public static final String WORKSPACE_WHAT =
            "Procedure, population, results, exceptions, decisions, deadlines and hashes of every"
                    + " run.";
    public static final String MONTH = "Workpaper, one month";
    public static final String MONTH_WHAT =
            "The same of the runs of the month that you pick, with the sample that was drawn from"
                    + " them, as the ledger has it.";
    public static final String RUN = "Workpaper, one run";
    public static final String RUN_WHAT = "The same of the run that you pick.";
    public static final String OPERATIONS = "Operations: clean runs and exceptions";
    public static final String OPERATIONS_WHAT =
            "The runs without exceptions, and the exceptions of the others.";
    public static final String ATTAINMENT = "Deadline attainment";
    public static final String ATTAINMENT_WHAT =
            "How many clocks were kept, by kind, with a chart, and each that was not.";
    public static final String CUSTODY = "Custody, all runs";
    public static final String CUSTODY_WHAT =
            "Who had the evidence when, and by which hashes: everything that this desk has seen,"
                    + " done or been told.";
    public static final String RUN_CUSTODY = "Custody, one run";
    public static final String RUN_CUSTODY_WHAT =
            "Who had the run that you pick when, and by which hashes; it need not be there any"
                    + " more.";
    public static final String ACCESS = "Access to one resource";
    public static final String ACCESS_WHAT =
            "Every event of the ledger on the resource that you pick.";
    public static final String PRIVILEGED = "Privileged acts";
    public static final String PRIVILEGED_WHAT =
            "Every event of an administrator or of the desk itself.";
    public static final String FAILED_ACCESS = "Failed access";
    public static final String FAILED_ACCESS_WHAT =
            "Every event that failed or was denied, and who did so how often.";

    /// Where nobody is named.
    public static final String LINE = "Blank: a line to sign on";

    /// How a day is written.
    public static final String DAY = "YYYY-MM-DD";

    /// What is wrong with a period.
    public static final String NO_DAYS =
            "Write days of UTC as 2026-11-01, the first before the last; empty for no bound.";

    /// Why a kind made from runs cannot be chosen.
    public static final String NO_RUNS = "There are no runs in this workspace yet.";

    /// Why a kind about a resource cannot be chosen.
    public static final String NO_THINGS = "The ledger has no events yet.";

    /// What to do where no folder is open.
    public static final String NOTHING_OPEN =
            "A report is made of the runs and the ledger of a workspace. Open a folder of runs, or"
                    + " the demo workspace from the queue.";

    /// What is seen before anything was made.
    public static final String NOTHING_MADE =
            "Choose what to report on the left. Everything it is about is read again, laid out, and"
                    + " shown here as it will be on paper. Nothing is written before you save it.";

    /// What it means that it was stopped.
    public static final String STOPPED = "Nothing was made, and nothing was written.";

    private static final int LONGEST = 80;

    private ReportText() {}

    /// What is known of a run that was here.
    ///
    /// @param subject what it was about
    public static String gone(String subject) {
        return "No longer here: " + subject;
    }

    /// A run of which no log was ever read here, or none that is remembered.
    public static final String ONLY_CHECKPOINTS = "Known from checkpoints only";

    /// Not every row stands on the pages that are shown.
    public static final String ABRIDGED =
            "Too long for paper: the longer tables show only their exceptions and failures, and"
                    + " only the first where there are very many. XLSX and HTML have every row.";

    /// Whether a month can be reported.
    ///
    /// @param draw the one that counts; null if nothing was drawn
    public static String drawn(@Nullable RecordedDraw draw) {
        return draw == null
                ? "No sample drawn yet: draw it in Samples"
                : Numbers.count(draw.sampled().size(), "run")
                        + " drawn by "
                        + Foreign.visible(draw.by());
    }

    /// `3 of 40 runs read`, and what comes after the last one.
    ///
    /// @param thing what is counted
    public static String making(long done, long total, String thing) {
        if (total == 0) {
            return "Reading…";
        }
        return done >= total
                ? "Laying out the pages…"
                : Numbers.grouped(done) + " of " + Numbers.count(total, thing) + " read";
    }

    /// `Page 2 of 9`.
    public static String page(int index, int count) {
        return "Page " + Numbers.grouped(index + 1L) + " of " + Numbers.grouped(count);
    }

    /// Where it was saved.
    public static String saved(Path file) {
        return Foreign.visible(file.toString()) + ". The ledger has its SHA-256:";
    }

    /// Why nothing is printed.
    public static final String NO_PRINTER =
            "This machine knows no printer. Save the PDF, and print it where there is one.";

    /// What is wrong with the pages to print.
    ///
    /// @param count how many there are
    public static String noPages(int count) {
        return "Write pages from 1 to " + Numbers.grouped(count) + ", the first before the last.";
    }

    /// How far printing is.
    public static String printing(String printer, int taken, int of) {
        return Numbers.grouped(taken)
                + " of "
                + Numbers.count(of, "page")
                + " at "
                + printer(printer);
    }

    /// What the printer got.
    public static String printed(String printer, int first, int last) {
        String pages =
                first == last
                        ? "page " + Numbers.grouped(first)
                        : "pages " + Numbers.grouped(first) + " to " + Numbers.grouped(last);
        return printer(printer) + ", " + pages + ". The ledger has it.";
    }

    /// What the printer got before it was stopped.
    public static String notAll(int taken) {
        return taken == 0
                ? "No page went to the printer."
                : Numbers.count(taken, "page") + " may have been printed; the ledger has it.";
    }

    /// That the ledger does not say what was printed.
    public static String unrecorded(String printer, int taken, @Nullable String why) {
        return Numbers.count(taken, "page") + " went to " + printer(printer) + ". " + why;
    }

    /// That the printer did not take all.
    public static String notPrinted(String printer, int taken, int of) {
        return printer(printer)
                + " took "
                + (taken == 0 ? "none" : Numbers.grouped(taken))
                + " of "
                + Numbers.count(of, "page")
                + ". Look at the printer, and print again.";
    }

    private static String printer(String name) {
        return Foreign.visible(name);
    }

    /// `12 in time, 2 late, 1 still open`.
    public static String counts(Attainment one) {
        return Numbers.grouped(one.met())
                + " in time, "
                + Numbers.grouped(one.late())
                + " late, "
                + Numbers.grouped(one.open())
                + " still open";
    }

    /// `85 %`; words if none was decided.
    public static String percent(Attainment one) {
        return one.percent() < 0 ? "none decided" : one.percent() + " %";
    }

    /// `2026-11-01 to 2026-11-30, days of UTC`.
    public static String period(String from, String to) {
        if (from.isEmpty() && to.isEmpty()) {
            return "all of it";
        }
        return (from.isEmpty() ? "the beginning" : from)
                + " to "
                + (to.isEmpty() ? "the end" : to)
                + ", days of UTC";
    }

    /// A name for the file.
    public static String fileName(String title, String subject, String extension) {
        String plain =
                (title + "-" + subject)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9.]+", "-")
                        .replaceAll("^[-.]+|[-.]+$", "");
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        return cut + "." + extension;
    }
}
