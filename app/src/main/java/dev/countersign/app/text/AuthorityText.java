// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.trust.TimeStampFault;

import java.nio.file.Path;

/// Asking time-stamp authorities, in words.
public final class AuthorityText {
    private AuthorityText() {}

    /// That an authority cannot be there.
    public static String noAddress(String address) {
        return Quotes.line(address)
                + " is not the address of a time-stamp authority: it begins with http:// or"
                + " https://.";
    }

    /// That nothing waits for an answer; within a sentence about it.
    public static String alone(String request, String response) {
        return "answers nothing here: put it beside "
                + Quotes.line(request)
                + " and "
                + Quotes.line(response)
                + ", which were written when the request was";
    }

    /// That what lies beside an answer is not what it should be; within a sentence about it.
    public static String beside(Path file, String why) {
        return "cannot be used: " + file + " " + why;
    }

    /// Why an answer does not count; within a sentence about it.
    public static String refused(TimeStampFault fault) {
        String sentence = fault.message();
        return "does not count: " + sentence.substring(0, sentence.length() - 1);
    }
}
