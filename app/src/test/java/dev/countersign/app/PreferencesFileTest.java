// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.feature.reports.Names;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.Signer;

import javafx.application.ColorScheme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;

class PreferencesFileTest {
    private static final Signer SIGNER =
            new Signer("ann@example.com", new KeySource.File(Path.of("/home/ann/ann.p12")));

    @TempDir Path folder;

    private PreferencesFile file() {
        return new PreferencesFile(folder.resolve("data/window.json"));
    }

    private PreferencesFile.Read read(String text) throws Exception {
        Files.createDirectories(file().path().getParent());
        Files.writeString(file().path(), text);
        return file().read();
    }

    @Test
    void aFirstStartHasTheUsualLooksAndNothingToSay() {
        assertThat(file().read()).isEqualTo(new PreferencesFile.Read(Preferences.DEFAULT, ""));
    }

    @Test
    void whatWasKeptComesBack() {
        var kept =
                new Preferences(
                        ColorScheme.DARK,
                        125,
                        1600,
                        900,
                        true,
                        true,
                        SIGNER,
                        "http://tsa.example.com",
                        new Names("Ada", "Bo"));
        file().write(kept);
        assertThat(file().read()).isEqualTo(new PreferencesFile.Read(kept, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"theme\": }", "nonsense"})
    void aDamagedFileIsANoticeAndTheUsualLooks(String text) throws Exception {
        assertThat(read(text))
                .isEqualTo(
                        new PreferencesFile.Read(
                                Preferences.DEFAULT,
                                file().path()
                                        + " contains no preferences: theme, text and window are as"
                                        + " at a first start, and are kept anew."));
    }

    @Test
    void aFolderInItsPlaceIsANoticeToo() throws Exception {
        Files.createDirectories(file().path());
        assertThat(file().read().notice()).contains("cannot be read");
        file().write(Preferences.DEFAULT); // fails, and is no failure of the window
    }

    @Test
    void whatAMemberSaysIsBelievedWhereItCanBe() throws Exception {
        assertThat(
                        read("{\"theme\": \"pink\", \"text_percent\": \"big\", \"width\": 3,"
                                        + " \"height\": 99999999, \"maximized\": 1,"
                                        + " \"queue_preview\": true, \"later\": {}}")
                                .preferences())
                .isEqualTo(
                        new Preferences(
                                null,
                                100,
                                1080,
                                16_384,
                                false,
                                true,
                                Signer.NOBODY,
                                "",
                                Names.NONE));
    }
}
