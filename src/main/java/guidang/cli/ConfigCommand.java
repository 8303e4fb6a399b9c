package guidang.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Prints each setting, what it is in this run, and where that was said. Prints no secret. */
@CommandLine.Command(name = "config", description = "Print each setting, what it is now, and where that was said.")
final class ConfigCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private GuidangCommand guidang;

    @Option(names = "--json", description = "One JSON document, for programs.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        ConfigurationReader reader = guidang.reader();
        InvalidConfiguration invalid = null;
        try {
            reader.read();
        } catch (InvalidConfiguration e) {
            invalid = e;
        }
        PrintStream out = guidang.surroundings().out();
        if (json) {
            json(out, reader, invalid == null ? List.of() : invalid.mistakes());
        } else {
            text(out, reader.inForce().settings());
        }
        if (invalid != null) {
            throw invalid;
        }
        return GuidangCommand.WELL;
    }

    private void text(PrintStream out, Collection<InForce.Setting> settings) {
        int keys = settings.stream().mapToInt(setting -> setting.key().length()).max().orElse(0);
        int values = settings.stream().mapToInt(setting -> setting.value().length()).filter(length -> length < 50)
                .max().orElse(0);
        for (InForce.Setting setting : settings) {
            String value = setting.value().isEmpty() ? "-" : setting.value();
            out.println(padded(setting.key(), keys) + "  " + padded(value, values) + "  " + switch (setting.origin()) {
                case InForce.Origin.Usual usual -> guidang.texts().get("config.usual");
                case InForce.Origin.Named named -> named.name();
                case InForce.Origin.InFile in -> in.file() + ":" + in.line();
            });
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /**
     * One document: {@code file}, {@code settings} ({@code key}, {@code value}, null for none, and {@code origin}:
     * default, given or file; {@code where} and {@code line} as far as there are any), {@code mistakes}.
     */
    private void json(PrintStream out, ConfigurationReader reader, List<Mistake> mistakes) throws IOException {
        JsonGenerator to = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter();
        try (to) {
            to.writeStartObject();
            to.writeStringField("file", reader.place().file().toString());
            to.writeArrayFieldStart("settings");
            for (InForce.Setting setting : reader.inForce().settings()) {
                to.writeStartObject();
                to.writeStringField("key", setting.key());
                to.writeStringField("value", valueOf(setting));
                switch (setting.origin()) {
                    case InForce.Origin.Usual usual -> to.writeStringField("origin", "default");
                    case InForce.Origin.Named named -> {
                        to.writeStringField("origin", "given");
                        to.writeStringField("where", named.name());
                    }
                    case InForce.Origin.InFile in -> {
                        to.writeStringField("origin", "file");
                        to.writeStringField("where", in.file());
                        to.writeNumberField("line", in.line());
                    }
                }
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeArrayFieldStart("mistakes");
            for (Mistake mistake : mistakes) {
                to.writeString(mistake.in(guidang.texts()));
            }
            to.writeEndArray();
            to.writeEndObject();
        }
        out.println();
    }

    private static @Nullable String valueOf(InForce.Setting setting) {
        return setting.value().isEmpty() ? null : setting.value();
    }
}
