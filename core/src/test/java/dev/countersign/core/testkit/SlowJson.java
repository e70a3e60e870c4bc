// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// JSON as CPython 3.11 reads and writes it, and RFC 8785: slow, recursive, and easy to see
/// through.
///
/// The second opinion that the real reader and writers are tested against. Shares no code with
/// them.
public final class SlowJson {
    private SlowJson() {}

    /// What keeps bytes from being a JSON value.
    public enum Why {
        /// They are not UTF-8.
        ENCODING,
        /// They start with a byte-order mark.
        BOM,
        /// The text is not JSON.
        JSON
    }

    /// The bytes are not a JSON value.
    public static final class NotJson extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Why why;

        NotJson(Why why, String message) {
            super(message);
            this.why = why;
        }

        /// What is wrong.
        public Why why() {
            return why;
        }
    }

    /// The value has no form in RFC 8785.
    public static final class NotJcs extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotJcs(String message) {
            super(message);
        }
    }

    /// Reads one value from strict UTF-8.
    ///
    /// @throws NotJson if the bytes are anything else
    public static SlowValue parse(byte[] utf8) {
        String text = decode(utf8);
        if (text.startsWith("\ufeff")) {
            throw new NotJson(Why.BOM, "byte-order mark");
        }
        return SlowParser.parse(text);
    }

    /// Strict UTF-8.
    ///
    /// @throws NotJson if the bytes are anything else
    public static String decode(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new NotJson(Why.ENCODING, "not UTF-8");
        }
    }

    /// Profile A: `json.dumps(value, sort_keys=True)`.
    public static String a(SlowValue value) {
        return SlowWriter.A.write(value);
    }

    /// Profile B: profile A with `separators=(",", ":")`.
    public static String b(SlowValue value) {
        return SlowWriter.B.write(value);
    }

    /// Profile J: RFC 8785.
    ///
    /// @throws NotJcs if the value has no such form
    public static String j(SlowValue value) {
        return SlowWriter.J.write(value);
    }

    /// A line as the producers write it: `json.dumps(value)`.
    public static String line(SlowValue value) {
        return SlowWriter.LINE.write(value);
    }

    /// The form of checkpoints: `json.dumps(value, indent=2)`.
    public static String indent2(SlowValue value) {
        return SlowWriter.LINE.indented(value, "");
    }
}
