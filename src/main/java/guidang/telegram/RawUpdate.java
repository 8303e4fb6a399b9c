package guidang.telegram;

import java.util.ArrayList;
import java.util.List;

import guidang.store.Inbox;

/** Updates as they came, numbered but not yet read. */
final class RawUpdate {
    private RawUpdate() {}

    /**
     * What a poll brought.
     *
     * @param updates those that have a number, in the order they came
     * @param without how many have none
     */
    record Batch(List<Inbox.Update> updates, int without) {
        public Batch {
            updates = List.copyOf(updates);
        }

        /** The highest number; 0 if there is none. */
        int last() {
            return (int) updates.stream().mapToLong(Inbox.Update::id).max().orElse(0);
        }
    }

    /** @param array as getUpdates returns it */
    static Batch batch(String array) {
        var updates = new ArrayList<Inbox.Update>();
        List<String> items = RawJson.items(array);
        for (String item : items) {
            int id = id(item);
            if (id > 0) {
                updates.add(new Inbox.Update(id, item, 1));
            }
        }
        return new Batch(updates, items.size() - updates.size());
    }

    /** Its number, positive, of 32 bits (Bot API, Update) and not the last of them, after which none can be asked for; else 0. */
    static int id(String update) {
        String written = RawJson.fields(update).getOrDefault("update_id", "");
        try {
            int id = written.length() > 10 ? 0 : Integer.parseInt(written);
            return id < 0 || id == Integer.MAX_VALUE ? 0 : id;
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}
