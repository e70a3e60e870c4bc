// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.database;

import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/// The steps of the schema, SQL files beside this class. They are named here and not searched for:
/// a search would look through every jar, and cannot look into a named module.
///
/// A step that was released is never edited; a change is a new step.
final class Migrations implements ResourceProvider {
    static final List<String> FILES =
            List.of(
                    "V1__ledger.sql",
                    "V2__workspace.sql",
                    "V3__witness.sql",
                    "V4__checkpoints.sql",
                    "V5__bundles.sql");

    /// Version of the schema that this program knows; steps are numbered from 1 without gaps.
    static final int LATEST = FILES.size();

    /// What a step does.
    static String text(String file) {
        try (InputStream sql = stream(file)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream(String file) {
        InputStream sql = Migrations.class.getResourceAsStream(file);
        if (sql == null) {
            throw new IllegalStateException(file + " is not packed with this program");
        }
        return sql;
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return FILES.contains(name) ? new Step(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return FILES.stream()
                .filter(name -> name.startsWith(prefix) && hasSuffix(name, suffixes))
                .<LoadableResource>map(Step::new)
                .toList();
    }

    private static boolean hasSuffix(String name, String[] suffixes) {
        return List.of(suffixes).stream().anyMatch(name::endsWith);
    }

    private static final class Step extends LoadableResource {
        private final String name;

        Step(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            return new InputStreamReader(stream(name), StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
