/**
 * Answer → {@link guidang.picture.Picture}: a timeline, or the archive's activity, drawn as a PNG that reads well on a
 * phone. Needs no fonts of the system and no screen: glyphs are drawn from the outlines of the font that the jar carries.
 *
 * <p>Central: {@link guidang.picture.Pictures}, {@link guidang.picture.Picture}. Owns Java2D. Imports {@code archive},
 * {@code index} (facts alone), {@code answer}, {@code message}.
 */
@NullMarked
package guidang.picture;

import org.jspecify.annotations.NullMarked;
