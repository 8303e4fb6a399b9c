package guidang.change;

import java.time.Instant;

/**
 * Where an edit comes from.
 *
 * @param author who made it, by name, without an address; empty where no git checkout tells
 * @param commit its id, in hexadecimal; empty where no git checkout tells
 * @param at when it was made, if a git checkout tells; else when it was noticed
 */
public record Origin(String author, String commit, Instant at) {
    /** Of an edit of which only the time is known at which it was noticed. */
    public static Origin noticed(Instant at) {
        return new Origin("", "", at);
    }
}
