// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import static dev.countersign.core.recovery.EditedLog.AT;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verification;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.recovery.RecoveryResult.End;
import dev.countersign.core.recovery.RecoveryResult.NotFound;
import dev.countersign.core.recovery.RecoveryResult.NothingSpeaks;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.testkit.GeneratedLog;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// What is known without a search, and what no search can know.
class SilenceTest {
    private final ExecutorService helpers = Executors.newFixedThreadPool(2);
    private final GeneratedLog log = EditedLog.payments(ChainFormat.A);

    @TempDir Path folder;

    @AfterEach
    void close() {
        helpers.shutdownNow();
    }

    private RecoveryResult search(GeneratedLog edited, long record) throws Exception {
        return new EditedLog.Asked(folder, helpers).record(record).search(edited);
    }

    @Test
    void aChangedLinkIsPutBack() throws Exception {
        GeneratedLog edited = log.edit(AT, r -> r.with("prev", "0".repeat(64)));

        RecoveryTest.assertProven(search(edited, AT), log, SearchKind.LINK);
    }

    @Test
    void aChangedStartIsPutBack() throws Exception {
        GeneratedLog edited = log.edit(0, r -> r.with("prev", "none"));

        RecoveryTest.assertProven(search(edited, 0), log, SearchKind.LINK);
    }

    @Test
    void aLinkAndAWordArePutBack() throws Exception {
        GeneratedLog edited =
                log.edit(AT, r -> r.with("prev", "f".repeat(64)).with("decision", "rejected"));

        RecoveryTest.assertProven(search(edited, AT), log, SearchKind.FIXED_WORD);
    }

    @Test
    void theNextRecordKnowsAHashThatWasChanged() throws Exception {
        GeneratedLog edited = log.edit(AT, r -> r.with("hash", "0".repeat(64)));

        RecoveryTest.assertProven(search(edited, AT), log, SearchKind.HASH_FIELD);
    }

    @Test
    void theNextRecordKnowsAHashThatIsGone() throws Exception {
        GeneratedLog edited = log.edit(AT, r -> r.without("hash"));

        RecoveryTest.assertProven(search(edited, AT), log, SearchKind.HASH_FIELD);
    }

    @Test
    void theLastRecordTellsADamagedHash() throws Exception {
        int last = log.size() - 1;
        String hash = log.hash(last);
        GeneratedLog edited = log.edit(last, r -> r.with("hash", "_" + hash.substring(1)));

        RecoveryTest.assertProven(search(edited, last), log, SearchKind.HASH_FIELD);
    }

    @Test
    void aRecordThatWasHashedAnewIsKnownToTheNext() throws Exception {
        GeneratedLog edited = log.editSealed(AT, r -> r.with("decision", "rejected"));

        RecoveryTest.assertProven(search(edited, -1), log, SearchKind.FIXED_WORD);
    }

    @Test
    void aRebuiltChainKnowsNothing() throws Exception {
        GeneratedLog edited = log.edit(AT, r -> r.with("decision", "rejected")).rebuilt(AT);

        assertThat(search(edited, AT)).isEqualTo(new NothingSpeaks(AT, Silence.HASHES_AGREE));
    }

    @Test
    void aCheckpointKnowsALastRecordThatWasHashedAnew() throws Exception {
        int last = log.size() - 1;
        GeneratedLog edited = log.editSealed(last, r -> r.with("run_id", "pay-2"));

        assertThat(search(edited, last)).isEqualTo(new NothingSpeaks(last, Silence.HASHES_AGREE));
        RecoveryResult result =
                new EditedLog.Asked(folder, helpers)
                        .record(last)
                        .checkpoint(log.checkpoint())
                        .search(edited);
        RecoveryTest.assertProven(result, log, SearchKind.ONE_BYTE);
    }

    @Test
    void aHashThatIsGoneFromTheEndIsGone() throws Exception {
        int last = log.size() - 1;
        GeneratedLog edited = log.edit(last, r -> r.without("hash"));

        assertThat(search(edited, last)).isEqualTo(new NothingSpeaks(last, Silence.NO_HASH_LEFT));
    }

    @Test
    void aHashThatIsNoneAndALostFieldLeaveNothing() throws Exception {
        int last = log.size() - 1;
        GeneratedLog edited = log.edit(last, r -> r.without("prev").with("hash", "none"));

        assertThat(search(edited, last)).isEqualTo(new NothingSpeaks(last, Silence.NO_HASH_LEFT));
    }

