// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import org.bouncycastle.util.io.pem.PemObject;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads a folder of anchors and revocation lists, in PEM or DER: every file that ends in `.pem`,
/// `.crt`, `.cer`, `.der` or `.crl`.
final class TrustFolder {
    private static final Set<String> ENDINGS = Set.of("pem", "crt", "cer", "der", "crl");

    /// Revocation lists of large authorities have some megabytes.
    private static final int LARGEST = 64 << 20;

    private final Set<Certificate> anchors = new LinkedHashSet<>();
    private final List<RevocationList> lists = new ArrayList<>();
    private final List<TrustProblem> problems = new ArrayList<>();

    static TrustAnchors read(Path folder) throws SourceException {
        var reader = new TrustFolder();
        for (Path file : SmallFile.list(folder)) {
            String name = file.getFileName().toString();
            String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            if (ENDINGS.contains(ending)) {
                reader.take(file);
            }
        }
        return new TrustAnchors(List.copyOf(reader.anchors), reader.lists, reader.problems);
    }

    private void take(Path file) {
        try {
            byte[] bytes = SmallFile.read(file, LARGEST);
            if (!PemBlocks.in(bytes)) {
                takeDer(bytes);
                return;
            }
            for (PemObject block : PemBlocks.read(bytes)) {
                takeBlock(block);
            }
        } catch (MalformedException e) {
            problems.add(new TrustProblem(file, e.clause()));
        } catch (SourceException e) {
            problems.add(new TrustProblem(file, "it cannot be read"));
        }
    }

    private void takeBlock(PemObject block) throws MalformedException {
        switch (block.getType()) {
            case "CERTIFICATE", "X509 CERTIFICATE" -> takeCertificate(block.getContent());
            case "X509 CRL" -> takeList(block.getContent());
            default -> throw new MalformedException("it holds a " + block.getType());
        }
    }

    private void takeDer(byte[] bytes) throws MalformedException {
        var certificate = Certificate.read(Octets.of(bytes));
        if (certificate.isPresent()) {
            anchors.add(certificate.get());
        } else {
            takeList(bytes);
        }
    }

    private void takeCertificate(byte[] bytes) throws MalformedException {
        anchors.add(
                Certificate.read(Octets.of(bytes))
                        .orElseThrow(
                                () -> new MalformedException("a certificate in it is damaged")));
    }

    private void takeList(byte[] bytes) throws MalformedException {
        try {
            var list =
                    (X509CRL)
                            CertificateFactory.getInstance("X.509")
                                    .generateCRL(new ByteArrayInputStream(bytes));
            if (list.hasUnsupportedCriticalExtension()) {
                throw new MalformedException(
                        "its revocation list covers only a part of the certificates");
            }
            lists.add(new RevocationList(list));
        } catch (CRLException | CertificateException e) {
            throw new MalformedException("it is neither a certificate nor a revocation list", e);
        }
    }
}
