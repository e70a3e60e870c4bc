// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.background.Jobs;
import dev.countersign.app.background.Threads;
import dev.countersign.app.background.Ticker;
import dev.countersign.app.cli.Cli;
import dev.countersign.app.cli.PolicySchema;
import dev.countersign.app.feature.integrity.IntegrityViewModel;
import dev.countersign.app.feature.integrity.LogDesk;
import dev.countersign.app.feature.reports.NamesMemory;
import dev.countersign.app.feature.sign.SignerMemory;
import dev.countersign.app.platform.FileOpener;
import dev.countersign.app.platform.FolderShower;
import dev.countersign.app.platform.FxFilePicker;
import dev.countersign.app.platform.FxPagePrinter;
import dev.countersign.app.platform.KeyPicker;
import dev.countersign.app.platform.LibraryPicker;
import dev.countersign.app.platform.SavePicker;
import dev.countersign.app.shell.ShellView;
import dev.countersign.app.theme.Themes;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.compare.LogComparer;
import dev.countersign.core.demo.DemoWorkspace;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.recovery.Recovery;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.CmsSigner;
import dev.countersign.core.trust.HttpTimeStampAuthority;
import dev.countersign.core.trust.KeyMaker;
import dev.countersign.core.trust.Randomness;
import dev.countersign.core.trust.RsaPadding;
import dev.countersign.core.workspace.WorkspaceFolder;

import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/// The composition root: the only place that makes services and knows the clock.
public final class Wiring {
    /// A log whose last line breaks off may so long be in the middle of being written.
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private static final int RANDOM_BYTES = 32;

    /// So long a time-stamp authority is waited for.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Wiring() {}

    /// The window's content, alive.
    ///
    /// @param scene what the window shows
    /// @param desk opens whatever one points at
    /// @param model opens logs
    /// @param themes light and dark
    public record Window(Scene scene, Desk desk, IntegrityViewModel model, Themes themes) {}

    /// The real services.
    static Jobs jobs(ExecutorService workers, ScheduledExecutorService waiting) {
        return new Jobs(workers, Threads.screen(), System::nanoTime, Threads.timer(waiting));
    }

    /// The workspace of whatever folder is open.
    static WorkspaceAccess access(ExecutorService workers, UserData data) {
        var desk =
                new dev.countersign.core.workspace.Desk(
                        workers,
                        Runtime.getRuntime().availableProcessors(),
                        InstantSource.system(),
                        SETTLING,
                        UUID::randomUUID);
        var person = new Actor(System.getProperty("user.name", "unknown"), Actor.Type.USER);
        return new WorkspaceAccess(
                new SharedWorkspace.Surroundings(
                        data.directory(), desk, person, workers, Threads.screen()));
    }

    /// Findings, reports, ledger and settings of what is open.
    static OfficeDesk.Services office(
            ExecutorService workers,
            WorkspaceAccess access,
            NamesMemory names,
            FxFilePicker picker,
            FolderShower shower,
            FileOpener opener) {
        return new OfficeDesk.Services(
                new WorkspaceFindings(access),
                new WorkspaceSamples(
                        access,
                        () -> HexFormat.of().formatHex(Randomness.system().bytes(RANDOM_BYTES))),
                new WorkspaceLedger(access),
                new ReportsDesk.Services(
                        new WorkspaceReports(chains(workers), access),
                        new WorkspaceMatrix(chains(workers), access),
                        names,
                        opener,
                        new FxPagePrinter()),
                new WorkspaceSettings(access),
                picker,
                picker,
                picker,
                shower,
                access::onNews);
    }

    /// The wall clock, in the time zone of the machine.
    static Supplier<ZonedDateTime> clock() {
        return ZonedDateTime::now;
    }

    /// This user's own directory.
    static UserData userData() {
        return UserData.of(
                System.getenv(),
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")));
    }

    /// The real queue and run screen.
    static WindowServices.Runs runs(
            ExecutorService workers,
            ScheduledExecutorService waiting,
            UserData data,
            WorkspaceAccess access,
            SignerMemory signer,
            KeyPicker keys,
            LibraryPicker libraries,
            SavePicker files,
            FolderShower shower) {
        InstantSource clock = InstantSource.system();
        var reader = new WorkspaceRuns(chains(workers), access);
        var stamps = new Stamps(Wiring::authority, Randomness.system());
        var signing =
                new WorkspaceSigning(
                        reader,
                        access,
                        stamps,
                        new CmsSigner(Randomness.system(), RsaPadding.PKCS1));
        return new WindowServices.Runs(
                new Ticker(Threads.timer(waiting), Threads.screen(), clock),
                ZoneId.systemDefault(),
                access::open,
                reader,
                folder -> workers.execute(() -> data.remember(folder)),
                () -> demo(data, clock.instant()),
                new WindowServices.Signatures(
                        signing,
                        new WorkspaceResume(reader, access, System.getenv()),
                        signing,
                        signer,
                        new WindowServices.Keys(
                                new WorkspaceKeys(new KeyMaker(Randomness.system()), clock),
                                keys,
                                libraries,
                                Wiring::isAuthority),
                        files,
                        new WorkspaceSelfChecks(reader, access),
                        new WorkspaceResponses(reader, access, stamps),
                        new WorkspaceCheckpoints(access),
                        new WorkspaceEscalation(access),
                        shower),
                new WorkspaceBundles(
                        chains(workers),
                        workers,
                        Runtime.getRuntime().availableProcessors(),
                        reader,
                        access,
                        Cli.VERSION));
    }

    private static Optional<HttpTimeStampAuthority> authority(String address) {
        return HttpTimeStampAuthority.at(address, PATIENCE);
    }

    private static boolean isAuthority(String address) {
        return authority(address).isPresent();
    }

    private static ChainVerifier chains(ExecutorService workers) {
        return new ChainVerifier(workers, Runtime.getRuntime().availableProcessors());
    }

    /// Its deadlines are near and past as of the day it was written, so it is written once a day.
    private static Path demo(UserData data, Instant now) throws SourceException {
        Path folder = data.demo(LocalDate.ofInstant(now, ZoneOffset.UTC));
        if (!new WorkspaceFolder(folder).exists()) {
            DemoWorkspace.write(folder, now);
            PolicySchema.beside(new WorkspaceFolder(folder).policy());
        }
        return folder;
    }

    /// The real verifier, on all cores.
    static LogDesk verifier(ExecutorService workers, WorkspaceAccess access) {
        ChainVerifier chains = chains(workers);
        var recovery =
                new Recovery(workers, Runtime.getRuntime().availableProcessors(), System::nanoTime);
        var comparer = new LogComparer(workers, Runtime.getRuntime().availableProcessors());
        return new WorkspaceLogs(
                chains, new WorkspaceRuns(chains, access), access, recovery, comparer);
    }

    /// Puts the window together from its services.
    public static Window window(WindowServices services, double width, double height) {
        return window(services, null, width, height);
    }

    /// Puts the window together from its services.
    ///
    /// @param office what findings, ledger and settings need; null where they are not there
    public static Window window(
            WindowServices services,
            OfficeDesk.@Nullable Services office,
            double width,
            double height) {
        var root = new StackPane();
        var scene = new Scene(root, width, height);
        var themes = new Themes(scene);
        var desk = new Desk(services, office, themes);
        var shell = new ShellView(root, desk.parts(), desk.start());
        desk.enter(shell);
        desk.over(root);
        shell.attach(scene);
        return new Window(scene, desk, desk.integrity(), themes);
    }
}
