// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.background.Jobs;
import dev.countersign.app.feature.integrity.LogDesk;
import dev.countersign.app.feature.keys.KeyDesk;
import dev.countersign.app.platform.FilePicker;
import dev.countersign.app.sample.ManualTimer;
import dev.countersign.app.sample.SamplePapers;
import dev.countersign.app.sample.SampleQueue;
import dev.countersign.app.sample.ScriptedPrinter;
import dev.countersign.app.sample.ScriptedVerifier;
import dev.countersign.app.sample.SignerNotes;
import dev.countersign.app.sample.Steps;
import dev.countersign.core.approval.ActVerifier;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.compare.LogComparer;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.recovery.Recovery;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.Act;
import dev.countersign.core.signing.Preparation;
import dev.countersign.core.signing.Response;
import dev.countersign.core.signing.Signing;
import dev.countersign.core.signing.SigningRequest;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.Folders;
import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Wish;
import dev.countersign.core.testkit.TestStamper;
import dev.countersign.core.trust.AuthorityException;
import dev.countersign.core.trust.CmsSigner;
import dev.countersign.core.trust.KeyChoice;
import dev.countersign.core.trust.KeyMaker;
import dev.countersign.core.trust.KeyOpening;
import dev.countersign.core.trust.KeyPlace;
import dev.countersign.core.trust.KeyRing;
import dev.countersign.core.trust.Octets;
import dev.countersign.core.trust.Pin;
import dev.countersign.core.trust.Randomness;
import dev.countersign.core.trust.RsaPadding;
import dev.countersign.core.trust.SigningKey;
import dev.countersign.core.trust.TimeStampAuthority;
import dev.countersign.core.trust.TimeStampRequest;
import dev.countersign.core.workspace.SampleSignedOff;
import dev.countersign.core.workspace.Samples;
import dev.countersign.core.workspace.SignedResults;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// A workspace with real runs, a key, and the root that issued it; and a window on it whose work is
/// done when it is told to.
public final class SigningDesk implements AutoCloseable {
    /// What opens the key.
    public static final String PIN = "geheim";

    /// Saturday morning after the samples were made.
    public static final Instant NOW = Instant.parse("2026-11-21T05:00:00Z");

    private static final Path SAMPLES =
            Path.of("..", "core", "src", "test", "resources", "samples");
    private static final Path POLICY =
            Path.of("../resources/src/main/resources/dev/countersign/resources/policy");

    private final Path folder;
    private final ManualTimer time;
    private final Access desks = new Access();
    private final WorkspaceAccess access;
    private final SignerNotes notes = new SignerNotes();
    private final Steps steps = new Steps();
    private boolean readsLogs;
    private boolean performs;
    private final List<Path> shown = new ArrayList<>();
    private final List<String> copied = new ArrayList<>();
    private final Stamps stamps = new Stamps(this::authority, Randomness.system());
    private final TestStamper stamper;
    private final TestAuthority root;
    private @Nullable Path picked;
    private @Nullable Path pickedKey;
    private @Nullable Path library;
    private @Nullable KeyDesk keys;
    private boolean reached = true;

    /// Nothing is watched any more, and no file of it is used.
    @Override
    public void close() {
        desks.close();
        steps.all();
    }

    /// @param folder empty
    /// @param now when it is
    public SigningDesk(Path folder, Instant now) throws IOException {
        this.folder = folder;
        time = new ManualTimer(now);
        Files.createDirectories(folder.resolve("runs"));
        Files.copy(POLICY.resolve("default-policy.json"), folder.resolve("policy.json"));
        root = TestAuthority.root("Root");
        root.issue(Wish.person("Ann", "ann@example.com"), "P-256").pkcs12(key(), PIN);
        stamper = TestStamper.of(root, now);
        Files.createDirectories(folder.resolve("trust"));
        TestAuthority.pem(folder.resolve("trust/root.pem"), root.certificate());
        access = desks.on(folder.resolve("user"), time);
    }

    /// Its policy knows whom it says, instead of having no list.
    public void identities(String... people) throws IOException {
        Path policy = folder.resolve("policy.json");
        String list = "\"identities\": [" + String.join(", ", people) + "]";
        String text = Files.readString(policy);
        Files.writeString(policy, text.replace("\"identities\": null", list));
    }

