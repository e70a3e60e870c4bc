// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.util.io.pem.PemObject;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The keys and certificates that were found in files, and which go together.
final class KeyBag {
    private final Path file;
    private final List<RawKey> keys = new ArrayList<>();
    private final Map<Certificate, BagNames> certificates = new LinkedHashMap<>();

    private record RawKey(BagNames names, PrivateKeyInfo info, SigningKey.Protection protection) {}

    KeyBag(Path file) {
        this.file = file;
    }

    void key(BagNames names, PrivateKeyInfo info, SigningKey.Protection protection) {
        keys.add(new RawKey(names, info, protection));
    }

    /// Those of a PEM file.
    void certificates(byte[] pem) throws MalformedException {
        for (PemObject block : PemBlocks.read(pem)) {
            if (PemBlocks.isCertificate(block)) {
                certificate(BagNames.NONE, Octets.of(block.getContent()));
            }
        }
    }

    void certificate(BagNames names, Octets der) throws MalformedException {
        Certificate certificate =
                Certificate.read(der)
                        .orElseThrow(
                                () -> new MalformedException("a certificate in it is damaged"));
        certificates.putIfAbsent(certificate, names);
    }

    KeyOpening opening() throws MalformedException {
        if (keys.isEmpty()) {
            return new KeyOpening.Refused(new KeyProblem.NoKey());
        }
        Map<String, KeyEntry> entries = new LinkedHashMap<>();
        for (RawKey raw : keys) {
            KeyEntry entry = entry(raw, entries);
            entries.put(entry.alias(), entry);
        }
        return new KeyOpening.Opened(new KeyRing(List.copyOf(entries.values()), () -> {}));
    }

    private KeyEntry entry(RawKey raw, Map<String, KeyEntry> others) throws MalformedException {
        KeyKind kind = KeyKind.of(raw.info.getPrivateKeyAlgorithm());
        KeyAlgorithm algorithm = kind.algorithm();
        if (algorithm == null) {
            String alias = alias(raw, null, others);
            return new KeyEntry.Unusable(alias, new KeyProblem.UnsupportedKey(alias, kind.shown()));
        }
        PrivateKey key = FoundKey.of(raw.info);
        Certificate certificate = certificateOf(raw, key, algorithm);
        String alias = alias(raw, certificate, others);
        if (certificate == null) {
            return new KeyEntry.Unusable(alias, new KeyProblem.NoCertificate(alias));
        }
        return KeyInspection.of(
                file,
                alias,
                key,
                raw.protection,
                CertificateChain.of(certificate, certificates.keySet()));
    }

    /// That which belongs to it, else that which the file says belongs to it.
    private @Nullable Certificate certificateOf(
            RawKey raw, PrivateKey key, KeyAlgorithm algorithm) {
        Certificate said = null;
        for (Map.Entry<Certificate, BagNames> entry : certificates.entrySet()) {
            Certificate certificate = entry.getKey();
            if (KeyInspection.belong(key, certificate, algorithm)) {
                return certificate;
            }
            boolean linked = raw.names.linkedTo(entry.getValue());
            if (said == null && (linked || certificates.size() == 1)) {
                said = certificate;
            }
        }
        return said;
    }

    private String alias(
            RawKey raw, @Nullable Certificate certificate, Map<String, KeyEntry> others) {
        String wanted = raw.names.friendly();
        if (wanted == null && certificate != null) {
            BagNames names = certificates.get(certificate);
            wanted = names == null ? null : names.friendly();
            wanted = wanted == null ? certificate.names().cn() : wanted;
        }
        String alias = wanted == null ? "key" : wanted;
        for (int i = 2; others.containsKey(alias); i++) {
            alias = (wanted == null ? "key" : wanted) + " " + i;
        }
        return alias;
    }
}
