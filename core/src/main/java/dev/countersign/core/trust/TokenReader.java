// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.TokenLibrary.IndexedSlot;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;

/// Logs into a PKCS#11 token by Java's provider. Each login has a provider of its own, which ends
/// with it: a token that stays logged in would take any PIN.
final class TokenReader {
    private final Path library;

    private TokenReader(Path library) {
        this.library = library.toAbsolutePath();
    }

    /// @param slot the slot's number; null for the only one with a token
    static KeyOpening open(Path library, @Nullable Long slot, Pin pin) throws SourceException {
        List<IndexedSlot> slots = TokenLibrary.slots(library);
        List<IndexedSlot> wanted =
                slots.stream()
                        .filter(s ->
                                slot == null
                                        ? s.slot().state() != TokenSlot.State.NOT_INITIALISED
                                        : s.slot().slot() == slot)
                        .toList();
        List<String> shown = slots.stream().map(s -> s.slot().shown()).toList();
        if (wanted.isEmpty()) {
            return new KeyOpening.Refused(new KeyProblem.NoToken(shown));
        }
        if (wanted.size() > 1) {
            return new KeyOpening.Refused(new KeyProblem.SeveralTokens(shown));
        }
        IndexedSlot found = wanted.getFirst();
        return switch (found.slot().state()) {
            case LOCKED -> new KeyOpening.Refused(new KeyProblem.PinLocked());
            case NOT_INITIALISED ->
                    new KeyOpening.Refused(new KeyProblem.NotInitialised(found.slot().shown()));
            case READY -> new TokenReader(library).login(found.index(), pin);
        };
    }

    private KeyOpening login(int index, Pin pin) throws SourceException {
        Provider sun = Security.getProvider("SunPKCS11");
        if (sun == null) {
            throw new SourceException(
                    library, library + " cannot be used: this Java has no support for PKCS#11.");
        }
        try {
            Provider provider = sun.configure(configuration(index));
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin.reveal());
            return opening(store, provider);
        } catch (IOException e) {
            return new KeyOpening.Refused(problem(e));
        } catch (GeneralSecurityException | ProviderException e) {
            return new KeyOpening.Refused(new KeyProblem.TokenTrouble(said(e)));
        }
    }

    /// Inside quotation marks a backslash is one only if it is doubled.
    private String configuration(int index) {
        String quoted = library.toString().replace("\\", "\\\\").replace("\"", "\\\"");
        return "--name=token\nlibrary=\""
                + quoted
                + "\"\nslotListIndex="
                + index
                + "\ndestroyTokenAfterLogout=true\n";
    }

    private KeyOpening opening(KeyStore store, Provider provider) throws GeneralSecurityException {
        List<KeyEntry> entries = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                entries.add(entry(store, alias, provider));
            }
        }
        if (entries.isEmpty()) {
            logout(provider);
            return new KeyOpening.Refused(new KeyProblem.NoKeyOnToken());
        }
        return new KeyOpening.Opened(new KeyRing(entries, () -> logout(provider)));
    }

    private KeyEntry entry(KeyStore store, String alias, Provider provider)
            throws GeneralSecurityException {
        List<Certificate> chain = new ArrayList<>();
        for (java.security.cert.Certificate certificate : store.getCertificateChain(alias)) {
            chain.add(Certificate.of((X509Certificate) certificate));
        }
        PrivateKey key;
        try {
            key = (PrivateKey) store.getKey(alias, null);
        } catch (ProviderException e) {
            key = null;
        }
        KeyKind kind = KeyKind.of(chain.getFirst().x509().getPublicKey());
        if (key == null || kind.algorithm() == KeyAlgorithm.ED25519) {
            return new KeyEntry.Unusable(
                    alias, new KeyProblem.UnsupportedOnToken(alias, kind.shown()));
        }
        return KeyInspection.of(library, alias, key, provider, chain);
    }

    private static KeyProblem problem(IOException e) {
        String said = said(e);
        if (said.contains("CKR_PIN_LOCKED")) {
            return new KeyProblem.PinLocked();
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof FailedLoginException || said.contains("CKR_PIN_")) {
                return new KeyProblem.WrongPin();
            }
        }
        return new KeyProblem.TokenTrouble(said);
    }

    /// What the library said is behind what Java makes of it.
    private static String said(Exception e) {
        Throwable last = e;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        String message = last.getMessage();
        return message == null ? last.getClass().getSimpleName() : message;
    }

    private static void logout(Provider provider) {
        try {
            ((AuthProvider) provider).logout();
        } catch (LoginException e) {
            // the token was pulled out: it is logged out
        }
    }
}
