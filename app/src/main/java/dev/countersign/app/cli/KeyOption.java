// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.KeyChoice;
import dev.countersign.core.trust.KeyOpening;
import dev.countersign.core.trust.KeyPlace;
import dev.countersign.core.trust.KeyProblem;
import dev.countersign.core.trust.KeyRing;
import dev.countersign.core.trust.Pin;
import dev.countersign.core.trust.SigningKey;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;

/// `--keystore FILE --certificate FILE --alias A --pin-file F`: the key to sign with. The PIN is
/// asked for at a terminal where no file holds it; it is never a word of the command line.
final class KeyOption {
    private final Path keystore;
    private final Arguments arguments;

    private KeyOption(Path keystore, Arguments arguments) {
        this.keystore = keystore;
        this.arguments = arguments;
    }

    /// Work that needs a key.
    interface Use<T> {
        T with(SigningKey key) throws SourceException, UsageException;
    }

    static KeyOption of(Arguments arguments) throws UsageException, SourceException {
        String file = arguments.value("--keystore");
        String library = arguments.value("--pkcs11");
        if (file != null && library != null) {
            throw new UsageException("give the key with --keystore or with --pkcs11");
        }
        if (library != null) {
            return new KeyOption(Options.path(library), arguments);
        }
        if (file == null) {
            throw new UsageException("give the key with --keystore FILE.p12, or --pkcs11 LIBRARY");
        }
        Path path = Options.path(file);
        if (!SmallFile.exists(path)) {
            throw new SourceException(path, path + " does not exist: check --keystore.");
        }
        return new KeyOption(path, arguments);
    }

    /// Where the key is, as it was named; empty if it was not.
    static String named(Arguments arguments) {
        String file = arguments.value("--keystore");
        String place = file == null ? arguments.value("--pkcs11") : file;
        return place == null ? "" : place;
    }

    /// Opens the key, uses it, and closes it again.
    ///
    /// @throws SourceException if the key cannot be used; the sentence says why
    <T> T use(Instant at, Console console, Use<T> use) throws UsageException, SourceException {
        try (Pin pin = PinOption.of(keystore, arguments, console);
                KeyRing ring = ring(place().open(pin))) {
            return switch (ring.choose(arguments.value("--alias"), at)) {
                case KeyChoice.Chosen(SigningKey key) -> use.with(key);
                case KeyChoice.Refused(KeyProblem problem) -> throw refused(problem);
            };
        }
    }

    private KeyPlace place() throws UsageException, SourceException {
        if (arguments.value("--pkcs11") != null) {
            return new KeyPlace.Token(keystore, slot());
        }
        String certificates = arguments.value("--certificate");
        return KeyPlace.file(keystore, certificates == null ? null : Options.path(certificates));
    }

    private @Nullable Long slot() throws UsageException {
        String slot = arguments.value("--slot");
        try {
            return slot == null ? null : Long.valueOf(slot);
        } catch (NumberFormatException e) {
            throw new UsageException("--slot is the number of a slot");
        }
    }

    private KeyRing ring(KeyOpening opening) throws SourceException {
        return switch (opening) {
            case KeyOpening.Opened(KeyRing ring) -> ring;
            case KeyOpening.Refused(KeyProblem problem) -> throw refused(problem);
        };
    }

    private SourceException refused(KeyProblem problem) {
        return new SourceException(keystore, keystore + ": " + problem.message());
    }
}
