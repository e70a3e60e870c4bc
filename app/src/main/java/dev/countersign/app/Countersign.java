// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.background.Threads;
import dev.countersign.app.cli.Cli;
import dev.countersign.app.cli.Console;
import dev.countersign.app.text.Quotes;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.trust.Randomness;

import org.jspecify.annotations.Nullable;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// The command `countersign`: a sub-command runs without a window, anything else opens it.
public final class Countersign {
    private static final int BUFFER = 1 << 16;
    private static final int COULD_NOT = 2;

    private Countersign() {}

    /// Exits with the command's code; the window ends by itself.
    public static void main(String[] args) {
        if (args.length == 0 || !Cli.knows(args[0])) {
            String why = noWindow(args);
            if (why != null) {
                System.err.println("countersign: " + Quotes.spelled(why));
                System.exit(COULD_NOT);
            }
            Main.main(args);
            return;
        }
        int code = run(System.in, List.of(args));
        if (Cli.opensNoDatabase(List.of(args)) || !unpacksLibrary()) {
            // exit would wake the logging of the JDK to report itself, which takes as long as the
            // command
            Runtime.getRuntime().halt(code);
        }
        System.exit(code);
    }

    /// Whether SQLite's driver has to unpack its native library, which it removes at exit: it does
    /// so where none lies beside the program.
    private static boolean unpacksLibrary() {
        String folder = System.getProperty("org.sqlite.lib.path");
        return folder == null
                || !SmallFile.exists(Path.of(folder, System.mapLibraryName("sqlitejdbc")));
    }

    /// Why no window can be opened, or null if it can.
    private static @Nullable String noWindow(String[] args) {
        if (args.length > 0 && !SmallFile.exists(Path.of(args[0]))) {
            return args[0]
                    + " is neither a command nor a path. `countersign help` shows what there is.";
        }
        boolean unix =
                File.separatorChar == '/' && !System.getProperty("os.name").startsWith("Mac");
        boolean display =
                System.getenv("DISPLAY") != null || System.getProperty("glass.platform") != null;
        return unix && !display
                ? "there is no display for a window. `countersign verify PATH` needs none."
                : null;
    }

    /// Runs one command on the real world and returns its exit code.
    static int run(InputStream in, List<String> words) {
        return run(
                in,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                words);
    }

    /// The same with other ends. What was printed and did not arrive was not done.
    static int run(InputStream in, OutputStream to, OutputStream complaints, List<String> words) {
        StandardOutput standard = new StandardOutput(to);
        PrintStream out = stream(standard, false);
        PrintStream err = stream(complaints, true);
        Console console =
                new Console(
                        in,
                        out,
                        err,
                        Threads.workers("verify"),
                        InstantSource.system(),
                        Randomness::system,
                        Countersign::aPersonWatches);
        int code = code(words, console);
        out.flush();
        err.flush();
        if (standard.whole()) {
            return code;
        }
        standard.lost().ifPresent(lost -> err.println("countersign: " + Quotes.spelled(lost)));
        err.flush();
        return COULD_NOT;
    }

    /// Our own mistakes are said like all else, in a sentence, and are no answer.
    private static int code(List<String> words, Console console) {
        try {
            return Cli.run(words, console);
        } catch (RuntimeException | Error e) {
            StackTraceElement[] places = e.getStackTrace();
            String place = places.length == 0 ? "" : " at " + places[0];
            console.err()
                    .println(
                            "countersign: this is a mistake of Countersign, not of yours: "
                                    + Quotes.spelled(e + place)
                                    + ". No answer was given; please report it.");
            return COULD_NOT;
        }
    }

    /// UTF-8 whatever the locale: what is printed must be the same everywhere.
    private static PrintStream stream(OutputStream to, boolean eachLine) {
        return new PrintStream(
                new BufferedOutputStream(to, BUFFER), eachLine, StandardCharsets.UTF_8);
    }

    /// Asked late, by long work only: finding out takes longer than a short command.
    private static boolean aPersonWatches() {
        var terminal = System.console();
        return terminal != null && terminal.isTerminal();
    }
}
