// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.ArrayList;
import java.util.List;

/// Writes PKCS#12 files as openssl 3 does: AES-256 with PBKDF2 and HMAC-SHA-256, and a MAC with
/// SHA-256; but with as many rounds of hashing as a person can wait for.
final class Pkcs12Writer {
    /// As many as a person can wait for.
    static final int ROUNDS = 200_000;

    private static final AlgorithmIdentifier HMAC_SHA256 =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);

    private final Provider provider = new BouncyCastleProvider();
    private final Randomness randomness;
    private final Pin pin;
    private final int rounds;

    /// @param rounds of hashing that each guess at the PIN costs
    Pkcs12Writer(Randomness randomness, Pin pin, int rounds) {
        this.randomness = randomness;
        this.pin = pin;
        this.rounds = rounds;
    }

    /// @param chain the key's certificate first; empty if there is none yet
    byte[] write(String alias, PrivateKey key, List<Certificate> chain) {
        var link =
                new DEROctetString(
                        Digests.sha256(alias.getBytes(StandardCharsets.UTF_8)).toArray());
        try {
            var builder = new PKCS12PfxPduBuilder();
            builder.addData(
                    new PKCS12SafeBagBuilder(
                                    PrivateKeyInfo.getInstance(key.getEncoded()), encryptor())
                            .addBagAttribute(
                                    PKCS12SafeBag.friendlyNameAttribute, new DERBMPString(alias))
                            .addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, link)
                            .build());
            if (!chain.isEmpty()) {
                builder.addEncryptedData(encryptor(), bags(chain, link));
            }
            var digest = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
            var mac =
                    new BcPKCS12MacCalculatorBuilder(new SHA256Digest(), digest)
                            .setIterationCount(rounds);
            return builder.build(mac, pin.reveal()).getEncoded(ASN1Encoding.DER);
        } catch (IOException | PKCSException | OperatorCreationException e) {
            throw new IllegalStateException("every part of it is in memory and known", e);
        }
    }

    private static PKCS12SafeBag[] bags(List<Certificate> chain, DEROctetString link)
            throws IOException {
        List<PKCS12SafeBag> bags = new ArrayList<>();
        for (Certificate certificate : chain) {
            var bag =
                    new PKCS12SafeBagBuilder(
                            org.bouncycastle.asn1.x509.Certificate.getInstance(
                                    certificate.der().shared()));
            if (bags.isEmpty()) {
                bag.addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, link);
            }
            bags.add(bag.build());
        }
        return bags.toArray(new PKCS12SafeBag[0]);
    }

    private OutputEncryptor encryptor() throws OperatorCreationException {
        return new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                .setProvider(provider)
                .setRandom(randomness.source())
                .setPRF(HMAC_SHA256)
                .setIterationCount(rounds)
                .build(pin.reveal());
    }
}
