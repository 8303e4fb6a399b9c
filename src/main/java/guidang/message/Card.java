package guidang.message;

/**
 * One piece of evidence as a ready message of its own, with what a list of choices shows of it.
 *
 * @param id of the event
 * @param title at most 100 UTF-16 units, one line: its date and place
 * @param description at most 160 UTF-16 units, one line: the statement's beginning
 */
public record Card(String id, String title, String description, Message message) {}