    /// Its policy names a command that lets approved runs go on.
    ///
    /// @param script what a shell is told; `$0` is the run's id, it runs in the run's directory
    public void resumes(String script) throws IOException {
        Path policy = folder.resolve("policy.json");
        String rule =
                "{\"workflow\": \"change-approval\", \"command\": [\"/bin/sh\", \"-c\", \""
                        + script
                        + "\", \"{run_id}\"], \"directory\": \"{run_dir}\"}";
        Files.writeString(
                policy,
                Files.readString(policy)
                        .replace("\"retention\"", "\"resume\": [" + rule + "], \"retention\""));
    }

    /// A key that the workspace trusts.
    public TestAuthority.Holder issue(Wish wish) {
        return root.issue(wish, "P-256");
    }

    /// A certificate for the key of a request.
    public X509Certificate certify(Wish wish, Path request) throws Exception {
        return root.certify(wish, request);
    }

    /// A key of Ann.
    public Path key() {
        return folder.resolve("ann.p12");
    }

    /// Who signed last.
    public SignerNotes notes() {
        return notes;
    }

    /// Time that passes when it is told to.
    public ManualTimer time() {
        return time;
    }

    /// What is to be done.
    public Steps steps() {
        return steps;
    }

    /// Another copy of a run of the real producer.
    public Path copy(String name) throws IOException {
        return Folders.copy(SAMPLES.resolve(name), folder.resolve("runs").resolve(name));
    }

    /// It is noticed that a run came or changed, as if somebody watched.
    public void noticed(Path run) {
        access.wrote(run);
    }

    /// Ann's approval of a run, signed here and not written into its log.
    public Path response(Path run) throws SourceException, IOException {
        var reader = new RunReader(new ChainVerifier(Runnable::run, 1), DefaultPolicy.get());
        RunSnapshot now = reader.read(run);
        String head = Objects.requireNonNull(now.events().getLast().text("hash"));
        var prepared =
                SigningRequest.prepare(
                        now,
                        DefaultPolicy.get(),
                        new Act.Approve(null, ""),
                        "ann@example.com",
                        head,
                        NOW);
        Path file = folder.resolve("ann.response.json");
        var signer = new CmsSigner(Randomness.system(), RsaPadding.PKCS1);
        if (prepared instanceof Preparation.Ready(SigningRequest request)
                && KeyPlace.file(key(), null).open(Pin.of(PIN.toCharArray()))
                        instanceof KeyOpening.Opened(KeyRing ring)
                && ring.choose(null, NOW) instanceof KeyChoice.Chosen(SigningKey key)) {
            Response.of(Signing.sign(request, key, signer)).write(file);
            return file;
        }
        throw new IOException("not signed: " + prepared);
    }

    private WorkspaceBundles bundles(WorkspaceRuns runs) {
        return new WorkspaceBundles(
                new ChainVerifier(Runnable::run, 1), Runnable::run, 1, runs, access, "test");
    }

    /// A bundle of runs.
    public Path bundle(String name, Path... runs) throws SourceException {
        Path file = folder.resolve(name);
        var reader = new WorkspaceRuns(new ChainVerifier(Runnable::run, 1), access);
        var _ =
                bundles(reader)
                        .make(List.of(runs), file, Progress.NONE, Cancellation.NEVER)
                        .orElseThrow();
        return file;
    }

    /// From now on the logs that are opened are real ones.
    public void readsLogs() {
        readsLogs = true;
    }

    /// From now on reports are really made, and runs really performed again.
    public void performs() {
        performs = true;
    }

    private WorkspaceReports reports() {
        return new WorkspaceReports(new ChainVerifier(Runnable::run, 1), access);
    }

    private WorkspaceMatrix matrix() {
        return new WorkspaceMatrix(new ChainVerifier(Runnable::run, 1), access);
    }

    /// What somebody signed into the ledger.
    public List<SignedResults> results() throws SourceException {
        return Objects.requireNonNull(
                access.with(workspace ->
                        SignedResults.in(
                                workspace.ledger(),
                                workspace.policy(),
                                new ActVerifier(
                                        workspace.policy(), workspace.folder().anchors()))));
    }

    /// Who stands for the sample of a month.
    public List<SampleSignedOff> signOffs(YearMonth month) throws SourceException {
        return Objects.requireNonNull(
                access.with(workspace -> new Samples(workspace).signOffs(month)));
    }

