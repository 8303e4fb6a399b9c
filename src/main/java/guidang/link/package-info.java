/**
 * Web addresses: their canonical form, the archiving services, and the original that an archived address holds.
 *
 * <p>Central: {@link guidang.link.WebAddress}, {@link guidang.link.Archived}. Imports {@code archive}.
 */
@NullMarked
package guidang.link;

import org.jspecify.annotations.NullMarked;
