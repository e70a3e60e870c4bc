// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.background.Jobs;
import dev.countersign.app.sample.SignerNotes;
import dev.countersign.app.sample.Steps;
import dev.countersign.app.text.DisposalText;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.reperformance.PopulationResults;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.signing.Act;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.signing.SigningRequest;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.KeyProblem;
import dev.countersign.core.trust.Octets;
import dev.countersign.core.trust.Pin;

import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What the sheet makes of every end of signing.
class SignViewModelTest {
    private static final Path RUN =
            Path.of("../core/src/test/resources/samples/change-approval-241bf6287b12");
    private static final Path KEY = Path.of("/home/ann/ann.p12");
    private static final Path OPEN = Path.of("/home/ann/open.pem");
    private static final Instant NOW = Instant.parse("2026-11-21T05:00:00Z");

    private final Steps steps = new Steps();
    private final SignerNotes notes = new SignerNotes();
    private final Desk desk = new Desk();
    private final List<String> heads = new ArrayList<>();
    private int looks;
    private SignSubject subject;
    private final SignViewModel model =
            new SignViewModel(
                    desk,
                    new ResumeViewModel(
                            new FakeResume(),
                            new Jobs(steps, Runnable::run, new Steps()),
                            () -> NOW),
                    new Jobs(steps, Runnable::run, new Steps()),
                    notes,
                    new SignTime(
                            new SimpleObjectProperty<>(NOW),
                            ZoneOffset.UTC,
                            (clock, now) -> {
                                throw new AssertionError("nothing is shown here");
                            }));

    /// Ends as it is told to.
    private static final class Desk implements SignDesk {
        private @Nullable SignEnd end;
        private @Nullable SignSubject found;
        private String trouble = "";
        private @Nullable SignOrder asked;
        private @Nullable Pin pin;

        @Override
        public SignSubject about(String finding) throws SourceException {
            fail(Path.of(finding));
            return Objects.requireNonNull(found);
        }

        @Override
        public SignSubject.OfRun about(Path run) throws SourceException {
            fail(run);
            return (SignSubject.OfRun) Objects.requireNonNull(found);
        }

        @Override
        public SignSubject.OfSample about(YearMonth month) throws SourceException {
            fail(Path.of(month.toString()));
            return (SignSubject.OfSample) Objects.requireNonNull(found);
        }

        @Override
        public SignSubject about(PopulationResults results, Path file) throws SourceException {
            fail(file);
            return Objects.requireNonNull(found);
        }

        @Override
        public boolean liesOpen(KeySource.File key) throws SourceException {
            fail(key.place());
            return key.place().equals(OPEN);
        }

        @Override
        public SignEnd sign(SignOrder order, Pin secret) throws SourceException {
            asked = order;
            pin = secret;
            fail(order.subject().directory());
            return Objects.requireNonNull(end);
        }

        @Override
        public SignEnd stamp(SignOrder order, SignedEntry entry) throws SourceException {
            fail(order.subject().directory());
            return Objects.requireNonNull(end);
        }

        @Override
        public SignEnd record(SignOrder order, SignedEntry entry) throws SourceException {
            fail(order.subject().directory());
            return Objects.requireNonNull(end);
        }

        @Override
        public SignState.Carried carry(SignedEntry entry, Path request) throws SourceException {
            fail(request);
            return new SignState.Carried(request, request);
        }

        @Override
        public void finish(Path directory) throws SourceException {
            fail(directory);
        }

        @Override
        public void respond(SignedEntry entry, Path file) throws SourceException {
            fail(file);
        }

        private void fail(Path path) throws SourceException {
            if (!trouble.isEmpty()) {
                throw new SourceException(path, trouble);
            }
        }
    }

    @BeforeEach
    void open() throws Exception {
        notes.keep(new Signer("ann@example.com", new KeySource.File(KEY)));
        model.onEnd(heads::add, () -> looks++);
        var run = new RunReader(new ChainVerifier(Runnable::run, 1), DefaultPolicy.get()).read(RUN);
        subject = new SignSubject.OfRun(run, DefaultPolicy.get());
        model.open(subject, new Act.Approve(null, ""));
    }

    private void sign(SignEnd end) {
        desk.end = end;
        model.sign("geheim".toCharArray());
        steps.all();
    }

    private SignState state() {
        return model.stateProperty().get();
    }

    private SigningRequest request() {
        return Objects.requireNonNull(((SignState.Asking) state()).request());
    }

    @Test
    void whatIsOrderedIsWhatWasLookedAt() {
        model.draft().rationaleProperty().set(" fine ");
        sign(new SignEnd.Recorded("f00d", null, List.of()));
        assertThat(desk.asked)
                .isEqualTo(
                        new SignOrder(
                                subject,
                                new Act.Approve(null, "fine"),
                                "ann@example.com",
                                new KeySource.File(KEY),
                                null,
                                ""));
        assertThat(desk.pin).hasToString("Pin[hidden]");
        assertThat(heads).isEmpty();
        model.close();
        assertThat(heads).containsExactly("f00d");
    }

