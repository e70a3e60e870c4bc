// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.keys.KeyDesk;
import dev.countersign.app.feature.keys.KeyOrder;
import dev.countersign.app.feature.keys.MadeKey;
import dev.countersign.app.feature.keys.TokenKey;
import dev.countersign.app.feature.keys.TokenOpening;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Wish;
import dev.countersign.core.trust.Certificate;
import dev.countersign.core.trust.KeyAlgorithm;
import dev.countersign.core.trust.Octets;
import dev.countersign.core.trust.Pin;
import dev.countersign.core.trust.TokenSlot;

import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Tokens without hardware: they say what they are told to.
public final class FakeTokens implements KeyDesk {
    /// A library that is one.
    public static final Path LIBRARY = Path.of("/usr/lib/opensc-pkcs11.so");

    /// A token that takes a PIN.
    public static final TokenSlot CARD =
            new TokenSlot(3, "Ann's card", "0042", TokenSlot.State.READY);

    private final Deque<TokenOpening> openings = new ArrayDeque<>();
    private List<TokenSlot> slots = List.of(CARD);

    /// From now on these are the tokens.
    public void slots(TokenSlot... tokens) {
        slots = List.of(tokens);
    }

    /// The next login gives this.
    public void next(TokenOpening opening) {
        openings.add(opening);
    }

    /// A key that a card may have.
    public static TokenKey.Usable key(String name, String email, String problem) {
        TestAuthority root = TestAuthority.root("Example CA");
        try {
            byte[] der = root.issue(Wish.person(name, email), "P-256").certificate().getEncoded();
            return new TokenKey.Usable(
                    "key of " + name,
                    Certificate.read(Octets.of(der)).orElseThrow(),
                    KeyAlgorithm.EC_P256,
                    problem);
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public List<TokenSlot> slots(Path library) throws SourceException {
        if (!library.equals(LIBRARY)) {
            throw new SourceException(
                    library, library + " is not a PKCS#11 library: choose the one of your token.");
        }
        return slots;
    }

    @Override
    public TokenOpening keys(Path library, long slot, Pin pin) {
        return openings.remove();
    }

    @Override
    public MadeKey make(KeyOrder order, Pin pin) throws SourceException {
        throw new SourceException(order.file(), order.file() + " is out of reach in this test.");
    }
}
