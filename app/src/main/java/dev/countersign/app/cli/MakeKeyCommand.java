// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.Certificate;
import dev.countersign.core.trust.KeyAlgorithm;
import dev.countersign.core.trust.KeyMaker;
import dev.countersign.core.trust.KeyWish;
import dev.countersign.core.trust.Pin;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// `make-key`: a key for somebody who has none, with a certificate of its own or a request for an
/// authority.
final class MakeKeyCommand {
    private static final long DAYS = 825;
    private static final long MOST_DAYS = 3_650;

    private MakeKeyCommand() {}

    static Exit run(List<String> words, Console console) throws UsageException, SourceException {
        Arguments arguments =
                Arguments.parse(
                        words,
                        Set.of("--json"),
                        Set.of(
                                "--name",
                                "--email",
                                "--algorithm",
                                "--days",
                                "--pin-file",
                                "--request",
                                "--certificate",
                                "--at"));
        if (arguments.rest().size() != 1) {
            throw new UsageException("make-key takes one new file, such as ann.p12");
        }
        Path file = Options.outside(arguments.rest().getFirst());
        Instant now = Options.now(arguments, console);
        KeyWish wish =
                new KeyWish(
                        algorithm(arguments.value("--algorithm")),
                        needed(arguments, "--name"),
                        needed(arguments, "--email"),
                        now,
                        now.plus(Duration.ofDays(days(arguments.value("--days")))));
        try (Pin pin = PinOption.of(file, arguments, console)) {
            List<KeyWish.Problem> problems = wish.problems(pin);
            if (!problems.isEmpty()) {
                throw new SourceException(
                        file,
                        problems.stream()
                                .map(KeyWish.Problem::message)
                                .collect(Collectors.joining(" ")));
            }
            return made(wish, file, pin, arguments, console);
        }
    }

    private static Exit made(KeyWish wish, Path file, Pin pin, Arguments arguments, Console console)
            throws UsageException, SourceException {
        KeyMaker maker = new KeyMaker(console.randomness().get());
        @Nullable Path request = path(arguments, "--request");
        @Nullable Path beside = path(arguments, "--certificate");
        if (request != null) {
            String text = maker.request(wish, file, pin);
            SmallFile.create(request, text.getBytes(StandardCharsets.US_ASCII));
            say(
                    file,
                    null,
                    file
                            + " contains the key, "
                            + request
                            + " is for your authority. It signs with --certificate when the"
                            + " certificate is there.",
                    arguments,
                    console);
            return Exit.DONE;
        }
        Certificate certificate = maker.selfSigned(wish, file, pin);
        if (beside != null) {
            SmallFile.create(beside, certificate.pem().getBytes(StandardCharsets.US_ASCII));
        }
        say(
                file,
                certificate,
                file
                        + " contains the key of "
                        + certificate.names().shown()
                        + ". Who is to trust it adds its certificate to their trust anchors.",
                arguments,
                console);
        return Exit.DONE;
    }

    private static void say(
            Path file,
            @Nullable Certificate certificate,
            String sentence,
            Arguments arguments,
            Console console) {
        String fingerprint = certificate == null ? null : certificate.names().fingerprint();
        if (arguments.has("--json")) {
            console.out()
                    .println(
                            JsonValue.object()
                                    .with("file", file.toString())
                                    .with("fingerprint", fingerprint)
                                    .build()
                                    .text());
            return;
        }
        console.out().println(sentence);
        if (fingerprint != null) {
            console.out().println("SHA-256 " + fingerprint);
        }
    }

    private static @Nullable Path path(Arguments arguments, String option)
            throws UsageException, SourceException {
        String word = arguments.value(option);
        return word == null ? null : Options.outside(word);
    }

    private static String needed(Arguments arguments, String option) throws UsageException {
        String value = arguments.value(option);
        if (value == null) {
            throw new UsageException("make-key needs --name and --email");
        }
        return value;
    }

    private static KeyAlgorithm algorithm(@Nullable String word) throws UsageException {
        return switch (word == null ? "p-256" : word) {
            case "p-256" -> KeyAlgorithm.EC_P256;
            case "p-384" -> KeyAlgorithm.EC_P384;
            case "rsa" -> KeyAlgorithm.RSA;
            case "ed25519" -> KeyAlgorithm.ED25519;
            default -> throw new UsageException("--algorithm is p-256, p-384, rsa or ed25519");
        };
    }

    private static long days(@Nullable String word) throws UsageException {
        try {
            long days = word == null ? DAYS : Long.parseLong(word);
            if (days > 0 && days <= MOST_DAYS) {
                return days;
            }
        } catch (NumberFormatException e) {
            throw new UsageException("--days is a number of days");
        }
        throw new UsageException("--days is at least 1 and at most " + MOST_DAYS);
    }
}
