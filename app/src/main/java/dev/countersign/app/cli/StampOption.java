// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.signing.Response;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.AuthorityException;
import dev.countersign.core.trust.HttpTimeStampAuthority;
import dev.countersign.core.trust.Octets;
import dev.countersign.core.trust.Stamping;
import dev.countersign.core.trust.TimeStampAnswer;
import dev.countersign.core.trust.TimeStampRequest;

import java.nio.file.Path;
import java.time.Duration;

/// `--tsa URL`, and `--tsa-request FILE` with `--tsa-answer FILE` for desks without a network: a
/// time-stamp authority says when it was signed.
final class StampOption {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private StampOption() {}

    /// The act with a time-stamp, if one is asked for.
    static SignedEntry stamped(SignedEntry entry, Arguments arguments, Console console)
            throws UsageException, SourceException {
        String url = arguments.value("--tsa");
        if (url == null) {
            return entry;
        }
        HttpTimeStampAuthority authority =
                HttpTimeStampAuthority.at(url, PATIENCE)
                        .orElseThrow(() ->
                                new UsageException(
                                        "--tsa takes an address that begins with http:// or"
                                                + " https://"));
        TimeStampRequest request = entry.stampRequest(console.randomness().get());
        Path run = entry.request().directory();
        try {
            return switch (entry.stamped(request, authority.ask(request))) {
                case SignedEntry.Stamped.Done(SignedEntry done) -> done;
                case SignedEntry.Stamped.Refused(String sentence) ->
                        throw new SourceException(run, sentence + " Nothing was written.");
            };
        } catch (AuthorityException e) {
            throw new SourceException(run, e.getMessage() + " Nothing was written.", e);
        }
    }

    /// Writes what an authority is to be asked, beside the response.
    static void request(SignedEntry entry, Arguments arguments, Console console)
            throws UsageException, SourceException {
        String file = arguments.value("--tsa-request");
        if (file != null) {
            Octets der = entry.stampRequest(console.randomness().get()).der();
            SmallFile.create(Options.path(file), der.toArray());
        }
    }

    /// The response with the answer that was brought back, if one is given.
    static Response answered(Response response, Arguments arguments)
            throws UsageException, SourceException {
        String answer = arguments.value("--tsa-answer");
        String asked = arguments.value("--tsa-request");
        if (answer == null && asked == null) {
            return response;
        }
        if (answer == null || asked == null) {
            throw new UsageException("--tsa-answer goes with --tsa-request: give both files");
        }
        TimeStampRequest request =
                TimeStampRequest.read(Octets.of(SmallFile.read(Options.path(asked))))
                        .orElseThrow(() -> new UsageException(asked + " is no time-stamp request"));
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
