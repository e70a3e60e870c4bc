// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.keys.KeyDesk;
import dev.countersign.app.feature.keys.KeyOrder;
import dev.countersign.app.feature.keys.MadeKey;
import dev.countersign.app.feature.keys.TokenKey;
import dev.countersign.app.feature.keys.TokenOpening;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.Certificate;
import dev.countersign.core.trust.KeyEntry;
import dev.countersign.core.trust.KeyMaker;
import dev.countersign.core.trust.KeyOpening;
import dev.countersign.core.trust.KeyPlace;
import dev.countersign.core.trust.KeyProblem;
import dev.countersign.core.trust.KeyRing;
import dev.countersign.core.trust.KeyWish;
import dev.countersign.core.trust.Pin;
import dev.countersign.core.trust.SigningKey;
import dev.countersign.core.trust.TokenSlot;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Looks at tokens, and makes keys, for the window.
final class WorkspaceKeys implements KeyDesk {
    private static final Duration VALID = Duration.ofDays(825);

    private final KeyMaker maker;
    private final InstantSource clock;

    WorkspaceKeys(KeyMaker maker, InstantSource clock) {
        this.maker = maker;
        this.clock = clock;
    }

    @Override
    public List<TokenSlot> slots(Path library) throws SourceException {
        return KeyPlace.Token.slots(library);
    }

    @Override
    public TokenOpening keys(Path library, long slot, Pin pin) throws SourceException {
        return switch (new KeyPlace.Token(library, slot).open(pin)) {
            case KeyOpening.Refused(KeyProblem problem) -> new TokenOpening.Refused(problem);
            case KeyOpening.Opened(KeyRing opened) -> {
                try (KeyRing ring = opened) {
                    yield new TokenOpening.Opened(
                            ring.entries().stream().map(this::described).toList());
                }
            }
        };
    }

    private TokenKey described(KeyEntry entry) {
        return switch (entry) {
            case KeyEntry.Unusable(String alias, KeyProblem problem) ->
                    new TokenKey.Unusable(alias, problem.message());
            case KeyEntry.Usable(SigningKey key) ->
                    new TokenKey.Usable(
                            key.alias(),
                            key.certificate(),
                            key.algorithm(),
                            key.problemAt(clock.instant()).map(KeyProblem::message).orElse(""));
        };
    }

    @Override
    public MadeKey make(KeyOrder order, Pin pin) throws SourceException {
        Instant now = clock.instant();
        var wish =
                new KeyWish(order.algorithm(), order.name(), order.email(), now, now.plus(VALID));
        Path file = order.file();
        Path beside = beside(order);
        if (SmallFile.exists(beside)) {
            throw new SourceException(
                    beside, beside + " is there already: choose another name for the key.");
        }
        return switch (order.kind()) {
            case SELF_SIGNED -> {
                Certificate certificate = maker.selfSigned(wish, file, pin);
                write(beside, certificate.pem());
                yield new MadeKey(order, beside, certificate.names().fingerprint());
            }
            case REQUEST -> {
                write(beside, maker.request(wish, file, pin));
                yield new MadeKey(order, beside, "");
            }
        };
    }

    private static void write(Path file, String pem) throws SourceException {
        SmallFile.create(file, pem.getBytes(StandardCharsets.US_ASCII));
    }

    /// `ann.p12` has `ann.cert.pem` or `ann.csr.pem` beside it.
    private static Path beside(KeyOrder order) {
        String name = String.valueOf(order.file().getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return order.file()
                .resolveSibling(
                        stem
                                + switch (order.kind()) {
                                    case SELF_SIGNED -> ".cert.pem";
                                    case REQUEST -> ".csr.pem";
                                });
    }
}
