// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.bouncycastle.util.io.pem.PemHeader;
import org.bouncycastle.util.io.pem.PemObject;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.security.Provider;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Reads keys and certificates from PEM files: PKCS#8, encrypted or not, and openssl's traditional
/// forms of RSA and EC keys.
final class PemKeyReader {
    private static final Pattern CIPHERS = Pattern.compile("(AES-(128|192|256)|DES-EDE3)-CBC");

    private final Provider provider = new BouncyCastleProvider();
    private final KeyBag found;
    private final Pin pin;

    private PemKeyReader(Path file, Pin pin) {
        this.found = new KeyBag(file);
        this.pin = pin;
    }

    /// @param certificates another file with certificates; null if they lie with the key
    static KeyOpening open(Path key, @Nullable Path certificates, Pin pin) throws SourceException {
        var reader = new PemKeyReader(key, pin);
        try {
            reader.takeAll(SmallFile.read(key));
            if (certificates != null) {
                reader.takeAll(SmallFile.read(certificates));
            }
            return reader.found.opening();
        } catch (WrongPinException e) {
            return new KeyOpening.Refused(new KeyProblem.WrongPin());
        } catch (UnknownEncryptionException e) {
            return new KeyOpening.Refused(new KeyProblem.UnknownEncryption(e.algorithm()));
        } catch (MalformedException e) {
            return new KeyOpening.Refused(new KeyProblem.Damaged(e.clause()));
        }
    }

    private void takeAll(byte[] bytes)
            throws MalformedException, UnknownEncryptionException, WrongPinException {
        for (PemObject block : PemBlocks.read(bytes)) {
            take(block);
        }
    }

    private void take(PemObject block)
            throws MalformedException, UnknownEncryptionException, WrongPinException {
        byte[] content = block.getContent();
        switch (block.getType()) {
            case "CERTIFICATE", "X509 CERTIFICATE" ->
                    found.certificate(BagNames.NONE, Octets.of(content));
            case "PRIVATE KEY" -> add(Asn1.read(content, PrivateKeyInfo::getInstance), false);
            case "ENCRYPTED PRIVATE KEY" ->
                    add(decrypt(Asn1.read(content, EncryptedPrivateKeyInfo::getInstance)), true);
            case "RSA PRIVATE KEY", "EC PRIVATE KEY" -> {
                String cipher = header(block, "DEK-Info");
                byte[] key = cipher == null ? content : decrypt(content, cipher);
                add(traditional(block.getType(), key, cipher != null), cipher != null);
            }
            default -> {
                if (block.getType().endsWith("PRIVATE KEY")) {
                    throw new MalformedException(
                            "an " + block.getType() + " is not read here; save it as PKCS#8");
                }
            }
        }
    }

    private void add(PrivateKeyInfo key, boolean encrypted) {
        found.key(
                BagNames.NONE,
                key,
                encrypted ? SigningKey.Protection.PIN : SigningKey.Protection.NONE);
    }

    private PrivateKeyInfo decrypt(EncryptedPrivateKeyInfo encrypted)
            throws MalformedException, UnknownEncryptionException, WrongPinException {
        Encryptions.limit(encrypted.getEncryptionAlgorithm());
        try {
            return new PKCS8EncryptedPrivateKeyInfo(encrypted)
                    .decryptPrivateKeyInfo(
                            new JcePKCSPBEInputDecryptorProviderBuilder()
                                    .setProvider(provider)
                                    .build(pin.reveal()));
        } catch (PKCSException | RuntimeException e) {
            // nothing but the padding tells a wrong key from the right one
            throw new WrongPinException(e);
        }
    }

    /// RFC 1421 as openssl writes it: the cipher's name and its initial vector in hex.
    private byte[] decrypt(byte[] content, String cipher)
            throws UnknownEncryptionException, WrongPinException {
        String[] parts = cipher.split(",", -1);
        if (!CIPHERS.matcher(parts[0].strip()).matches()) {
            throw new UnknownEncryptionException(parts[0].strip());
        }
        try {
            byte[] vector = HexFormat.of().parseHex(parts[parts.length - 1].strip());
            return new JcePEMDecryptorProviderBuilder()
                    .setProvider(provider)
                    .build(pin.reveal())
                    .get(parts[0].strip())
                    .decrypt(content, vector);
        } catch (PEMException | OperatorCreationException | RuntimeException e) {
            throw new WrongPinException(e);
        }
    }

    private static PrivateKeyInfo traditional(String type, byte[] key, boolean encrypted)
            throws MalformedException, WrongPinException {
        try {
            if (type.startsWith("EC")) {
                var ec = Asn1.read(key, ECPrivateKey::getInstance);
                ASN1Encodable curve = ec.getParametersObject();
                return new PrivateKeyInfo(
                        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), ec);
            }
            RSAPrivateKey rsa = Asn1.read(key, RSAPrivateKey::getInstance);
            return new PrivateKeyInfo(
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                    rsa);
        } catch (IOException e) {
            throw new MalformedException("the private key is damaged", e);
        } catch (MalformedException e) {
            if (encrypted) {
                throw new WrongPinException(e);
            }
            throw e;
        }
    }

    private static @Nullable String header(PemObject block, String name) {
        for (Object header : block.getHeaders()) {
            if (header instanceof PemHeader h && h.getName().equals(name)) {
                return h.getValue();
            }
        }
        return null;
    }

    private static final class WrongPinException extends Exception {
        private static final long serialVersionUID = 1L;

        WrongPinException(Exception cause) {
            super(cause);
        }
    }
}
