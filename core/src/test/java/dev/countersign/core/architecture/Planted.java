// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.architecture;

import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
        void start(Runnable work) {
            new Thread(work).start();
        }
    }

    static final class StartsAProcess {
        ProcessBuilder program() {
            return new ProcessBuilder("true");
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

    static final class Hashes {
        int provided() {
            return Security.getProviders().length;
        }
    }

    static final class KeepsState {
        static int count;
    }

    static final class KeepsStateInAConstant {
        static final ArrayList<String> SEEN = new ArrayList<>(List.of());
    }

    static final class Singleton {
        static Singleton getInstance() {
            return new Singleton();
        }
    }

    static final class FileHelper {}

    static final class Prints {
        void print() {
            System.out.println();
        }
    }

    static final class Logs {
        System.Logger logger() {
            return System.getLogger("planted");
        }
    }
}
