// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.reports.Names;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.Signer;
import dev.countersign.core.json.JsonKind;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonNumber;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonWord;

import javafx.application.ColorScheme;

import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// How the window looked when it was closed, and who signed last.
///
/// @param scheme light or dark; null as the system has it
/// @param textPercent size of the text
/// @param width of the window's content
/// @param height of the window's content
/// @param maximized whether it filled the screen
/// @param preview whether the queue shows its preview
/// @param signer who signed last, with which key; never the PIN
/// @param authority the time-stamp authority that is asked when somebody signs; empty for none
/// @param names who stood on the last report
record Preferences(
        @Nullable ColorScheme scheme,
        double textPercent,
        double width,
        double height,
        boolean maximized,
        boolean preview,
        Signer signer,
        String authority,
        Names names) {
    /// Those of a first start.
    static final Preferences DEFAULT =
            new Preferences(null, 100, 1280, 800, false, false, Signer.NOBODY, "", Names.NONE);

    /// The least that all screens are laid out for, and the most that is believed.
    private static final double MIN_WIDTH = 1080;

    private static final double MIN_HEIGHT = 680;
    private static final double MOST = 16_384;

    /// What one member says is believed where it can be; what is not there, or says something else,
    /// is as at a first start.
    static Preferences of(JsonObject object) {
        String authority = object.string("time_stamp_authority");
        return new Preferences(
                scheme(object.string("theme")),
                Math.clamp(number(object, "text_percent", DEFAULT.textPercent), 50, 400),
                Math.clamp(number(object, "width", DEFAULT.width), MIN_WIDTH, MOST),
                Math.clamp(number(object, "height", DEFAULT.height), MIN_HEIGHT, MOST),
                yes(object, "maximized"),
                yes(object, "queue_preview"),
                signer(object),
                authority == null ? "" : authority,
                names(object));
    }

    private static Names names(JsonObject object) {
        String preparer = object.string("report_preparer");
        String reviewer = object.string("report_reviewer");
        return new Names(preparer == null ? "" : preparer, reviewer == null ? "" : reviewer);
    }

    private static Signer signer(JsonObject object) {
        String identity = object.string("signer");
        try {
            return new Signer(identity == null ? "" : identity, key(object));
        } catch (InvalidPathException e) {
            return Signer.NOBODY; // a path of another system
        }
    }

    private static @Nullable KeySource key(JsonObject object) {
        String file = object.string("signer_key");
        if (file != null) {
            String beside = object.string("signer_certificate");
            return new KeySource.File(Path.of(file), beside == null ? null : Path.of(beside));
        }
        if (object.get("signer_token") instanceof JsonObject token
                && token.get("slot") instanceof JsonNumber slot
                && slot.toLong() != null) {
            String library = token.string("library");
            String alias = token.string("alias");
            String shown = token.string("shown");
            return library == null || alias == null || shown == null
                    ? null
                    : new KeySource.Token(Path.of(library), slot.toLong(), alias, shown);
        }
        return null;
    }

    private static @Nullable ColorScheme scheme(@Nullable String word) {
        return switch (word) {
            case "light" -> ColorScheme.LIGHT;
            case "dark" -> ColorScheme.DARK;
            case null, default -> null;
        };
    }

    private static double number(JsonObject object, String key, double otherwise) {
        Long number = object.get(key) instanceof JsonNumber value ? value.toLong() : null;
        return number == null ? otherwise : number;
    }

    private static boolean yes(JsonObject object, String key) {
        return object.get(key) instanceof JsonWord(JsonKind kind) && kind == JsonKind.TRUE;
    }

    /// As it is kept.
    String text() {
        String theme =
                switch (scheme) {
                    case null -> "system";
                    case LIGHT -> "light";
                    case DARK -> "dark";
                };
        KeySource.File file = signer.key() instanceof KeySource.File found ? found : null;
        return JsonValue.object()
                        .with("theme", theme)
                        .with("text_percent", Math.round(textPercent))
                        .with("width", Math.round(width))
                        .with("height", Math.round(height))
                        .with("maximized", JsonValue.of(maximized))
                        .with("queue_preview", JsonValue.of(preview))
                        .with("signer", signer.identity())
                        .with("signer_key", file == null ? null : file.place().toString())
                        .with(
                                "signer_certificate",
                                file == null || file.certificate() == null
                                        ? null
                                        : file.certificate().toString())
                        .with("signer_token", token())
                        .with("time_stamp_authority", authority)
                        .with("report_preparer", names.preparer())
                        .with("report_reviewer", names.reviewer())
                        .build()
                        .text()
                + "\n";
    }

    private JsonValue token() {
        return signer.key()
                        instanceof KeySource.Token(Path library, long slot, var alias, var shown)
                ? JsonValue.object()
                        .with("library", library.toString())
                        .with("slot", slot)
                        .with("alias", alias)
                        .with("shown", shown)
                        .build()
                : JsonValue.JsonWord.NULL;
    }

    Preferences withLooks(@Nullable ColorScheme chosen, double percent) {
        return new Preferences(
                chosen, percent, width, height, maximized, preview, signer, authority, names);
    }

    Preferences withSize(double wide, double high, boolean whole) {
        return new Preferences(
                scheme, textPercent, wide, high, whole, preview, signer, authority, names);
    }

    Preferences withPreview(boolean shown) {
        return new Preferences(
                scheme, textPercent, width, height, maximized, shown, signer, authority, names);
    }

    Preferences withSigner(Signer last) {
        return new Preferences(
                scheme, textPercent, width, height, maximized, preview, last, authority, names);
    }

    Preferences withAuthority(String address) {
        return new Preferences(
                scheme, textPercent, width, height, maximized, preview, signer, address, names);
    }

    Preferences withNames(Names last) {
        return new Preferences(
                scheme, textPercent, width, height, maximized, preview, signer, authority, last);
    }
}
