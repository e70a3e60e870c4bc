// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// The blocks of a PEM file (RFC 7468); text around them means nothing.
final class PemBlocks {
    private static final byte[] BEGIN = "-----BEGIN ".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST = 1000;
    private static final int LINE = 64;

    private PemBlocks() {}

    /// Whether it is PEM at all.
    static boolean in(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .contains(new String(BEGIN, StandardCharsets.US_ASCII));
    }

    static boolean isCertificate(PemObject block) {
        return block.getType().equals("CERTIFICATE") || block.getType().equals("X509 CERTIFICATE");
    }

    /// As text, with lines of 64 characters.
    static String write(String type, byte[] content) {
        return "-----BEGIN "
                + type
                + "-----\n"
                + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END "
                + type
                + "-----\n";
    }

    static List<PemObject> read(byte[] bytes) throws MalformedException {
        List<PemObject> blocks = new ArrayList<>();
        var text =
                new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.ISO_8859_1);
        try (PemReader reader = new PemReader(text)) {
            for (PemObject block; (block = reader.readPemObject()) != null; ) {
                blocks.add(block);
                if (blocks.size() > MOST) {
                    throw new MalformedException("it has more than " + MOST + " blocks");
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new MalformedException("a PEM block in it is damaged", e);
        }
        return blocks;
    }
}
