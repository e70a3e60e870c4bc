// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import java.time.Instant;
import java.util.List;

/// Why a key cannot be used to sign.
public sealed interface KeyProblem {
    /// One sentence for the person who wants to sign: what it is, and what to do.
    String message();

    /// The PIN does not open it.
    record WrongPin() implements KeyProblem {
        @Override
        public String message() {
            return "The PIN is wrong: enter it again.";
        }
    }

    /// The token has locked its PIN.
    record PinLocked() implements KeyProblem {
        @Override
        public String message() {
            return "The token has locked its PIN: unlock it with the token's own program.";
        }
    }

    /// There is no key in it.
    record NoKey() implements KeyProblem {
        @Override
        public String message() {
            return "There is no private key in it: choose the file or token that holds the key.";
        }
    }

    /// There are several, and none was named.
    ///
    /// @param aliases of all that could be meant
    record SeveralKeys(List<String> aliases) implements KeyProblem {
        public SeveralKeys {
            aliases = List.copyOf(aliases);
        }

        @Override
        public String message() {
            return "There are several keys in it: name one of " + list(aliases) + ".";
        }
    }

    /// None has this alias.
    ///
    /// @param alias the one that was named
    /// @param aliases those that are there
    record NoSuchKey(String alias, List<String> aliases) implements KeyProblem {
        public NoSuchKey {
            aliases = List.copyOf(aliases);
        }

        @Override
        public String message() {
            return "It has no key \"" + alias + "\". Its keys: " + list(aliases) + ".";
        }
    }

    /// There is a key and no certificate for it.
    ///
    /// @param alias of the key
    record NoCertificate(String alias) implements KeyProblem {
        @Override
        public String message() {
            return "The key \""
                    + alias
                    + "\" has no certificate: add it, or nobody can tell whose"
                    + " signature it is.";
        }
    }

    /// The certificate beside the key is that of another key.
    ///
    /// @param alias of both
    /// @param subject of the certificate
    record NotOfCertificate(String alias, String subject) implements KeyProblem {
        @Override
        public String message() {
            return "The key \""
                    + alias
                    + "\" does not belong to the certificate of "
                    + subject
                    + ": choose the one that does.";
        }
    }

    /// An RSA key of too few bits.
    ///
    /// @param alias of the key
    /// @param bits of its modulus
    record WeakKey(String alias, int bits) implements KeyProblem {
        @Override
        public String message() {
            return "The key \""
                    + alias
                    + "\" is RSA of "
                    + bits
                    + " bits: use one of at least 2048.";
        }
    }

    /// A kind of key that does not sign here.
    ///
    /// @param alias of the key
    /// @param found what kind, or which curve
    record UnsupportedKey(String alias, String found) implements KeyProblem {
        @Override
        public String message() {
            return "The key \""
                    + alias
                    + "\" is of a kind that is not supported ("
                    + found
                    + "): use RSA, EC P-256 or P-384, or Ed25519.";
        }
    }

    /// The certificate is not valid any more.
    ///
    /// @param subject of the certificate
    /// @param notAfter its last instant
    record Expired(String subject, Instant notAfter) implements KeyProblem {
        @Override
        public String message() {
            return "The certificate of "
                    + subject
                    + " expired at "
                    + notAfter
                    + ": ask for a new one.";
        }
    }

    /// The certificate is not valid yet.
    ///
    /// @param subject of the certificate
    /// @param notBefore its first instant
    record NotYetValid(String subject, Instant notBefore) implements KeyProblem {
        @Override
        public String message() {
            return "The certificate of "
                    + subject
                    + " is not valid before "
                    + notBefore
                    + ": wait, or check this computer's clock.";
        }
    }

    /// The certificate says that its key is for something else.
    ///
    /// @param subject of the certificate
    /// @param usages what it is for (RFC 5280, 4.2.1.3)
    record WrongUsage(String subject, List<String> usages) implements KeyProblem {
        public WrongUsage {
            usages = List.copyOf(usages);
        }

        @Override
        public String message() {
            return "The certificate of "
                    + subject
                    + " is not for signing, but for "
                    + list(usages)
                    + ": use one for a person, with digitalSignature or nonRepudiation.";
        }
    }

    /// The file is not what it should be.
    ///
    /// @param what is wrong with it, as a clause
    record Damaged(String what) implements KeyProblem {
        @Override
        public String message() {
            return "It cannot be read as a key (" + what + "): give a .p12, .pfx or .pem file.";
        }
    }

    /// A PKCS#12 file whose integrity nothing vouches for.
    record NoIntegrity() implements KeyProblem {
        @Override
        public String message() {
            return "The PKCS#12 file has no integrity check (MAC): export it again with one.";
        }
    }

    /// It is encrypted in a way that cannot be read here.
    ///
    /// @param algorithm its name, or its object identifier
    record UnknownEncryption(String algorithm) implements KeyProblem {
        @Override
        public String message() {
            return "It is encrypted in a way that is not supported ("
                    + algorithm
                    + "): export it again with AES.";
        }
    }

    /// There is no token in the slot, or no such slot.
    ///
    /// @param slots those with a token
    record NoToken(List<String> slots) implements KeyProblem {
        public NoToken {
            slots = List.copyOf(slots);
        }

        @Override
        public String message() {
            return slots.isEmpty()
                    ? "There is no token: insert it and try again."
                    : "There is no token in this slot, but in " + list(slots) + ".";
        }
    }

    /// There are several tokens, and no slot was named.
    ///
    /// @param slots those with a token
    record SeveralTokens(List<String> slots) implements KeyProblem {
        public SeveralTokens {
            slots = List.copyOf(slots);
        }

        @Override
        public String message() {
            return "There are several tokens: choose the slot of one of " + list(slots) + ".";
        }
    }

    /// Nobody has given the token a PIN.
    ///
    /// @param slot for people
    record NotInitialised(String slot) implements KeyProblem {
        @Override
        public String message() {
            return "The token in " + slot + " is not initialised: set it up with its own program.";
        }
    }

    /// The token shows no key with a certificate.
    record NoKeyOnToken() implements KeyProblem {
        @Override
        public String message() {
            return "The token shows no key with a certificate: put the certificate on it, under"
                    + " the same ID as its key.";
        }
    }

    /// A kind of key that signs here, but not on a token.
    ///
    /// @param alias of the key
    /// @param found what kind, or which curve
    record UnsupportedOnToken(String alias, String found) implements KeyProblem {
        @Override
        public String message() {
            return "The key \""
                    + alias
                    + "\" is of a kind that Java cannot use on a token ("
                    + found
                    + "): use RSA, EC P-256 or P-384.";
        }
    }

    /// The token refuses, or its library fails.
    ///
    /// @param said what the library says
    record TokenTrouble(String said) implements KeyProblem {
        @Override
        public String message() {
            return "The token does not work: " + said + ".";
        }
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "nothing" : String.join(", ", names);
    }
}
