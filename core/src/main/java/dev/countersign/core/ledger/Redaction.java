// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.ledger;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.json.JsonValue.Member;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes secrets out of an event's details, before they are hashed: what was hashed can never be
/// taken out of an append-only chain.
///
/// The whole value of a key is replaced by {@link #REDACTED}, at any depth, when the key, split at
/// case changes and at what is neither letter nor digit, has one of the words {@link #WORDS}, or
/// two neighbouring ones of {@link #PAIRS}, or ends in one of {@link #ENDINGS}. So is a text that
/// is a private key or an HTTP credential, whatever its key. Better too much than too little: a
/// `pin_file` goes too. Deeper than {@link #DEEPEST} levels a value is cut off.
public final class Redaction {
    /// What stands in place of a secret.
    public static final String REDACTED = "[redacted]";

    /// What stands in place of a value that is nested too deeply.
    public static final String TOO_DEEP = "[too deep]";

    /// The embedded store's index reads no deeper than 1,000 levels; nobody reads a hundred.
    static final int DEEPEST = 100;

    /// Words of a key that tell of a secret.
    static final Set<String> WORDS =
            Set.of(
                    "authorization",
                    "authentication",
                    "bearer",
                    "cookie",
                    "cookies",
                    "credential",
                    "credentials",
                    "cvv",
                    "otp",
                    "passcode",
                    "passphrase",
                    "passwd",
                    "password",
                    "passwords",
                    "pin",
                    "pins",
                    "puk",
                    "pwd",
                    "secret",
                    "secrets",
                    "token",
                    "tokens",
                    "apikey",
                    "privatekey",
                    "secretkey");

    /// Neighbouring words of a key that tell of one.
    static final Set<String> PAIRS =
            Set.of(
                    "access key",
                    "api key",
                    "encryption key",
                    "key material",
                    "master key",
                    "private key",
                    "signing key",
                    "symmetric key");

    /// Endings of a key written in one word.
    static final List<String> ENDINGS =
            List.of("password", "passwd", "passphrase", "secret", "token", "privatekey", "apikey");

    private static final Pattern BOUNDARY =
            Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");
    private static final Pattern SECRET_TEXT =
            Pattern.compile(
                    "-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----|^\\s*(?i:bearer|basic)\\s+\\S+\\s*$");

    private Redaction() {}

    /// The same object without secrets.
    public static JsonObject of(JsonObject details) {
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open("", details));
        while (true) {
            Open container = open.element();
            if (container.members.hasNext()) {
                Member next = container.members.next();
                if (isSecret(next)) {
                    container.add(next.key(), new JsonString(REDACTED));
                } else if (!isContainer(next.value())) {
                    container.add(next.key(), next.value());
                } else if (open.size() == DEEPEST) {
                    container.add(next.key(), new JsonString(TOO_DEEP));
                } else {
                    open.push(new Open(next.key(), next.value()));
                }
                continue;
            }
            open.pop();
            JsonValue done = container.close();
            if (open.isEmpty()) {
                return (JsonObject) done;
            }
            open.element().add(container.key, done);
        }
    }

    private static boolean isContainer(JsonValue value) {
        return value instanceof JsonObject || value instanceof JsonArray;
    }

    private static boolean isSecret(Member member) {
        return tellsOfASecret(member.key())
                || member.value() instanceof JsonString(String says)
                        && SECRET_TEXT.matcher(says).find();
    }

    /// Whether a key's value is taken out.
    static boolean tellsOfASecret(String key) {
        String before = "";
        for (String part : BOUNDARY.split(key, -1)) {
            String word = part.toLowerCase(Locale.ROOT);
            if (WORDS.contains(word)
                    || PAIRS.contains(before + " " + word)
                    || ENDINGS.stream().anyMatch(word::endsWith)) {
                return true;
            }
            before = word;
        }
        return false;
    }

    /// A container whose children are still being looked at.
    private static final class Open {
        private final String key;
        private final boolean object;
        private final Iterator<Member> members;
        private final List<Member> kept = new ArrayList<>();

        Open(String key, JsonValue container) {
            this.key = key;
            this.object = container instanceof JsonObject;
            this.members = children(container).iterator();
        }

        /// The values of an array as members without a name.
        private static List<Member> children(JsonValue container) {
            if (container instanceof JsonArray(List<JsonValue> values)) {
                return values.stream().map(value -> new Member("", value)).toList();
            }
            return ((JsonObject) container).members();
        }

        void add(String name, JsonValue value) {
            kept.add(new Member(name, value));
        }

        JsonValue close() {
            return object
                    ? new JsonObject(kept)
                    : new JsonArray(kept.stream().map(Member::value).toList());
        }
    }
}