    @Test
    void aLogInAnotherEncodingHasNoHashThatCanBeRead() throws Exception {
        byte[] other =
                new String(log.toBytes(), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);

        assertThat(silence(other, AT)).isEqualTo(Silence.NO_HASH_LEFT);
    }

    @Test
    void aLineThatBreaksOffBeforeItsHashHasOnlyItsLink() throws Exception {
        byte[] whole = log.toBytes();
        int last = log.size() - 1;
        int cut = new String(whole, StandardCharsets.UTF_8).lastIndexOf("\"hash\"");

        assertThat(silence(Arrays.copyOf(whole, cut + 12), last)).isEqualTo(Silence.NO_HASH_LEFT);
        assertThat(silence(Arrays.copyOf(whole, whole.length - 2), last)).isNull();
    }

    @Test
    void theNextRecordSpeaksForALineThatIsNone() throws Exception {
        GeneratedLog edited = log.edit(AT, r -> r.without("hash"));
        byte[] bytes = edited.toBytes();
        int line = new String(bytes, StandardCharsets.UTF_8).indexOf(log.hash(AT - 1)) + 70;
        bytes[line] = (byte) 0xff;

        assertThat(silence(bytes, AT)).isNull();
    }

    private @Nullable Silence silence(byte[] bytes, long record) throws Exception {
        Path file = Files.write(folder.resolve("audit.jsonl"), bytes);
        try (LogFile opened = LogFile.open(file)) {
            var verifier = new ChainVerifier(Runnable::run, 1);
            var done =
                    (Verification.Finished)
                            verifier.verify(
                                    opened,
                                    VerifyRequest.DEFAULT,
                                    Progress.NONE,
                                    Cancellation.NEVER);
            return Recovery.silence(opened, done.report(), record, null);
        }
    }

    @Test
    void aLostLinkIsPutBack() throws Exception {
        GeneratedLog edited = log.edit(AT, r -> r.without("prev"));

        RecoveryTest.assertProven(search(edited, AT), log, SearchKind.LINK);
    }

    @Test
    void thereIsNoSuchRecord() throws Exception {
        assertThat(search(log, 7)).isEqualTo(new NothingSpeaks(7, Silence.NO_SUCH_RECORD));
    }

    @Test
    void aBraceIsPutBack() throws Exception {
        byte[] text = log.lines().get(AT).text();
        byte[] lost = Arrays.copyOfRange(text, 1, text.length);
        GeneratedLog edited = log.line(AT, line -> line.bytes(lost));

        RecoveryTest.assertProven(search(edited, AT), log, SearchKind.LINE_BYTE);
    }

    @Test
    void whatIsNotFoundSaysHowMuchWasTried() throws Exception {
        AtomicLong clock = new AtomicLong();
        GeneratedLog edited = log.edit(AT, r -> r.with("rationale", "something else altogether"));
        RecoveryResult result =
                new EditedLog.Asked(folder, helpers)
                        .record(AT)
                        .clock(() -> clock.addAndGet(1_000_000))
                        .budget(Duration.ofSeconds(1))
                        .search(edited);

        assertThat(result).isInstanceOf(NotFound.class);
        NotFound miss = (NotFound) result;
        assertThat(miss.end()).isEqualTo(End.BUDGET);
        assertThat(miss.tried()).isPositive();
        long counted = miss.counts().values().stream().mapToLong(Long::longValue).sum();
        assertThat(counted).isEqualTo(miss.tried());
    }

    @Test
    void aCancelledSearchSaysSo() throws Exception {
        GeneratedLog edited = log.edit(AT, r -> r.with("rationale", "something else altogether"));
        AtomicLong heard = new AtomicLong();
        RecoveryResult result =
                new EditedLog.Asked(folder, helpers)
                        .record(AT)
                        .progress((kind, tried) -> heard.set(tried))
                        .cancellation(() -> heard.get() > 20_000)
                        .search(edited);

        assertThat(result).isInstanceOf(NotFound.class);
        assertThat(((NotFound) result).end()).isEqualTo(End.CANCELLED);
        assertThat(((NotFound) result).tried()).isGreaterThan(20_000);
    }
}
