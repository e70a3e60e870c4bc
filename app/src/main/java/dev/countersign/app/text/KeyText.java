// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.trust.Certificate;
import dev.countersign.core.trust.CertificateNames;
import dev.countersign.core.trust.KeyAlgorithm;
import dev.countersign.core.trust.TokenSlot;

import java.time.LocalDate;
import java.time.ZoneId;

/// Keys and tokens in words.
public final class KeyText {
    /// What the sheet over a token is for.
    public static final String TOKEN =
            "A smart card or another token signs through the PKCS#11 library that came with it. The"
                    + " PIN is used now and forgotten; it is asked for again when you sign.";

    /// That no library was chosen.
    public static final String LIBRARY = "A .so, .dll or .dylib; opensc-pkcs11 serves many cards.";

    /// What is under way while a token is asked.
    public static final String ASKING = "Asking the token";

    /// That the PIN of a token was wrong; that has an end.
    public static final String WRONG_PIN =
            "The PIN is wrong. After a few wrong ones the token locks itself.";

    /// What the sheet that makes a key is for.
    public static final String CREATE =
            "A new key in a file of its own, protected by a PIN. Keep the file and the PIN to"
                    + " yourself: whoever has both signs as you.";

    /// What a self-signed certificate is.
    public static final String SELF_SIGNED =
            "Certificate of its own: works at once, and counts as trusted when the workspace's"
                    + " owner has put it among the trust anchors.";

    /// What a request is.
    public static final String REQUEST =
            "Request for an authority: it signs once your authority has sent you the certificate.";

    /// That two PINs differ.
    public static final String OTHER_PIN = "The two PINs differ: type the same one twice.";

    /// That no file was chosen.
    public static final String NO_FILE = "Choose where the key is written.";

    /// What is missing before a token shows its keys.
    public static final String ENTER_PIN = "Enter the PIN to see the keys.";

    /// What is under way while a key is made.
    public static final String MAKING = "Making the key";

    /// What to do with a self-signed certificate.
    public static final String GIVE =
            "Give the certificate, not the key, to the owner of the workspace. They compare the"
                    + " fingerprint with you and put the file into the workspace's folder"
                    + " \"trust\". Until then your signatures verify, and are not trusted.";

    /// What to do with a request.
    public static final String SEND =
            "Send the request to your authority. When its certificate comes back, choose this key"
                    + " file in the sign sheet: it asks for the certificate then.";

    private KeyText() {}

    /// A token and whether it can be used.
    public static String slot(TokenSlot slot) {
        String serial = slot.serial().isEmpty() ? "" : " · serial " + Quotes.line(slot.serial());
        return Foreign.visible(slot.shown())
                + serial
                + switch (slot.state()) {
                    case READY -> "";
                    case LOCKED -> " · PIN locked";
                    case NOT_INITIALISED -> " · not set up";
                };
    }

    /// Whose key it is.
    public static String whose(CertificateNames names) {
        return Quotes.line(names.shown());
    }

    /// Who vouches for it.
    public static String issuer(CertificateNames names) {
        return names.issuer().equals(names.subject())
                ? "Issued by itself"
                : "Issued by " + Quotes.line(names.issuer());
    }

    /// Until when, and what kind of key.
    public static String validity(Certificate certificate, KeyAlgorithm algorithm, ZoneId viewer) {
        return algorithm.shown()
                + " · valid "
                + LocalDate.ofInstant(certificate.notBefore(), viewer)
                + " to "
                + LocalDate.ofInstant(certificate.notAfter(), viewer);
    }

    /// A key on a token, in one line.
    public static String onToken(CertificateNames names, TokenSlot slot) {
        return whose(names) + " on the token " + Foreign.visible(slot.shown());
    }

    /// A kind of key, as a choice.
    public static String algorithm(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case EC_P256 -> "EC P-256 (for most)";
            case EC_P384 -> "EC P-384";
            case RSA -> "RSA, 3072 bits";
            case ED25519 -> "Ed25519 (newer openssl only)";
        };
    }
}
