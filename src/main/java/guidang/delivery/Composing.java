package guidang.delivery;

import java.util.List;

import guidang.change.Brief;
import guidang.message.Composer;
import guidang.message.Language;
import guidang.message.Message;

/** Puts changes into words. */
public interface Composing {
    /** @param subscription that they concern, for the button that ends it */
    Message notice(List<Brief> ofOneEntry, String subscription, Language language);

    /** The first page of many. */
    Message digest(List<Brief> all, Language language);

    /** As the bot words everything. */
    static Composing of(Composer composer) {
        return new Composing() {
            @Override
            public Message notice(List<Brief> ofOneEntry, String subscription, Language language) {
                return composer.notice(ofOneEntry, subscription, language);
            }

            @Override
            public Message digest(List<Brief> all, Language language) {
                return composer.digest(all, 0, language);
            }
        };
    }
}
