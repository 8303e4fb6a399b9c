/**
 * Two archives → what is different: entries, events, citations and snapshots that were added, corrected or lost. What
 * only looks different (spaces, formatting, footnote numbers, a section moved) is none.
 *
 * <p>Central: {@link guidang.change.Change}, {@link guidang.change.Brief}. Imports the rooms above it.
 */
@NullMarked
package guidang.change;

import org.jspecify.annotations.NullMarked;
