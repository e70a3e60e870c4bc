// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import dev.countersign.core.chain.ChainFormat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a chain format says of one record: which text is hashed, and how a record is sealed
/// (FORMATS 2 and 3).
public final class SlowChain {
    private SlowChain() {}

    /// The text under a record's hash.
    ///
    /// @throws SlowJson.NotJcs if the format's profile has no form for it
    public static String covered(ChainFormat format, SlowValue.Obj record) {
        SlowValue.Obj part = record;
        for (String key : record.fields().keySet()) {
            part = format.covers(key) ? part : part.without(key);
        }
        return switch (format.profile()) {
            case A -> SlowJson.a(part);
            case B -> SlowJson.b(part);
            case J -> SlowJson.j(part);
        };
    }

    /// The hash of what a record says, lower-case hex.
    public static String hash(ChainFormat format, SlowValue.Obj record) {
        return hex(format.digest().algorithm(), covered(format, record));
    }

    /// The record with the hash of what it says; an existing hash field keeps its place.
    public static SlowValue.Obj sealed(ChainFormat format, SlowValue.Obj record) {
        return record.with(format.hashField(), hash(format, record));
    }

    /// The record put below another one, and sealed.
    public static SlowValue.Obj below(ChainFormat format, String link, SlowValue.Obj record) {
        return sealed(format, record.with(format.prevField(), link));
    }

    /// SHA-256 of a text, lower-case hex.
    public static String sha256(String text) {
        return hex("SHA-256", text);
    }

    /// SHA-256 of bytes, lower-case hex.
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest("SHA-256").digest(bytes));
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String hex(String algorithm, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(digest(algorithm).digest(bytes));
    }
}
