// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.signing.Response;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.signing.Signing;
import dev.countersign.core.signing.SigningRequest;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.AuthorityException;
import dev.countersign.core.trust.CmsSigner;
import dev.countersign.core.trust.HttpTimeStampAuthority;
import dev.countersign.core.trust.Octets;
import dev.countersign.core.trust.RsaPadding;
import dev.countersign.core.trust.SigningKey;
import dev.countersign.core.trust.Stamping;
import dev.countersign.core.trust.TimeStampAnswer;
import dev.countersign.core.trust.TimeStampRequest;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/// `--tsa URL`, and `--tsa-request FILE` with `--tsa-answer FILE` for desks without a network: a
/// time-stamp authority says when it was signed.
final class StampOption {
    static final String AUTHORITY = "--tsa";
    static final String REQUEST = "--tsa-request";
    static final String ANSWER = "--tsa-answer";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private StampOption() {}

    /// Signs an act, `--pss` or not, and has it time-stamped if that is asked for.
    static SignedEntry signed(
            SigningRequest request, SigningKey key, Arguments arguments, Console console)
            throws UsageException, SourceException {
        RsaPadding padding = arguments.has("--pss") ? RsaPadding.PSS : RsaPadding.PKCS1;
        CmsSigner signer = new CmsSigner(console.randomness().get(), padding);
        return stamped(Signing.sign(request, key, signer), arguments, console);
    }

    private static SignedEntry stamped(SignedEntry entry, Arguments arguments, Console console)
            throws UsageException, SourceException {
        if (arguments.value(AUTHORITY) == null) {
            return entry;
        }
        TimeStampRequest request = entry.stampRequest(console.randomness().get());
        Path run = entry.request().directory();
        Octets answer = ask(request, run, arguments);
        return switch (entry.stamped(request, Objects.requireNonNull(answer))) {
            case SignedEntry.Stamped.Done(SignedEntry done) -> done;
            case SignedEntry.Stamped.Refused(String sentence) ->
                    throw new SourceException(run, sentence + " Nothing was written.");
        };
    }

    /// What the authority answers; null if none is to be asked.
    ///
    /// @param file what is not written if it does not answer
    static @Nullable Octets ask(TimeStampRequest request, Path file, Arguments arguments)
            throws UsageException, SourceException {
        String url = arguments.value(AUTHORITY);
        if (url == null) {
            return null;
        }
        HttpTimeStampAuthority authority =
                HttpTimeStampAuthority.at(url, PATIENCE)
                        .orElseThrow(() ->
                                new UsageException(
                                        "--tsa takes an address that begins with http:// or"
                                                + " https://"));
        try {
            return authority.ask(request);
        } catch (AuthorityException e) {
            throw new SourceException(file, e.getMessage() + " Nothing was written.", e);
        }
    }

    /// Writes what an authority is to be asked, beside the response.
    static void request(SignedEntry entry, Arguments arguments, Console console)
            throws UsageException, SourceException {
        String file = arguments.value(REQUEST);
        if (file != null) {
            Octets der = entry.stampRequest(console.randomness().get()).der();
            SmallFile.create(Options.path(file), der.toArray());
        }
    }

    /// The response with the answer that was brought back, if one is given.
    static Response answered(Response response, Arguments arguments)
            throws UsageException, SourceException {
        String answer = arguments.value(ANSWER);
        String asked = arguments.value(REQUEST);
        if (answer == null && asked == null) {
            return response;
        }
        if (answer == null || asked == null) {
            throw new UsageException("--tsa-answer goes with --tsa-request: give both files");
        }
        TimeStampRequest request =
                TimeStampRequest.read(Octets.of(SmallFile.read(Options.path(asked))))
                        .orElseThrow(
                                () -> new UsageException(asked + " is not a time-stamp request"));
        Octets cms =
                response.cms().orElseThrow(() -> new UsageException("the response is not signed"));
        return switch (TimeStampAnswer.attach(
                cms, request, Octets.of(SmallFile.read(Options.path(answer))))) {
            case Stamping.Done done -> response.stamped(done.cms());
            case Stamping.Refused refused ->
                    throw new UsageException(
                            answer + ": " + withoutStop(refused.faults().getFirst().message()));
        };
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
