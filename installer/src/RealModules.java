// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A step of the build, run from its source: jlink packs modules with a descriptor only, and some
 * libraries (Flyway, PDFBox) have none. Copies the module path and gives each of them the open
 * descriptor that jdeps finds, which grants them what they have on the class path: everything they
 * name, all services they provide, and reflection.
 *
 * <p>Arguments: the module path as it was packed, the folder to make for the copy (empty or not
 * there), and one for what is in between.
 */
final class RealModules {
    private static final Pattern SERVICE = Pattern.compile("^\\s*provides\\s+(\\S+)", Pattern.MULTILINE);

    private RealModules() {}

    public static void main(String[] args) throws IOException {
        Path from = Path.of(args[0]);
        Path to = Files.createDirectories(Path.of(args[1]));
        Path work = Files.createDirectories(Path.of(args[2]));
        try (Stream<Path> jars = Files.list(from)) {
            for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                Files.copy(jar, to.resolve(jar.getFileName()));
            }
        }
        for (ModuleReference module : ModuleFinder.of(from).findAll()) {
            if (module.descriptor().isAutomatic() && !isEmpty(module.descriptor())) {
                Path jar = to.resolve(Path.of(module.location().orElseThrow()).getFileName());
                describe(module.descriptor().name(), jar, from, work);
            }
        }
    }

    /** A jar that only brings another one along (JavaFX has such). */
    private static boolean isEmpty(ModuleDescriptor module) {
        return module.packages().isEmpty();
    }

    private static void describe(String name, Path jar, Path modules, Path work)
            throws IOException {
        run(
                "jdeps",
                "--multi-release", "25",
                "--ignore-missing-deps",
                "--generate-open-module", work.toString(),
                "--module-path", modules.toString(),
                modules.resolve(jar.getFileName()).toString());
        Path source = find(work.resolve(name));
        Files.writeString(source, withUses(Files.readString(source)));
        Path classes = Files.createDirectories(work.resolve("classes").resolve(name));
        run(
                "javac",
                "--module-path", modules.toString(),
                "--patch-module", name + "=" + jar,
                "-d", classes.toString(),
                source.toString());
        run(
                "jar",
                "--update",
                "--file", jar.toString(),
                "-C", classes.toString(),
                "module-info.class");
    }

    /** jdeps names the services that are provided; a library with plug-ins asks for them too. */
    private static String withUses(String descriptor) {
        String uses =
                SERVICE.matcher(descriptor)
                        .results()
                        .map(service -> "    uses " + service.group(1).replace(";", "") + ";\n")
                        .distinct()
                        .collect(Collectors.joining());
        int end = descriptor.lastIndexOf('}');
        return descriptor.substring(0, end) + uses + logger(descriptor) + descriptor.substring(end);
    }

    /** Flyway looks for a logger itself, and talks on standard error where it may not see ours. */
    private static String logger(String descriptor) {
        return descriptor.contains(" org.slf4j;") ? "    uses org.slf4j.spi.SLF4JServiceProvider;\n" : "";
    }

    private static Path find(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("module-info.java")).findFirst().orElseThrow();
        }
    }

    /** What a tool says matters only if it fails. */
    private static void run(String tool, String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        int exit = ToolProvider.findFirst(tool).orElseThrow().run(out, out, arguments);
        if (exit != 0) {
            throw new IllegalStateException(
                    tool + " " + List.of(arguments) + " ended with " + exit + ": " + said);
        }
    }
}
