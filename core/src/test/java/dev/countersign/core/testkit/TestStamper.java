// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.testkit;

import dev.countersign.core.testkit.TestAuthority.Holder;
import dev.countersign.core.testkit.TestAuthority.Wish;
import dev.countersign.core.trust.Octets;
import dev.countersign.core.trust.TimeStampAuthority;
import dev.countersign.core.trust.TimeStampRequest;

import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SimpleAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;

/** A time-stamp authority that says whatever time it is told. */
public final class TestStamper implements TimeStampAuthority {
    private final Holder holder;
    private final Instant time;

    public TestStamper(Holder holder, Instant time) {
        this.holder = holder;
        this.time = time;
    }

    /** One with a certificate as it should be. */
    public static TestStamper of(TestAuthority issuer, Instant time) {
        return new TestStamper(issuer.issue(wish(), "P-256"), time);
    }

    public static Wish wish() {
        return Wish.person("Clock", "clock@example.com")
                .usage(KeyUsage.digitalSignature)
                .purposes(KeyPurposeId.id_kp_timeStamping);
    }

    @Override
    public Octets ask(TimeStampRequest request) {
        try {
            var asked = TimeStampReq.getInstance(request.der().toArray());
            return answer(asked.getMessageImprint(), asked.getNonce());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** What it answers to any imprint and nonce. */
    public Octets answer(MessageImprint imprint, ASN1Integer nonce) throws Exception {
        var info =
                new TSTInfo(
                        new ASN1ObjectIdentifier("1.2.3.4.1"),
                        imprint,
                        new ASN1Integer(7),
                        new ASN1GeneralizedTime(Date.from(time)),
                        null,
                        ASN1Boolean.FALSE,
                        nonce,
                        null,
                        null);
        var generator = new CMSSignedDataGenerator();
        generator.addCertificates(new JcaCertStore(holder.chain()));
        generator.addSignerInfoGenerator(
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                        .setSignedAttributeGenerator(
                                new DefaultSignedAttributeTableGenerator(
                                        new AttributeTable(certificateNamed())))
                        .setUnsignedAttributeGenerator(
                                new SimpleAttributeTableGenerator((AttributeTable) null))
                        .build(
                                new JcaContentSignerBuilder(TestAuthority.algorithm(holder.key()))
                                        .build(holder.key()),
                                holder.certificate()));
        var token =
                generator.generate(
                        new CMSProcessableByteArray(
                                PKCSObjectIdentifiers.id_ct_TSTInfo, info.getEncoded("DER")),
                        true);
        var response =
                new TimeStampResp(new PKIStatusInfo(PKIStatus.granted), token.toASN1Structure());
        return Octets.of(response.getEncoded("DER"));
    }

    private Attribute certificateNamed() throws Exception {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(holder.certificate().getEncoded());
        return new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(digest))));
    }
}