    private LogDesk logs(WorkspaceRuns runs) {
        return new WorkspaceLogs(
                new ChainVerifier(Runnable::run, 1),
                runs,
                access,
                new Recovery(Runnable::run, 1, System::nanoTime),
                new LogComparer(Runnable::run, 1));
    }

    /// A window on it. On the screen's thread.
    public Wiring.Window window(double width, double height) {
        var _ = access.open(folder);
        var papers = new SamplePapers(SamplePapers.Kind.EMPTY, 1);
        var runs = new WorkspaceRuns(new ChainVerifier(Runnable::run, 1), access);
        var signing =
                new WorkspaceSigning(
                        runs, access, stamps, new CmsSigner(Randomness.system(), RsaPadding.PKCS1));
        var office =
                new OfficeDesk.Services(
                        new WorkspaceFindings(access),
                        new WorkspaceSamples(access, () -> "0".repeat(64)),
                        new WorkspaceLedger(access),
                        new ReportsDesk.Services(
                                performs ? reports() : papers,
                                performs ? matrix() : papers,
                                papers,
                                shown::add,
                                new ScriptedPrinter()),
                        new WorkspaceSettings(access),
                        (title, name) ->
                                performs ? Optional.of(folder.resolve(name)) : Optional.empty(),
                        Optional::empty,
                        Optional::empty,
                        shown::add,
                        access::onNews);
        var services =
                new WindowServices.Runs(
                        time.ticker(),
                        ZoneId.of("Europe/Oslo"),
                        opened -> SampleQueue.of(3),
                        runs,
                        opened -> {},
                        () -> folder,
                        new WindowServices.Signatures(
                                signing,
                                new WorkspaceResume(runs, access, System.getenv()),
                                signing,
                                notes,
                                new WindowServices.Keys(
                                        keys == null
                                                ? new WorkspaceKeys(
                                                        new KeyMaker(Randomness.system(), 100),
                                                        time)
                                                : keys,
                                        () -> Optional.of(pickedKey == null ? key() : pickedKey),
                                        () -> Optional.ofNullable(library),
                                        address -> address.startsWith("http")),
                                (title, name) -> Optional.of(folder.resolve(name)),
                                new WorkspaceSelfChecks(runs, access),
                                new WorkspaceResponses(runs, access, stamps),
                                new WorkspaceCheckpoints(access),
                                new WorkspaceEscalation(access),
                                shown::add),
                        bundles(runs));
        return Wiring.window(
                new WindowServices(
                        readsLogs ? logs(runs) : new ScriptedVerifier(),
                        new Jobs(steps, Runnable::run, new Steps(), time),
                        new Picker(),
                        copied::add,
                        ScriptedVerifier.CLOCK,
                        services),
                office,
                width,
                height);
    }

    /// What the ledger has, the latest first.
    public Stream<String> ledger() throws Exception {
        return new WorkspaceLedger(access).latest(99).rows().stream().map(row -> row.action());
    }

    /// The folders that the desktop was asked to show.
    public List<Path> shown() {
        return shown;
    }

    /// What was copied.
    public List<String> copied() {
        return copied;
    }

    /// From now on this is what the person chooses as their key.
    public void picksKey(Path file) {
        pickedKey = file;
    }

    /// From now on this is what the person chooses as the library of their token.
    public void picksLibrary(Path file) {
        library = file;
    }

    /// Tokens and keys are these instead of real ones; before the window is there.
    public void keys(KeyDesk desk) {
        keys = desk;
    }

    /// From now on the time-stamp authority can be reached, or not.
    public void reaches(boolean authority) {
        reached = authority;
    }

    /// The authority's answer to a request that was carried there.
    public byte[] answer(Path request) throws IOException {
        return stamper.ask(
                        TimeStampRequest.read(Octets.of(Files.readAllBytes(request))).orElseThrow())
                .toArray();
    }

    private Optional<TimeStampAuthority> authority(String address) {
        return Optional.of(request -> {
            if (!reached) {
                throw new AuthorityException(address + " cannot be reached.");
            }
            return stamper.ask(request);
        });
    }

    /// From now on this is what the desktop's dialogs say.
    public void picks(Path path) {
        picked = path;
    }

    private final class Picker implements FilePicker {
        @Override
        public Optional<Path> log() {
            return Optional.ofNullable(picked);
        }

        @Override
        public Optional<Path> folder() {
            return Optional.ofNullable(picked);
        }
    }
}
