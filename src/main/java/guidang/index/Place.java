package guidang.index;

import guidang.archive.EntryPath;
import guidang.archive.EventId;

/** Where an event stands. {@code anchor} is that of its section; empty before the first heading. */
public record Place(EntryPath path, String anchor, EventId event) {}
