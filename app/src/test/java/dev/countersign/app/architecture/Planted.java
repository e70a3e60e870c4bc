// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.architecture;

import dev.countersign.core.chain.ChainVerifier;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;

import org.jspecify.annotations.Nullable;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.time.Instant;

/** One breach for each rule of {@link ArchitectureTest}. */
final class Planted {
    private Planted() {}

    static final class OpensAFile {
        boolean exists(Path path) {
            return Files.exists(path);
        }
    }

    static final class AsksTheClock {
        Instant now() {
            return Instant.now();
        }
    }

    static final class StartsAThread {
        void later(Runnable work) {
            Platform.runLater(work);
        }
    }

    static final class DrawsWithAwt {
        BufferedImage picture() {
            return new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        }
    }

    static final class CallsANetwork {
        Socket anybody() {
            return new Socket();
        }
    }

    static final class FollowsAnAddress {
        Object there(URL address) throws IOException {
            return address.getContent();
        }
    }

    static final class LoadsAPicture {
        Image from(String address) {
            return new Image(address);
        }
    }

    static final class Hashes {
        int provided() {
            return Security.getProviders().length;
        }
    }

    static final class KeepsState {
        static int count;
    }

    static final class Singleton {
        static Singleton getInstance() {
            return new Singleton();
        }
    }

    static final class FileHelper {}

    static final class ServiceView {
        @Nullable ChainVerifier verifier;
    }

    static final class SceneViewModel {
        @Nullable Scene scene;
    }
}
