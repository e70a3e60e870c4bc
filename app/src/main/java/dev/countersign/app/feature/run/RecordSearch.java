// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.text.EventText;
import dev.countersign.app.text.Quotes;
import dev.countersign.core.run.RunEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Finds records of a run by number, by the first digits of their hash, and by event.
public final class RecordSearch {
    /// Fewer digits of a hash name nothing.
    private static final int DIGITS = 4;

    private static final String HASH = "hash";

    private RecordSearch() {}

    /// A record that was found.
    ///
    /// @param event the record
    /// @param title its number
    /// @param detail what happened, and its hash
    /// @param text what it can be found by, in lower case
    public record Hit(RunEvent event, String title, String detail, String text) {
        static Hit of(RunEvent event) {
            String hash = event.text(HASH);
            String number = Long.toString(event.record());
            String text = number + " #" + number + " record " + event.event() + " " + hash;
            return new Hit(
                    event,
                    "Record " + number,
                    EventText.title(event) + (hash == null ? "" : " · " + Quotes.hash(hash)),
                    text.toLowerCase(Locale.ROOT));
        }
    }

    /// The records that every typed word names, in file order: `14`, `#14`, `record 14`, `3aa0d4`,
    /// `approval_rec`.
    ///
    /// @param limit no more than that
    public static List<Hit> find(List<RunEvent> events, String typed, int limit) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        List<Hit> found = new ArrayList<>();
        if (text.isEmpty()) {
            return found;
        }
        String[] words = text.split("\\s+");
        for (RunEvent event : events) {
            if (found.size() == limit) {
                break;
            }
            if (named(event, words)) {
                found.add(Hit.of(event));
            }
        }
        return found;
    }

    /// The word "record" before a number says nothing more.
    private static boolean named(RunEvent event, String[] words) {
        for (String word : words) {
            boolean filler = words.length > 1 && "record".startsWith(word);
            if (!filler && !named(event, word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean named(RunEvent event, String word) {
        String number = word.startsWith("#") ? word.substring(1) : word;
        if (number.equals(Long.toString(event.record()))
                || event.event().toLowerCase(Locale.ROOT).contains(word)) {
            return true;
        }
        String hash = word.length() < DIGITS ? null : event.text(HASH);
        return hash != null && hash.startsWith(word);
    }
}
