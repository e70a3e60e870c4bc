// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.core.testkit.TestAuthority.Holder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * SoftHSM 2: tokens without hardware. It looks for its configuration in the environment, which the
 * build sets, and for tokens once a process: all of them are made before the first is used.
 */
public final class SoftHsm {
    public static final Path LIBRARY =
            Stream.of(
                            "/usr/lib/softhsm/libsofthsm2.so",
                            "/usr/lib64/softhsm/libsofthsm2.so",
                            "/opt/homebrew/lib/softhsm/libsofthsm2.so")
                    .map(Path::of)
                    .filter(Files::exists)
                    .findFirst()
                    .orElse(Path.of("no-softhsm"));

    private final Path folder;

    private SoftHsm(Path folder) {
        this.folder = folder;
    }

    /** Without any token; the test is skipped where there is no SoftHSM. */
    public static SoftHsm empty() {
        String configuration = System.getenv("SOFTHSM2_CONF");
        assumeTrue(
                Files.exists(LIBRARY) && configuration != null,
                "SoftHSM 2 is not installed: nothing is tried with tokens");
        Path file = Path.of(configuration);
        Path folder = file.resolveSibling("tokens");
        try {
            clear(folder);
            Files.createDirectories(folder);
            Files.writeString(
                    file, "directories.tokendir = " + folder + "\nobjectstore.backend = file\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SoftHsm(folder);
    }

    /** Makes a token. */
    public void token(String label, String pin) {
        run(
                "softhsm2-util --init-token --free --label "
                        + label
                        + " --pin "
                        + pin
                        + " --so-pin 5678");
    }

    /** Puts a PKCS#8 key on a token, without a certificate. */
    public void importKey(String label, String pin, Path key, String id) {
        run(
                ("softhsm2-util --import "
                        + key
                        + " --token "
                        + label
                        + " --pin "
                        + pin
                        + " --label k"
                        + id
                        + " --id "
                        + id));
    }

    /** Puts a certificate beside such a key; false where OpenSC's tool is missing. */
    public boolean importCertificate(String label, String pin, Path der, String id) {
        if (!Files.exists(Path.of("/usr/bin/pkcs11-tool"))) {
            return false;
        }
        run(
                "pkcs11-tool --module "
                        + LIBRARY
                        + " --token-label "
                        + label
                        + " --login --pin "
                        + pin
                        + " --write-object "
                        + der
                        + " --type cert --id "
                        + id
                        + " --label k"
                        + id);
        return true;
    }

    /** Puts keys with their certificates on the token of a slot. */
    public void put(long slot, String pin, Map<String, Holder> holders) {
        Provider provider =
                Security.getProvider("SunPKCS11")
                        .configure(
                                "--name=test\nlibrary="
                                        + LIBRARY
                                        + "\nslot="
                                        + slot
                                        + "\ndestroyTokenAfterLogout=true\n");
        try {
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin.toCharArray());
            for (Map.Entry<String, Holder> entry : holders.entrySet()) {
                store.setKeyEntry(
                        entry.getKey(),
                        entry.getValue().key(),
                        null,
                        entry.getValue().chain().toArray(new X509Certificate[0]));
            }
            ((AuthProvider) provider).logout();
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private void run(String line) {
        try {
            Process process =
                    new ProcessBuilder(line.split(" "))
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(line + ": " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
