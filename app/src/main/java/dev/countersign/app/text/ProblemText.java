// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.json.JsonProblem;

/// Why a text is not JSON, as the end of a sentence.
public final class ProblemText {
    private ProblemText() {}

    /// What is wrong with the text, without the place.
    public static String what(JsonProblem.Kind kind) {
        return switch (kind) {
            case ENDS_EARLY -> "it ends in the middle of a value";
            case UNEXPECTED -> "there is a character where JSON allows none";
            case TRAILING -> "something follows the record";
            case CONTROL_CHARACTER -> "a control character inside a string is not escaped";
            case BAD_ESCAPE -> "a backslash starts no escape that JSON knows";
            case BAD_NUMBER -> "a number is not written as JSON writes it";
            case NOT_UTF8 -> "the bytes form no character";
            case BYTE_ORDER_MARK -> "a byte-order mark";
            case LONE_SURROGATE -> "half of a surrogate pair";
            case NOT_FINITE -> "NaN or an infinity";
            case NUMBER_RANGE -> "a number that would lose digits";
            case TOO_MANY_VALUES -> "it has more values than the limit";
            case TOO_LONG -> "it is longer than the limit";
        };
    }

    /// Where it shows: bytes count from 0, in the line and in the file.
    ///
    /// @param lineOffset of the line's first byte in the file
    public static String where(JsonProblem problem, long lineOffset) {
        return "at byte "
                + problem.at()
                + " of the line, byte "
                + (lineOffset + problem.at())
                + " of the file";
    }

    /// What and where.
    public static String clause(JsonProblem problem, long lineOffset) {
        return what(problem.kind()) + " " + where(problem, lineOffset);
    }
}
