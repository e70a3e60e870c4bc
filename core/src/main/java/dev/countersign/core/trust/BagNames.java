// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.jspecify.annotations.Nullable;

/// What a bag of a PKCS#12 file is called.
///
/// @param friendly for people; null if it has none
/// @param link the same for a key and its certificate; null if it has none
record BagNames(@Nullable String friendly, @Nullable Octets link) {
    static final BagNames NONE = new BagNames(null, null);

    boolean linkedTo(BagNames other) {
        return link != null && other.link != null && link.equals(other.link);
    }

    static BagNames of(PKCS12SafeBag bag) {
        String friendly = null;
        Octets link = null;
        Attribute[] attributes = bag.getAttributes();
        for (Attribute attribute : attributes == null ? new Attribute[0] : attributes) {
            if (attribute.getAttrValues().size() == 0) {
                continue;
            }
            var value = attribute.getAttrValues().getObjectAt(0);
            if (attribute.getAttrType().equals(PKCS12SafeBag.friendlyNameAttribute)
                    && value instanceof ASN1String text
                    && !text.getString().isBlank()) {
                friendly = text.getString();
            }
            if (attribute.getAttrType().equals(PKCS12SafeBag.localKeyIdAttribute)
                    && value instanceof ASN1OctetString id) {
                link = Octets.of(id.getOctets());
            }
        }
        return new BagNames(friendly, link);
    }
}
