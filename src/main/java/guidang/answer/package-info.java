/**
 * Search, question, timeline, link look-up, on this day → {@link guidang.answer.Answer}: found or not, with evidence.
 *
 * <p>Central: {@code Answers}, {@link guidang.answer.Answer}. Imports {@code archive}, {@code link},
 * {@code when}, {@code query}, {@code index}.
 */
@NullMarked
package guidang.answer;

import org.jspecify.annotations.NullMarked;
