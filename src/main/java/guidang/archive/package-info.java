/**
 * The model: what an archive is made of. Records and enums, nothing that reads, writes or decides.
 *
 * <p>Central: {@link guidang.archive.Entry}, {@link guidang.archive.Event}, {@link guidang.archive.When}. Imports no
 * other room.
 */
@NullMarked
package guidang.archive;

import org.jspecify.annotations.NullMarked;
