package guidang.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A map of settings in the configuration's file, beside the variables of the environment that say the same and come
 * first. What is wrong is added to the mistakes, what is found to what is in force.
 *
 * @param name of the map, with dots between levels
 * @param file for messages
 * @param root what a relative path in the file starts from
 */
record SettingsMap(String name, Map<String, YamlNode> values, String file, Path root,
        Map<String, String> environment, List<Mistake> mistakes, InForce inForce) {
    /** Keys that nobody may use, as the file is kept with the project; told by those who read the map. */
    private static final List<String> SECRET = List.of("token", "secret");

    SettingsMap {
        values = new LinkedHashMap<>(values);
    }

    /** A value and where it was said; {@code root} is what a relative path in it starts from. */
    record Value(String where, int line, String text, Path root) {
        Mistake mistake(String key, String... details) {
            return Mistake.of(where, line, key, details);
        }
    }

    /** A part of a file; what is not a map is told, as are keys that are not known. */
    static SettingsMap of(YamlNode.Mapping all, String key, List<String> keys, String file, Path root,
            Map<String, String> environment, List<Mistake> mistakes, InForce inForce) {
        return of(key, all, key, keys, file, root, environment, mistakes, inForce);
    }

    private static SettingsMap of(String name, YamlNode.Mapping all, String key, List<String> keys, String file,
            Path root, Map<String, String> environment, List<Mistake> mistakes, InForce inForce) {
        Map<String, YamlNode> values = switch (all.values().get(key)) {
            case null -> Map.of();
            case YamlNode.Mapping mapping -> {
                var known = new ArrayList<>(keys);
                known.addAll(SECRET);
                unknownKeys(file, mapping, known, mistakes);
                yield mapping.values();
            }
            case YamlNode.Scalar scalar when scalar.value().isBlank() -> Map.of();
            case YamlNode other -> {
                mistakes.add(Mistake.of(file, other.line(), "config.nomap", key, String.join(", ", keys)));
                yield Map.of();
            }
        };
        return new SettingsMap(name, values, file, root, environment, mistakes, inForce);
    }

    /** The map below a key. */
    SettingsMap below(String key, List<String> keys) {
        return of(name + "." + key, new YamlNode.Mapping(1, values, Map.of()), key, keys, file, root, environment,
                mistakes, inForce);
    }

    /** The same for a key without a usual value. */
    Optional<Value> value(String key, String variable) {
        return value(key, variable, "");
    }

    /**
     * What a key or its variable says; {@code variable} is empty if there is none.
     *
     * @param usual what holds where neither does, to be told
     */
    Optional<Value> value(String key, String variable, String usual) {
        String said = variable.isEmpty() ? "" : environment.getOrDefault(variable, "").strip();
        Optional<Value> written = written(key);
        Optional<Value> value = said.isEmpty() ? written : Optional.of(new Value(variable, 0, said, Path.of("")));
        value.ifPresentOrElse(found -> inForce.said(key(key), found.text(), found.where(), found.line()),
                () -> inForce.usual(key(key), usual));
        return value;
    }

    /** Tells where a secret was said. */
    void secret(String key, Value said) {
        inForce.secret(key(key), said.where(), said.line());
    }

    /** Tells a value that the caller took from the file itself; {@code node} is null if it is the usual one. */
    void tell(String key, String value, @Nullable YamlNode node) {
        if (node == null) {
            inForce.usual(key(key), value);
        } else {
            inForce.said(key(key), value, file, node.line());
        }
    }

    private String key(String key) {
        return name + "." + key;
    }

    /** Tells of a key that must not be used here. */
    void refuse(String key, String words) {
        YamlNode written = values.get(key);
        if (written != null) {
            mistakes.add(Mistake.of(file, written.line(), words));
        }
    }

    private Optional<Value> written(String key) {
        return switch (values.get(key)) {
            case null -> Optional.empty();
            case YamlNode.Scalar scalar when scalar.value().isBlank() -> Optional.empty();
            case YamlNode.Scalar scalar -> Optional.of(new Value(file, scalar.line(), scalar.value().strip(), root));
            case YamlNode other -> {
                mistakes.add(Mistake.of(file, other.line(), "config.type", key));
                yield Optional.empty();
            }
        };
    }

    static void unknownKeys(String file, YamlNode.Mapping settings, List<String> keys, List<Mistake> mistakes) {
        settings.keyLines().forEach((key, line) -> {
            if (!keys.contains(key)) {
                mistakes.add(Spelling.nearest(key, keys)
                        .map(near -> Mistake.of(file, line, "config.unknown.near", key, near))
                        .orElse(Mistake.of(file, line, "config.unknown", key, String.join(", ", keys))));
            }
        });
    }
}
