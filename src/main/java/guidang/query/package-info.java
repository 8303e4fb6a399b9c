/**
 * What a person typed → {@link guidang.query.Query}.
 *
 * <p>Central: {@code QueryReader}, {@link guidang.query.Query}. Imports {@code archive}, {@code link},
 * {@code when}.
 */
@NullMarked
package guidang.query;

import org.jspecify.annotations.NullMarked;
