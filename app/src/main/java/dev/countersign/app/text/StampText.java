// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.trust.TimeStampCheck;
import dev.countersign.core.trust.TrustVerdict;

import org.jspecify.annotations.Nullable;

/// Time-stamps of files.
public final class StampText {
    private StampText() {}

    /// When and by whose clock, and whether that clock is trusted; or why it says nothing.
    ///
    /// @param authority whether its certificate is trusted; null if nobody asked
    public static String sentence(TimeStampCheck check, @Nullable TrustVerdict authority) {
        return switch (check) {
            case TimeStampCheck.Stamped right ->
                    "Time-stamped at "
                            + right.time()
                            + " by "
                            + Quotes.line(right.authority().names().shown())
                            + trust(authority)
                            + ".";
            case TimeStampCheck.Failed failed ->
                    "Its time-stamp proves no time: "
                            + clause(failed.faults().getFirst().message())
                            + ". What it has seen still counts.";
        };
    }

    private static String trust(@Nullable TrustVerdict authority) {
        return switch (authority) {
            case null -> "";
            case TrustVerdict.Trusted _ -> ", which is trusted";
            case TrustVerdict.NotTrusted not ->
                    ", which is not trusted (" + clause(not.faults().getFirst().message()) + ")";
            case TrustVerdict.NotChecked _ ->
                    ", whose certificate was not checked against any anchor";
        };
    }

    /// Whether the authority is trusted, in one word of the contract.
    public static String trustWord(@Nullable TrustVerdict authority) {
        return switch (authority) {
            case TrustVerdict.Trusted _ -> "verified";
            case TrustVerdict.NotTrusted _ -> "failed";
            case TrustVerdict.NotChecked _ -> "not_checked";
            case null -> "not_checked";
        };
    }

    private static String clause(String sentence) {
        String clause =
                sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return clause.isEmpty()
                ? clause
                : Character.toLowerCase(clause.charAt(0)) + clause.substring(1);
    }
}
