// SPDX-License-Identifier: Apache-2.0

package dev.countersign.resources;

import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Where the bundled files are. */
public final class Resources {
    private Resources() {}

    /** The faces of Inter and JetBrains Mono, for {@code Font.loadFont}. */
    public static List<URL> fonts() {
        return List.of(
                url("fonts/Inter-Regular.otf"),
                url("fonts/Inter-Italic.otf"),
                url("fonts/Inter-Medium.otf"),
                url("fonts/Inter-SemiBold.otf"),
                url("fonts/Inter-Bold.otf"),
                url("fonts/JetBrainsMono-Regular.ttf"),
                url("fonts/JetBrainsMono-Medium.ttf"),
                url("fonts/JetBrainsMono-Bold.ttf"));
    }

    /**
     * The faces that a document can carry inside it, as TrueType: text, bold text, and hashes.
     * Those of Inter are the same outlines as in {@link #fonts}, converted.
     */
    public static List<Supplier<InputStream>> documentFonts() {
        return List.of(
                () -> open("fonts/Inter-Regular.ttf"),
                () -> open("fonts/Inter-SemiBold.ttf"),
                () -> open("fonts/JetBrainsMono-Regular.ttf"));
    }

    /** A style sheet by name, such as {@code countersign}, for {@code Scene.getStylesheets}. */
    public static URL style(String name) {
        return url("css/" + name + ".css");
    }

    /** The JSON Schema (2020-12) of {@code policy.json}, for editors. */
    public static InputStream policySchema() {
        return open("policy/policy.schema.json");
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Resources.class.getResourceAsStream(name), name);
    }

    private static URL url(String name) {
        return Objects.requireNonNull(Resources.class.getResource(name), name);
    }
}
