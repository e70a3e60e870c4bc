// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.resources.Resources;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// WCAG 2.2: 3:1 for what must be seen (1.4.11), 4.5:1 for what must be read (1.4.3). Every colour
/// of the token files is held against every ground that it can stand on.
class ContrastTest {
    private static final double READ = 4.5;
    private static final double SEEN = 3;
    private static final List<String> GROUNDS =
            List.of("bg", "rail", "surface", "raised", "hover", "selected");
    private static final List<String> TINTS =
            List.of("verified", "failed", "malformed", "open", "note");

    /// Never alone: a darker edge or the words beside them are what is seen.
    private static final List<String> EDGED = List.of("malformed", "note", "state-malformed");

    /// Lines between things, no things.
    private static final List<String> QUIET = List.of("line");

    @ParameterizedTest
    @ValueSource(strings = {"tokens-light", "tokens-dark"})
    void everyTextIsReadOnEveryGround(String theme) throws IOException {
        Map<String, Double> tokens = luminances(theme);
        List<String> tooPale = new ArrayList<>();
        for (String text : tokens.keySet()) {
            if (text.equals("text") || text.equals("text-muted") || text.endsWith("-text")) {
                GROUNDS.forEach(ground -> hold(tokens, text, ground, READ, tooPale));
            }
        }
        for (String tint : TINTS) {
            for (String text : List.of("text", "text-muted", tint + "-text")) {
                hold(tokens, text, tint + "-tint", READ, tooPale);
            }
        }
        hold(tokens, "on-accent", "accent", READ, tooPale);
        hold(tokens, "surface", "failed-text", READ, tooPale); // SEV-1
        hold(tokens, "bg", "text", READ, tooPale); // what is said where one points, and news
        assertThat(tooPale).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokens-light", "tokens-dark"})
    void everyShapeIsSeenOnEveryGround(String theme) throws IOException {
        Map<String, Double> tokens = luminances(theme);
        List<String> tooPale = new ArrayList<>();
        for (String shape : tokens.keySet()) {
            boolean other =
                    GROUNDS.contains(shape)
                            || EDGED.contains(shape)
                            || QUIET.contains(shape)
                            || shape.endsWith("-tint")
                            || shape.startsWith("on-")
                            || shape.contains("text");
            if (!other) {
                GROUNDS.forEach(ground -> hold(tokens, shape, ground, SEEN, tooPale));
            }
        }
        assertThat(tooPale).isEmpty();
    }

    @Test
    void bothThemesHaveTheSameColours() throws IOException {
        assertThat(luminances("tokens-light").keySet())
                .isEqualTo(luminances("tokens-dark").keySet())
                .hasSize(38);
    }

    private static void hold(
            Map<String, Double> tokens,
            String colour,
            String ground,
            double atLeast,
            List<String> tooPale) {
        double ratio = ratio(tokens.get(colour), tokens.get(ground));
        if (ratio < atLeast) {
            tooPale.add(String.format(Locale.ROOT, "%s on %s: %.2f", colour, ground, ratio));
        }
    }

    private static double ratio(double a, double b) {
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static Map<String, Double> luminances(String theme) throws IOException {
        String css;
        try (var in = Resources.style(theme).openStream()) {
            css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Map<String, Double> found = new TreeMap<>();
        Matcher m = Pattern.compile("-cs-([a-z-]+): #([0-9a-f]{6});").matcher(css);
        while (m.find()) {
            int rgb = Integer.parseInt(m.group(2), 16);
            found.put(
                    m.group(1),
                    0.2126 * linear(rgb >> 16)
                            + 0.7152 * linear(rgb >> 8 & 0xff)
                            + 0.0722 * linear(rgb & 0xff));
        }
        return found;
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
