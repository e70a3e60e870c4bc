// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.background.JobProgress;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.feature.reports.ReportsState.Saving;
import dev.countersign.app.feature.reports.ReportsState.Work;
import dev.countersign.app.sample.Steps;
import dev.countersign.app.workpaper.WorkpaperFormat;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

class ReportsViewModelTest {
    private static final Subject.Run RUN = new Subject.Run(Path.of("a"), "a", "CHG-1");
    private static final Subject.Seen GONE = new Subject.Seen("gone", "No longer here: CHG-2");
    private static final Path FILE = Path.of("report.csv");

    private final Steps screen = new Steps();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Scripted source = new Scripted();
    private final ReportsViewModel model =
            new ReportsViewModel(source, new Jobs(waiting::add, screen, screen), source);

    /// Answers as it is told to.
    private static final class Scripted implements ReportsSource, NamesMemory {
        Optional<ReportOffer> offer = Optional.of(offer("/w"));
        @Nullable String trouble;
        Names names = new Names("Ada", "");

        static ReportOffer offer(String workspace) {
            return new ReportOffer(
                    Path.of(workspace), List.of(RUN), List.of(GONE), List.of(), List.of());
        }

        @Override
        public Optional<ReportOffer> offer() throws SourceException {
            check();
            return offer;
        }

        @Override
        public Optional<MadeReport> make(ReportOrder order, Progress progress, Cancellation c)
                throws SourceException {
            check();
            if (c.requested()) {
                return Optional.empty();
            }
            return Optional.of(MadeReports.of(order, List.of("b")));
        }

        @Override
        public void printed(MadeReport report, String printer, PageSpan pages) {}

        @Override
        public SavedReport save(MadeReport report, WorkpaperFormat format, Path file)
                throws SourceException {
            check();
            return new SavedReport(file, format, "11");
        }

        private void check() throws SourceException {
            if (trouble != null) {
                throw new SourceException(FILE, trouble);
            }
        }

        @Override
        public Names names() {
            return names;
        }

        @Override
        public void keep(Names last) {
            names = last;
        }
    }

    private void work() {
        while (!waiting.isEmpty() || screen.waiting() > 0) {
            while (!waiting.isEmpty()) {
                waiting.remove().run();
            }
            screen.all();
        }
    }

    private void look() {
        model.refresh();
        work();
    }

    private ReportsState.Open open() {
        return (ReportsState.Open) model.stateProperty().get();
    }

    @Test
    void theWholeWorkspaceIsOfferedFirstWithTheNamesOfLastTime() {
        assertThat(model.stateProperty().get()).isEqualTo(new ReportsState.Loading());
        look();
        assertThat(model.stateProperty().get())
                .isEqualTo(
                        new ReportsState.Open(
                                Scripted.offer("/w"),
                                new ReportOrder(
                                        ReportKind.WORKSPACE,
                                        null,
                                        Period.ALL,
                                        new Names("Ada", "")),
                                new Work.None(),
                                new Saving.None()));
    }

    @Test
    void withoutAFolderAndWithoutAnAnswer() {
        source.offer = Optional.empty();
        look();
        assertThat(model.stateProperty().get()).isEqualTo(new ReportsState.NothingOpen());
        source.trouble = "it cannot be read.";
        look();
        assertThat(model.stateProperty().get())
                .isEqualTo(new ReportsState.Failed("it cannot be read."));
    }

    @Test
    void whatIsIncompleteOrNotThereIsNotMade() {
        look();
        model.choose(ReportKind.RUN);
        model.make();
        model.choose(ReportKind.ACCESS);
        model.make();
        model.choose(ReportKind.PRIVILEGED);
        model.within(new Period("yesterday", ""));
        model.make();
        assertThat(waiting).isEmpty();
        assertThat(open().work()).isEqualTo(new Work.None());
    }

    @Test
    void anotherKindIsAboutNothingYet() {
        look();
        model.choose(ReportKind.RUN);
        model.about(RUN);
        assertThat(open().order().complete()).isTrue();
        model.choose(ReportKind.ACCESS);
        assertThat(open().order().subject()).isNull();
    }

    @Test
    void aReportIsMadeItsFirstPageDrawnAndAFileWritten() {
        look();
        model.by(new Names("Bo", "Cy"));
        model.make();
        assertThat(source.names).isEqualTo(new Names("Bo", "Cy"));
        assertThat(open().work())
                .isEqualTo(new Work.Making(ReportKind.WORKSPACE, JobProgress.NONE, false));
        work();
        assertThat(model.report()).isNotNull();
        assertThat(model.pages().stateProperty().get().count()).isEqualTo(1);
        assertThat(model.pages().stateProperty().get().image()).isNotNull();
        model.save(WorkpaperFormat.CSV, FILE);
        assertThat(open().saving()).isEqualTo(new Saving.Writing(FILE));
        work();
        assertThat(open().saving())
                .isEqualTo(new Saving.Saved(new SavedReport(FILE, WorkpaperFormat.CSV, "11")));
        source.trouble = "it exists already.";
        model.save(WorkpaperFormat.CSV, FILE);
        work();
        assertThat(open().saving()).isEqualTo(new Saving.Failed("it exists already."));
    }

    @Test
    void custodyIsOfAllOrOfARunThatNeedNotBeThere() {
        look();
        model.choose(ReportKind.CUSTODY);
        assertThat(open().order().complete()).isTrue();
        assertThat(open().offer().subjects(ReportKind.CUSTODY)).isEmpty();
        model.choose(ReportKind.RUN_CUSTODY);
        assertThat(open().order().complete()).isFalse();
        assertThat(open().offer().subjects(ReportKind.RUN_CUSTODY)).isEqualTo(List.of(GONE));
        model.about(GONE);
        model.within(new Period("yesterday", ""));
        assertThat(open().order().complete()).as("it is of no days").isTrue();
    }

    @Test
    void theCustodyOfARunIsOrderedAsSoonAsItIsOffered() {
        model.wantCustody("gone");
        work();
        assertThat(open().order())
                .isEqualTo(
                        new ReportOrder(
                                ReportKind.RUN_CUSTODY, GONE, Period.ALL, new Names("Ada", "")));
        model.choose(ReportKind.CUSTODY);
        model.wantCustody("never seen");
        work();
        assertThat(open().order().kind()).isEqualTo(ReportKind.CUSTODY);
    }

    @Test
    void whatIsStoppedIsNotThere() {
        look();
        model.make();
        assertThat(model.stop()).isTrue();
        assertThat(open().work())
                .isEqualTo(new Work.Making(ReportKind.WORKSPACE, JobProgress.NONE, true));
        work();
        assertThat(open().work()).isEqualTo(new Work.Stopped());
        assertThat(model.stop()).isFalse();
        assertThat(model.pages().stateProperty().get()).isEqualTo(PageState.NONE);
    }

    @Test
    void anotherWorkspaceForgetsWhatWasMade() {
        look();
        model.make();
        work();
        look();
        assertThat(model.report()).as("the same one does not").isNotNull();
        source.offer = Optional.of(Scripted.offer("/other"));
        look();
        assertThat(model.report()).isNull();
        assertThat(open().work()).isEqualTo(new Work.None());
        assertThat(model.pages().stateProperty().get()).isEqualTo(PageState.NONE);
    }

    @Test
    void whatEndsAfterAnotherWorkspaceWasOpenedIsThrownAway() {
        look();
        model.make();
        Runnable making = waiting.remove();
        source.offer = Optional.of(Scripted.offer("/other"));
        look();
        making.run();
        work();
        assertThat(open().work()).isEqualTo(new Work.None());
    }
}
