// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

import java.math.BigInteger;

/// The encryptions of key files that are read here: PBES2 with PBKDF2 (modern), and those of
/// PKCS#12 itself (legacy). A file may ask for hours of work; that is refused.
final class Encryptions {
    /// A few seconds.
    private static final BigInteger MOST_ROUNDS = BigInteger.valueOf(5_000_000);

    private Encryptions() {}

    static void limitRounds(BigInteger rounds) throws MalformedException {
        if (rounds.compareTo(MOST_ROUNDS) > 0) {
            throw new MalformedException("it asks for " + rounds + " rounds of hashing");
        }
    }

    /// @throws UnknownEncryptionException if it is none that is known
    /// @throws MalformedException if it asks for too much
    static void limit(AlgorithmIdentifier encryption)
            throws MalformedException, UnknownEncryptionException {
        ASN1ObjectIdentifier oid = encryption.getAlgorithm();
        ASN1Encodable parameters = encryption.getParameters();
        try {
            if (oid.equals(PKCSObjectIdentifiers.id_PBES2)) {
                limitDerivation(
                        new AlgorithmIdentifier(
                                PBES2Parameters.getInstance(parameters)
                                        .getKeyDerivationFunc()
                                        .getAlgorithm(),
                                PBES2Parameters.getInstance(parameters)
                                        .getKeyDerivationFunc()
                                        .getParameters()));
            } else if (oid.equals(PKCSObjectIdentifiers.id_PBMAC1)) {
                limitDerivation(PBMAC1Params.getInstance(parameters).getKeyDerivationFunc());
            } else if (oid.on(PKCSObjectIdentifiers.pkcs_12PbeIds)) {
                limitRounds(PKCS12PBEParams.getInstance(parameters).getIterations());
            } else {
                throw new UnknownEncryptionException(oid.getId());
            }
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new MalformedException("how it is encrypted is not said", e);
        }
    }

    private static void limitDerivation(AlgorithmIdentifier derivation)
            throws MalformedException, UnknownEncryptionException {
        if (!derivation.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            throw new UnknownEncryptionException(derivation.getAlgorithm().getId());
        }
        limitRounds(PBKDF2Params.getInstance(derivation.getParameters()).getIterationCount());
    }
}
