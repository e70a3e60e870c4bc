// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.background.Job;
import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.text.RowText;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// Goes to a record by its number, or to the next one that has a text in it.
public final class SearchModel {
    private final LogDesk desk;
    private final Jobs jobs;
    private final RecordsModel records;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private @Nullable Job job;
    private int asked;

    SearchModel(LogDesk desk, Jobs jobs, RecordsModel records) {
        this.desk = desk;
        this.jobs = jobs;
        this.records = records;
    }

    /// What came of the last search.
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /// Forgets what was looked for.
    void forget() {
        asked++;
        words.set("");
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    /// Looks for it behind the selected record, then from the start.
    ///
    /// @param path what is open
    /// @param typed a number, the beginning of a hash, or any text
    public void find(Path path, String typed) {
        forget();
        LogPicture picture = records.pictureProperty().get();
        String text = typed.strip();
        if (picture == null || text.isEmpty() || picture.known() == 0) {
            return;
        }
        long number = number(text);
        if (number >= 0 && number < picture.known()) {
            found(number, RowText.went(number));
            return;
        }
        int mine = asked;
        words.set(RowText.SEARCHING);
        long from = Math.min(records.selectedProperty().get() + 1, picture.known() - 1);
        job =
                jobs.<Long>start(
                        (progress, cancellation) -> {
                            long hit = desk.find(path, picture, from, text, cancellation);
                            return hit >= 0 || from == 0 || cancellation.requested()
                                    ? hit
                                    : desk.find(path, picture, 0, text, cancellation);
                        },
                        progress -> {},
                        end -> {
                            if (mine == asked) {
                                ended(from, text, end);
                            }
                        });
    }

    private void ended(long from, String text, JobEnd<Long> end) {
        job = null;
        switch (end) {
            case JobEnd.Done<Long>(Long hit, _) -> {
                if (hit < 0) {
                    words.set(RowText.nothing(text));
                } else {
                    found(hit, RowText.found(hit, hit < from));
                }
            }
            case JobEnd.Failed<Long>(String sentence) -> words.set(sentence);
        }
    }

    private void found(long record, String said) {
        records.select(record);
        words.set(said);
    }

    private static long number(String text) {
        String digits = text.replace(",", "");
        boolean plain = digits.length() <= 18 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain && !digits.isEmpty() ? Long.parseLong(digits) : -1;
    }
}
