// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.resources.Resources;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// WCAG 2.2: 3:1 for what must be seen (1.4.11), 4.5:1 for what must be read (1.4.3).
class ContrastTest {
    @ParameterizedTest
    @CsvSource({
        "line-strong, surface, 3",
        "line-strong, bg, 3",
        "state-intact, surface, 3",
        "state-unread, surface, 3",
        "state-unanchored, surface, 4",
        "state-branch, surface, 3",
        "state-order, surface, 3",
        "state-broken, surface, 3",
        "state-malformed-edge, surface, 3",
        "state-branch-text, surface, 4.5",
        "state-order-text, surface, 4.5",
        "state-branch-text, selected, 4.5",
        "state-order-text, selected, 4.5",
        "text, surface, 4.5",
        "text-muted, surface, 4.5",
        "text-muted, bg, 4.5",
        "text-muted, rail, 4.5",
        "text-muted, selected, 4.5",
        "text-muted, hover, 4.5",
        "text-muted, raised, 4.5",
        "text, selected, 4.5",
        "verified-text, surface, 4.5",
        "failed-text, surface, 4.5",
        "failed-text, failed-tint, 4.5",
        "malformed-text, surface, 4.5",
        "open-text, surface, 4.5",
        "note-text, surface, 4.5",
        "verified-text, verified-tint, 4.5",
        "malformed-text, malformed-tint, 4.5",
        "open-text, open-tint, 4.5",
        "note-text, note-tint, 4.5",
        "text, note-tint, 4.5",
        "text, failed-tint, 4.5",
        "text, malformed-tint, 4.5",
        "text, verified-tint, 4.5"
    })
    void isSeenInBothThemes(String colour, String ground, double atLeast) throws IOException {
        for (String theme : new String[] {"tokens-light", "tokens-dark"}) {
            assertThat(ratio(luminance(theme, colour), luminance(theme, ground)))
                    .as("%s: %s on %s", theme, colour, ground)
                    .isGreaterThanOrEqualTo(atLeast);
        }
    }

    private static double ratio(double a, double b) {
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String theme, String token) throws IOException {
        String css;
        try (var in = Resources.style(theme).openStream()) {
            css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Matcher m = Pattern.compile("-cs-" + token + ": #([0-9a-f]{6});").matcher(css);
        assertThat(m.find()).as(token).isTrue();
        int rgb = Integer.parseInt(m.group(1), 16);
        return 0.2126 * linear(rgb >> 16)
                + 0.7152 * linear(rgb >> 8 & 0xff)
                + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
