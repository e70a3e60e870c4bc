// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.bc.BcDefaultDigestProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.security.Provider;

/// Reads PKCS#12 files bag by bag. Java's own key store passes over keys that are not encrypted,
/// and neither it nor Bouncy Castle's asks whether key and certificate belong together.
final class Pkcs12Reader {
    private final Provider provider = new BouncyCastleProvider();
    private final KeyBag found;
    private final Pin pin;
    private final InputDecryptorProvider decryptor;

    private Pkcs12Reader(Path file, Pin pin) {
        this.found = new KeyBag(file);
        this.pin = pin;
        this.decryptor =
                new JcePKCSPBEInputDecryptorProviderBuilder()
                        .setProvider(provider)
                        .build(pin.reveal());
    }

    /// @param certificates a PEM file with more certificates; null if there is none
    static KeyOpening open(Path file, @Nullable Path certificates, Pin pin) throws SourceException {
        byte[] bytes = SmallFile.read(file);
        var reader = new Pkcs12Reader(file, pin);
        try {
            if (certificates != null) {
                reader.found.certificates(SmallFile.read(certificates));
            }
            return reader.read(bytes);
        } catch (UnknownEncryptionException e) {
            return new KeyOpening.Refused(new KeyProblem.UnknownEncryption(e.algorithm()));
        } catch (MalformedException e) {
            return new KeyOpening.Refused(new KeyProblem.Damaged(e.clause()));
        }
    }

    private KeyOpening read(byte[] bytes) throws MalformedException, UnknownEncryptionException {
        var pfx = new PKCS12PfxPdu(Asn1.read(bytes, Pfx::getInstance));
        if (!pfx.hasMac()) {
            return new KeyOpening.Refused(new KeyProblem.NoIntegrity());
        }
        if (!opens(pfx)) {
            return new KeyOpening.Refused(new KeyProblem.WrongPin());
        }
        try {
            for (ContentInfo content : pfx.getContentInfos()) {
                takeAll(content);
            }
        } catch (RuntimeException e) {
            throw new MalformedException("its contents are damaged", e);
        }
        return found.opening();
    }

    private boolean opens(PKCS12PfxPdu pfx) throws MalformedException, UnknownEncryptionException {
        Encryptions.limitRounds(pfx.toASN1Structure().getMacData().getIterationCount());
        boolean modern =
                PKCSObjectIdentifiers.id_PBMAC1.equals(pfx.getMacAlgorithmID().getAlgorithm());
        if (modern) {
            Encryptions.limit(pfx.getMacAlgorithmID());
        }
        try {
            // the one knows PBMAC1 (RFC 9579), the other every digest
            return pfx.isMacValid(
                    modern
                            ? new JcePKCS12MacCalculatorBuilderProvider().setProvider(provider)
                            : new BcPKCS12MacCalculatorBuilderProvider(
                                    BcDefaultDigestProvider.INSTANCE),
                    pin.reveal());
        } catch (PKCSException | RuntimeException e) {
            throw new MalformedException("its integrity check is damaged", e);
        }
    }

    private void takeAll(ContentInfo content)
            throws MalformedException, UnknownEncryptionException {
        try {
            PKCS12SafeBagFactory bags;
            if (PKCSObjectIdentifiers.encryptedData.equals(content.getContentType())) {
                Encryptions.limit(
                        EncryptedData.getInstance(content.getContent()).getEncryptionAlgorithm());
                bags = new PKCS12SafeBagFactory(content, decryptor);
            } else {
                bags = new PKCS12SafeBagFactory(content);
            }
            for (PKCS12SafeBag bag : bags.getSafeBags()) {
                take(bag);
            }
        } catch (PKCSException e) {
            throw new MalformedException("its contents cannot be decrypted", e);
        }
    }

    private void take(PKCS12SafeBag bag) throws MalformedException, UnknownEncryptionException {
        var names = BagNames.of(bag);
        switch (bag.getBagValue()) {
            case PrivateKeyInfo key -> found.key(names, key, SigningKey.Protection.NONE);
            case PKCS8EncryptedPrivateKeyInfo shrouded ->
                    found.key(names, decrypt(shrouded), SigningKey.Protection.PIN);
            case X509CertificateHolder certificate ->
                    found.certificate(names, encoded(certificate));
            // revocation lists and secrets: nothing that signs
            default -> {}
        }
    }

    private PrivateKeyInfo decrypt(PKCS8EncryptedPrivateKeyInfo shrouded)
            throws MalformedException, UnknownEncryptionException {
        Encryptions.limit(shrouded.getEncryptionAlgorithm());
        try {
            return shrouded.decryptPrivateKeyInfo(decryptor);
        } catch (PKCSException e) {
            throw new MalformedException("its key cannot be decrypted", e);
        }
    }

    private static Octets encoded(X509CertificateHolder certificate) throws MalformedException {
        try {
            return Octets.of(certificate.getEncoded());
        } catch (IOException e) {
            throw new MalformedException("a certificate in it is damaged", e);
        }
    }
}
