// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.Function;

/// Bouncy Castle's structures. It tells malformed bytes by checked and unchecked exceptions of many
/// kinds; here all of them become one.
final class Asn1 {
    private Asn1() {}

    /// One structure that fills the bytes.
    static <T> T read(byte[] bytes, Function<ASN1Primitive, T> structure)
            throws MalformedException {
        try {
            T read = structure.apply(ASN1Primitive.fromByteArray(bytes));
            if (read == null) {
                throw new MalformedException("it is empty");
            }
            return read;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new MalformedException("it is not the expected ASN.1 structure", e);
        }
    }

    /// The same, and the bytes are the one encoding that DER has for it.
    static <T extends ASN1Object> T readDer(byte[] bytes, Function<ASN1Primitive, T> structure)
            throws MalformedException {
        T read = read(bytes, structure);
        if (!Arrays.equals(der(read), bytes)) {
            throw new MalformedException("it is not DER");
        }
        return read;
    }

    static SubjectPublicKeyInfo publicKeyInfo(byte[] bytes) throws MalformedException {
        return read(bytes, SubjectPublicKeyInfo::getInstance);
    }

    /// What is in memory can be encoded.
    static byte[] der(ASN1Object object) {
        try {
            return object.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("nothing is read or written here", e);
        }
    }
}
