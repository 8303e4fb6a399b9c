/**
 * Commands, configuration and wiring: the one place where the rooms are put together.
 *
 * <p>Central: {@code GuidangCommand}, {@code Configuration}. Owns picocli. Nothing imports it
 * but {@code Main}.
 */
@NullMarked
package guidang.cli;

import org.jspecify.annotations.NullMarked;