    @Test
    void nothingClosesOrOpensWhileItIsSigned() {
        desk.end = new SignEnd.Recorded("f00d", null, List.of());
        model.sign("geheim".toCharArray());
        assertThat(state()).isInstanceOf(SignState.Signing.class);
        model.close();
        model.again();
        assertThat(state()).isInstanceOf(SignState.Signing.class);
    }

    @Test
    void oneOfSeveralKeysIsChosen() {
        sign(new SignEnd.BadKey(new KeyProblem.SeveralKeys(List.of("a", "b"))));
        assertThat(((SignState.Asking) state()).missing())
                .isEqualTo("Choose one of the keys in the file.");
        model.draft().aliasProperty().set("b");
        assertThat(((SignState.Asking) state()).missing()).isEmpty();
        sign(new SignEnd.Recorded("f00d", null, List.of()));
        assertThat(Objects.requireNonNull(desk.asked).alias()).isEqualTo("b");
    }

    @Test
    void anotherKeyForgetsWhatWasWrongWithTheFirst() {
        sign(new SignEnd.BadKey(new KeyProblem.NoKey()));
        assertThat(((SignState.Asking) state()).problem()).isEqualTo(new KeyProblem.NoKey());
        model.draft().keyProperty().set(new KeySource.File(Path.of("/home/ann/other.p12")));
        assertThat(((SignState.Asking) state()).problem()).isNull();
    }

    @Test
    void aKeyThatLiesOpenAsksForNoPin() {
        steps.all();
        assertThat(((SignState.Asking) state()).pin()).isTrue();
        model.draft().keyProperty().set(new KeySource.File(OPEN));
        assertThat(((SignState.Asking) state()).pin()).as("until that is known").isTrue();
        steps.all();
        assertThat(((SignState.Asking) state()).pin()).isFalse();
        model.draft().rationaleProperty().set("fine");
        assertThat(((SignState.Asking) state()).pin()).isFalse();
        model.draft().keyProperty().set(new KeySource.File(OPEN, KEY));
        model.draft().keyProperty().set(new KeySource.File(KEY));
        steps.all();
        assertThat(((SignState.Asking) state()).pin()).isTrue();
    }

    @Test
    void theRestOfTheWorkIsDoneOrSaysWhyNot() {
        sign(new SignEnd.Unfinished("f00d", "the disk is full"));
        assertThat(((SignState.Unfinished) state()).sentence()).isEqualTo("the disk is full");
        desk.trouble = "still full";
        model.work().finish();
        steps.all();
        assertThat(((SignState.Unfinished) state()).sentence()).isEqualTo("still full");
        desk.trouble = "";
        model.work().finish();
        steps.all();
        assertThat(((SignState.Done) state()).end().head()).isEqualTo("f00d");
    }

    @Test
    void whatCannotBeWrittenBecomesAResponse() {
        var entry = new SignedEntry(request(), Octets.of(new byte[] {1}));
        sign(new SignEnd.NotWritten(entry, "read-only"));
        assertThat(((SignState.NotWritten) state()).sentence()).isEqualTo("read-only");
        Path file = Path.of("/media/stick/r.json");
        model.work().respond(file);
        steps.all();
        assertThat(((SignState.NotWritten) state()).file()).isEqualTo(file);
        model.close();
        assertThat(heads).isEmpty();
    }

    @Test
    void whatNobodyTrustsIsRecordedOnlyIfSomebodySaysSo() {
        var entry = new SignedEntry(request(), Octets.of(new byte[] {1}));
        sign(new SignEnd.Untrusted(entry, "its issuer is itself"));
        assertThat(((SignState.Untrusted) state()).sentence()).isEqualTo("its issuer is itself");
        desk.end = new SignEnd.Recorded("f00d", null, List.of());
        model.work().recordUntrusted();
        steps.all();
        model.close();
        assertThat(heads).containsExactly("f00d");
    }

    @Test
    void whatIsDisposedOfIsLookedAtFirst() {
        model.close();
        desk.trouble = "/w has no finding f-1.";
        model.dispose("f-1");
        assertThat(state()).isEqualTo(new SignState.Looking(DisposalText.LOOKING));
        steps.all();
        assertThat(state()).isEqualTo(new SignState.Unread("/w has no finding f-1."));
        model.close();
        desk.trouble = "";
        desk.found = subject;
        model.dispose("f-1");
        model.close();
        steps.all();
        assertThat(state()).as("who closed it is asked nothing").isEqualTo(new SignState.Closed());
        model.dispose("f-1");
        steps.all();
        assertThat(((SignState.Asking) state()).act())
                .isEqualTo(new Act.Dispose("f-1", "", null, ""));
    }

    @Test
    void aFailureKeepsWhatWasSaid() {
        desk.trouble = "/run may not be read by this user.";
        model.draft().rationaleProperty().set("fine");
        model.sign("geheim".toCharArray());
        steps.all();
        assertThat(((SignState.Failed) state()).sentence())
                .isEqualTo("/run may not be read by this user.");
        model.again();
        assertThat(((SignState.Asking) state()).act()).isEqualTo(new Act.Approve(null, "fine"));
    }

    @Test
    void whoeverLooksAgainReadsAgain() {
        sign(new SignEnd.Moved(List.of()));
        model.close();
        assertThat(looks).isEqualTo(1);
        assertThat(state()).isEqualTo(new SignState.Closed());
    }
}
