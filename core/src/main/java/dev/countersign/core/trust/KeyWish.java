// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The key and certificate that somebody wants who has none.
///
/// @param algorithm what kind; an RSA key gets 3072 bits
/// @param name of the person
/// @param email of the person: what the policy knows them by
/// @param from when on a self-signed certificate is valid
/// @param until the last instant at which it is
public record KeyWish(
        KeyAlgorithm algorithm, String name, String email, Instant from, Instant until) {
    /// RFC 5280, appendix A: the upper bound of a common name.
    private static final int LONGEST_NAME = 64;

    private static final int LONGEST_EMAIL = 254;
    private static final int SHORTEST_PIN = 8;
    private static final Pattern EMAIL =
            Pattern.compile("[!-~&&[^@<>,;:\\\\\"()\\[\\]]]+@[A-Za-z0-9.-]+");

    /// What is wrong with it; nothing if the key can be made.
    ///
    /// @param pin what shall protect the file
    public List<Problem> problems(Pin pin) {
        List<Problem> problems = new ArrayList<>();
        boolean control = name.chars().anyMatch(Character::isISOControl);
        if (name.isBlank() || name.length() > LONGEST_NAME || control) {
            problems.add(Problem.NAME);
        }
        if (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches()) {
            problems.add(Problem.EMAIL);
        }
        if (!until.isAfter(from)) {
            problems.add(Problem.VALIDITY);
        }
        if (pin.reveal().length < SHORTEST_PIN) {
            problems.add(Problem.PIN);
        }
        return problems;
    }

    /// What can be wrong with a wish.
    public enum Problem {
        /// No name, or a longer one than certificates have.
        NAME("Give a name of 1 to 64 characters."),
        /// Not an e-mail address in ASCII.
        EMAIL("Give one e-mail address, such as name@example.com."),
        /// It would end before it begins.
        VALIDITY("The certificate has to end after it begins."),
        /// Whoever copies the file has all the time in the world to try.
        PIN("Choose a PIN of at least 8 characters: it alone protects the file.");

        private final String sentence;

        Problem(String sentence) {
            this.sentence = sentence;
        }

        /// One sentence.
        public String message() {
            return sentence;
        }
    }
}
