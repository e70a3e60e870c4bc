// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.sampling;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// A share in percent, exact.
///
/// @param value 0 to 100
public record Percent(BigDecimal value) {
    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,3}(\\.[0-9]{1,9})?|\\.[0-9]{1,9})%?");
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /// Reads one, such as `95` or `0.5%`; null if the text is none.
    public static @Nullable Percent of(String text) {
        if (!FORM.matcher(text).matches()) {
            return null;
        }
        BigDecimal value = new BigDecimal(text.replace("%", ""));
        return value.compareTo(ALL) > 0 ? null : new Percent(value);
    }

    /// As a share of 1.
    public BigDecimal share() {
        return value.movePointLeft(2);
    }

    /// As it is written.
    @Override
    public String toString() {
        return value.stripTrailingZeros().toPlainString();
    }
}
