// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.keys;

import dev.countersign.core.trust.KeyAlgorithm;
import dev.countersign.core.trust.KeyWish;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// What somebody said so far of the key that they want.
public final class KeyDraft {
    /// As long as browsers believe a certificate.
    private static final Duration VALID = Duration.ofDays(825);

    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty email = new SimpleStringProperty("");
    private final ObjectProperty<KeyAlgorithm> algorithm =
            new SimpleObjectProperty<>(KeyAlgorithm.EC_P256);
    private final ObjectProperty<KeyOrder.Kind> kind =
            new SimpleObjectProperty<>(KeyOrder.Kind.SELF_SIGNED);
    private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();

    KeyDraft() {}

    /// Of the person.
    public StringProperty nameProperty() {
        return name;
    }

    /// What the policy knows them by.
    public StringProperty emailProperty() {
        return email;
    }

    /// What kind of key.
    public ObjectProperty<KeyAlgorithm> algorithmProperty() {
        return algorithm;
    }

    /// Who vouches for it.
    public ObjectProperty<KeyOrder.Kind> kindProperty() {
        return kind;
    }

    /// Where to; null while nobody said.
    public ObjectProperty<@Nullable Path> fileProperty() {
        return file;
    }

    /// Nobody said where to: no file is made twice.
    void begin() {
        file.set(null);
    }

    KeyWish wish(Instant now) {
        return new KeyWish(
                algorithm.get(), name.get().strip(), email.get().strip(), now, now.plus(VALID));
    }

    KeyOrder order(Path to) {
        return new KeyOrder(
                name.get().strip(), email.get().strip(), algorithm.get(), kind.get(), to);
    }

    /// What the file may be called.
    String proposed() {
        String word = name.get().strip().toLowerCase(Locale.ROOT);
        String plain = word.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return (plain.isEmpty() ? "my-key" : plain) + ".p12";
    }
}
