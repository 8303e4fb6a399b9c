package guidang.telegram;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

import guidang.change.Brief;
import guidang.delivery.Announcer;
import guidang.delivery.Composing;
import guidang.delivery.Delivery;
import guidang.delivery.NoticePump;
import guidang.delivery.Pace;
import guidang.delivery.Time;
import guidang.index.Aliases;
import guidang.message.Language;
import guidang.message.Message;
import guidang.playground.BotApiServer;
import guidang.store.Store;

/** A process that does nothing but look for changes and tell them, until it is killed. */
final class NoticeProcess {
    private static final long LOOK_MILLIS = 5;

    private NoticeProcess() {}

    /** Takes the folder of the archive, the store's file, the address of the stand-in, and a file made when it runs. */
    public static void main(String[] args) throws Exception {
        Clock clock = Clock.systemUTC();
        Time time = Time.of(clock);
        try (Store store = Store.open(Path.of(args[1]));
                var api = new BotApi(Token.of(BotApiServer.TOKEN).orElseThrow(), URI.create(args[2]), null)) {
            var announcer = new Announcer(Path.of(args[0]), store, Aliases.none(), clock);
            var sender = new NoticeSender(api, new Delivery(Pace.unlimited(time), time),
                    new Speech(new ButtonData(store.keptCommands())), new Tally(), clock);
            var pump = new NoticePump(store, composing(), sender, time, Language.ENGLISH, ZoneOffset.UTC);
            announcer.announce();
            pump.begin();
            Files.createFile(Path.of(args[3]));
            while (true) {
                announcer.announce();
                pump.begin();
                Thread.sleep(Duration.ofMillis(LOOK_MILLIS));
            }
        }
    }

    private static Composing composing() {
        return new Composing() {
            @Override
            public Message notice(List<Brief> ofOneEntry, String subscription, Language language) {
                return new Message(ofOneEntry.stream().map(Brief::after).collect(Collectors.joining("\n")), List.of(),
                        List.of());
            }

            @Override
            public Message digest(List<Brief> all, Language language) {
                return notice(all, "", language);
            }
        };
    }
}
