// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words after a command: options (`--name value`, `--name=value`, `--flag`), and the rest.
/// `--` ends the options.
///
/// Our own because it costs nothing at start: a small run is verified in less time than an argument
/// library needs to look at itself.
final class Arguments {
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();
    private final List<String> rest = new ArrayList<>();

    private Arguments() {}

    static Arguments parse(List<String> words, Set<String> flagNames, Set<String> valueNames)
            throws UsageException {
        Arguments parsed = new Arguments();
        boolean options = true;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!options || !word.startsWith("--")) {
                parsed.rest.add(word);
                continue;
            }
            if (word.equals("--")) {
                options = false;
                continue;
            }
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (flagNames.contains(name)) {
                parsed.flag(name, equals >= 0);
            } else if (!valueNames.contains(name)) {
                throw new UsageException("unknown option " + name);
            } else if (equals >= 0) {
                parsed.value(name, word.substring(equals + 1));
            } else {
                i++;
                boolean there =
                        i < words.size()
                                && !flagNames.contains(words.get(i))
                                && !valueNames.contains(words.get(i));
                parsed.value(name, there ? words.get(i) : null);
            }
        }
        return parsed.checked();
    }

    private void flag(String name, boolean hasValue) throws UsageException {
        if (hasValue) {
            throw new UsageException("option " + name + " takes no value");
        }
        flags.add(name);
    }

    private void value(String name, @Nullable String value) throws UsageException {
        if (value == null) {
            throw new UsageException("option " + name + " needs a value");
        }
        if (values.put(name, value) != null) {
            throw new UsageException("option " + name + " is given twice");
        }
    }

    /// What several commands take must be right in each.
    private Arguments checked() throws UsageException {
        String workspace = value(WorkspaceOption.NAME);
        if (workspace != null) {
            WorkspaceOption.check(workspace);
        }
        String at = value("--at");
        if (at != null) {
            Options.instant(at);
        }
        return this;
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    @Nullable String value(String name) {
        return values.get(name);
    }

    List<String> rest() {
        return rest;
    }
}
