// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A step of the build, run from its source: writes the launcher of the command line for the JDK
 * that runs this program, trains the cache (JEP 483, 514) that makes it start quickly, and tries
 * what tests do not see: the product as it is packed.
 *
 * <p>Arguments: the template, the folder for the launcher, the flags of the JVM, the main class to
 * train with and its arguments, the main class that tries the packed modules, the flags that
 * commands of the desk add, those added to them while their cache is recorded, and the flags of
 * commands that keep an index.
 */
final class Launcher {
    private Launcher() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path template = Path.of(args[0]);
        Path folder = Path.of(args[1]);
        List<String> flags = List.of(args[2].split(" "));
        List<String> command = List.of(args[3].split(" "));
        Path home = Path.of(System.getProperty("java.home"));

        String text =
                Files.readString(template)
                        .replace("@java.home@", home.toString())
                        .replace("@jvm.flags@", String.join(" ", flags))
                        .replace("@desk.flags@", args[5])
                        .replace("@index.flags@", args[7]);
        Path launcher = Files.writeString(folder.resolve("countersign"), text);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));

        Path java = home.resolve("bin").resolve("java");
        Path modules = folder.resolve("app");
        database(modules, folder.resolve("native"));
        Path cache = modules.resolve("countersign.aot");
        Files.deleteIfExists(cache);
        // which methods were busy is not recorded: else each start compiles them, and is over
        // before
        List<String> recording = new ArrayList<>(flags);
        recording.add("-XX:+UnlockDiagnosticVMOptions");
        recording.add("-XX:-AOTRecordTraining");
        recording.add("-XX:-AOTReplayTraining");
        recording.add("-XX:AOTCacheOutput=" + cache);
        run(java, recording, modules, command);
        Path desk = modules.resolve("desk.aot");
        Files.deleteIfExists(desk);
        List<String> trial = new ArrayList<>(flags);
        trial.addAll(List.of(args[5].split(" ")));
        trial.addAll(List.of(args[6].split(" ")));
        trial.add("-XX:AOTCacheOutput=" + desk);
        run(java, trial, modules, List.of(args[4], "desk"));
        // in a process of its own, as the papers: no short command needs it
        run(java, flags, modules, List.of(args[4], "migration"));
        papers(java, flags, modules, command.get(1));
    }

    /**
     * Makes a workpaper in each format of a run, as packed: libraries without a descriptor do not
     * say what else they need. In a process of its own, so that no cache has them.
     */
    private static void papers(Path java, List<String> flags, Path modules, String run)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("countersign-papers-");
        List<String> command = new ArrayList<>();
        command.add("dev.countersign.app/dev.countersign.app.Countersign");
        command.addAll(List.of("report", run));
        List<Path> papers = new ArrayList<>();
        for (String format : List.of("pdf", "xlsx", "csv", "html", "oscal")) {
            Path paper = folder.resolve("paper." + format);
            papers.add(paper);
            command.addAll(List.of("--" + format, paper.toString()));
        }
        run(java, flags, modules, command);
        for (Path paper : papers) {
            Files.delete(paper);
        }
        Files.delete(folder);
    }

    /**
     * Lays the database's native library beside the program: else each start unpacks it into the
     * folder for temporary files. Where it has another name than here, it does so still.
     */
    private static void database(Path modules, Path folder) throws IOException {
        Files.createDirectories(folder);
        String system = System.getProperty("os.name").startsWith("Mac") ? "Mac" : "Linux";
        String processor = System.getProperty("os.arch").replace("amd64", "x86_64");
        String name = System.mapLibraryName("sqlitejdbc");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(modules, "sqlite-jdbc-*.jar")) {
            for (Path jar : jars) {
                try (ZipFile zip = new ZipFile(jar.toFile())) {
                    ZipEntry library =
                            zip.getEntry(
                                    "org/sqlite/native/" + system + "/" + processor + "/" + name);
                    if (library != null) {
                        Files.copy(
                                zip.getInputStream(library),
                                folder.resolve(name),
                                StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    private static void run(Path java, List<String> flags, Path modules, List<String> command)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(java.toString()));
        line.addAll(flags);
        line.addAll(List.of("--module-path", modules.toString(), "--module"));
        line.addAll(command);
        Path log = modules.resolveSibling("training.log");
        int exit =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start()
                        .waitFor();
        if (exit != 0) {
            System.err.println(Files.readString(log));
            System.err.println("this ended with " + exit + ": " + line);
            System.exit(1);
        }
    }
}
