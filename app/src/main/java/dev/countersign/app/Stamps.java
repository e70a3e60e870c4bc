// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.sign.SignState;
import dev.countersign.app.text.AuthorityText;
import dev.countersign.core.bundle.BundlePlace;
import dev.countersign.core.chain.Described;
import dev.countersign.core.signing.Response;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.AuthorityException;
import dev.countersign.core.trust.Octets;
import dev.countersign.core.trust.Randomness;
import dev.countersign.core.trust.Stamping;
import dev.countersign.core.trust.TimeStampAnswer;
import dev.countersign.core.trust.TimeStampAuthority;
import dev.countersign.core.trust.TimeStampRequest;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Has time-stamp authorities say when something was signed: over the network, or by files that are
/// carried there and back.
///
/// @param authorities the one at an address; empty if that is none
/// @param randomness for the numbers by which answers are recognised
record Stamps(
        Function<String, Optional<? extends TimeStampAuthority>> authorities,
        Randomness randomness) {
    private static final String REQUEST = ".tsq";
    private static final String ANSWER = ".tsr";
    private static final String RESPONSE = ".response.json";

    /// The act with its time-stamp, or why there is none.
    SignedEntry.Stamped stamped(SignedEntry entry, String address) {
        Optional<? extends TimeStampAuthority> authority = authorities.apply(address);
        if (authority.isEmpty()) {
            return new SignedEntry.Stamped.Refused(AuthorityText.noAddress(address));
        }
        TimeStampRequest request = entry.stampRequest(randomness);
        try {
            return entry.stamped(request, authority.get().ask(request));
        } catch (AuthorityException e) {
            return new SignedEntry.Stamped.Refused(String.valueOf(e.getMessage()));
        }
    }

    /// Writes what an authority is to be asked, and the response that waits for its answer.
    ///
    /// @throws SourceException if one of them is there already, or cannot be written
    SignState.Carried carry(SignedEntry entry, Path wanted) throws SourceException {
        String name = String.valueOf(wanted.getFileName());
        String stem = stem(name, name.endsWith(REQUEST) ? REQUEST : "");
        var files =
                new SignState.Carried(
                        wanted.resolveSibling(stem + REQUEST),
                        wanted.resolveSibling(stem + RESPONSE));
        BundlePlace.made(files.response());
        Response.of(entry).write(files.response());
        SmallFile.create(files.request(), entry.stampRequest(randomness).der().toArray());
        return files;
    }

    /// Whether a file is named like the answer of an authority.
    static boolean isAnswer(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ANSWER);
    }

    /// The response that waited for an answer, with the time-stamp in it.
    ///
    /// @throws SourceException if a file beside the answer cannot be read
    Described<Response> answered(Path answer) throws SourceException {
        String stem = stem(String.valueOf(answer.getFileName()), ANSWER);
        Path asked = answer.resolveSibling(stem + REQUEST);
        Path waiting = answer.resolveSibling(stem + RESPONSE);
        if (!SmallFile.exists(asked) || !SmallFile.exists(waiting)) {
            return new Described.IsNot<>(AuthorityText.alone(stem + REQUEST, stem + RESPONSE));
        }
        return switch (Response.read(waiting)) {
            case Described.IsNot<Response>(String why) ->
                    new Described.IsNot<>(AuthorityText.beside(waiting, why));
            case Described.Is<Response>(Response response) -> attach(response, asked, answer);
        };
    }

    private static Described<Response> attach(Response response, Path asked, Path answer)
            throws SourceException {
        Optional<TimeStampRequest> request = TimeStampRequest.read(read(asked));
        Optional<Octets> cms = response.cms();
        if (request.isEmpty() || cms.isEmpty()) {
            return new Described.IsNot<>(AuthorityText.beside(asked, "is no request of ours"));
        }
        return switch (TimeStampAnswer.attach(cms.get(), request.get(), read(answer))) {
            case Stamping.Done done -> new Described.Is<>(response.stamped(done.cms()));
            case Stamping.Refused refused ->
                    new Described.IsNot<>(AuthorityText.refused(refused.faults().getFirst()));
        };
    }

    private static Octets read(Path file) throws SourceException {
        return Octets.of(SmallFile.read(file));
    }

    private static String stem(String name, String ending) {
        return name.substring(0, name.length() - ending.length());
    }
}
