// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// A draft e-mail as a file (RFC 5322, 2045, 2047): mail programs open it for editing because of
/// `X-Unsent`. Whatever stands in a run cannot make a header: control characters become spaces, and
/// what is not plain ASCII is encoded. It has no `From`: that is for the program that sends it.
///
/// @param to who hears of it, in words: the desk knows roles, not addresses
/// @param subject one line
/// @param date of the draft
/// @param id unique among drafts; letters, digits, `-`
/// @param body the text, lines end with `\n`
record DraftMail(List<String> to, String subject, Instant date, String id, String body) {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss '+0000'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /// An encoded word has at most 75 characters: 45 bytes are 60 of base64, and 12 stand around.
    private static final int WORD_BYTES = 45;

    private static final int LINE = 76;

    /// The whole file, ASCII, with CRLF.
    String text() {
        StringBuilder mail = new StringBuilder(1024);
        header(mail, "X-Unsent", "1");
        header(mail, "Date", DATE.format(date));
        header(mail, "Message-ID", "<" + id + "@countersign.invalid>");
        header(mail, "To", recipients());
        header(mail, "Subject", words(subject));
        header(mail, "MIME-Version", "1.0");
        header(mail, "Content-Type", "text/plain; charset=utf-8");
        header(mail, "Content-Transfer-Encoding", "base64");
        mail.append("\r\n");
        byte[] bytes =
                body.replace("\r", "").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        mail.append(
                Base64.getMimeEncoder(LINE, "\r\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(bytes));
        return mail.append("\r\n").toString();
    }

    private static void header(StringBuilder mail, String name, String value) {
        mail.append(name).append(": ").append(value).append("\r\n");
    }

    /// A group without members (RFC 5322, 3.4) is a legal recipient that can be read and replaced.
    private String recipients() {
        List<String> groups = new ArrayList<>();
        for (String recipient : to) {
            String name = words(recipient);
            groups.add((name.startsWith("=?") ? name : quoted(name)) + ":;");
        }
        return String.join(",\r\n ", groups);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// Plain ASCII as it is, anything else as encoded words, folded.
    static String words(String text) {
        String line = oneLine(text);
        boolean plain =
                line.length() <= LINE - 20
                        && !line.contains("=?")
                        && line.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        if (plain) {
            return line;
        }
        List<String> words = new ArrayList<>();
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < line.length(); ) {
            int next = line.offsetByCodePoints(i, 1);
            int size = line.substring(i, next).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > WORD_BYTES) {
                words.add(word(line.substring(from, i)));
                from = i;
                bytes = 0;
            }
            bytes += size;
            i = next;
        }
        words.add(word(line.substring(from)));
        return String.join("\r\n ", words);
    }

    private static String word(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(utf8) + "?=";
    }

    /// On one line: controls become spaces, what reorders or hides is seen.
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> line.appendCodePoint(shown(c)));
        return line.toString().strip();
    }

    private static int shown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.FORMAT, Character.SURROGATE -> 0xfffd;
            default -> c;
        };
    }
}
