package dev.cavea.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/** Reads {@code up [--port 8080] …}, the configuration file and the environment. */
final class CommandLine {

    private static final Map<String, Setting> FLAGS =
            Map.of(
                    "--port", Setting.PORT,
                    "--host", Setting.HOST,
                    "--data", Setting.DATA,
                    "--roles", Setting.ROLES);

    private final Map<Setting, String> byFlag = new EnumMap<>(Setting.class);
    private String file = "";

    private CommandLine() {}

    /** Throws {@link StartFailure} for what it does not understand. */
    static Settings read(String[] arguments, Map<String, String> environment) {
        CommandLine line = new CommandLine();
        line.flags(arguments);
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        if (!line.file.isEmpty()) {
            given.putAll(file(Path.of(line.file)));
        }
        for (Setting setting : Setting.values()) {
            String value = environment.get(setting.environmentName());
            if (value != null && !value.isEmpty()) {
                given.put(setting, value);
            }
        }
        given.putAll(line.byFlag);
        return new Settings(given);
    }

    private void flags(String[] arguments) {
        if (arguments.length == 0 || !arguments[0].equals("up")) {
            throw new StartFailure("the server takes the verb 'up' first: up [--port 8080] …");
        }
        for (int i = 1; i < arguments.length; i++) {
            String word = arguments[i];
            int equals = word.indexOf('=');
            String flag = equals < 0 ? word : word.substring(0, equals);
            if (flag.equals("--demo") || flag.equals("--empty")) {
                byFlag.put(Setting.DEMO, flag.equals("--demo") ? "on" : "off");
                continue;
            }
            if (!flag.equals("--config") && !FLAGS.containsKey(flag)) {
                throw new StartFailure(
                        "up does not know '%s'; it takes --port --host --data --demo --empty"
                                        .formatted(word)
                                + " --roles --config");
            }
            String value = equals < 0 ? next(arguments, ++i, flag) : word.substring(equals + 1);
            take(flag, value);
        }
    }

    private void take(String flag, String value) {
        Setting setting = FLAGS.get(flag);
        if (setting == null) {
            file = value;
        } else {
            byFlag.put(setting, value);
        }
    }

    private static String next(String[] arguments, int i, String flag) {
        if (i >= arguments.length || arguments[i].startsWith("--")) {
            throw new StartFailure(flag + " needs a value after it");
        }
        return arguments[i];
    }

    private static Map<Setting, String> file(Path path) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartFailure("cannot read the configuration file " + path + ": " + e);
        }
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        for (String key : properties.stringPropertyNames()) {
            Setting setting =
                    Setting.ofKey(key)
                            .orElseThrow(
                                    () ->
                                            new StartFailure(
                                                    "%s sets '%s', which does not exist; see"
                                                                    .formatted(path, key)
                                                            + " docs/reference/configuration.md"));
            given.put(setting, properties.getProperty(key).strip());
        }
        return given;
    }
}
