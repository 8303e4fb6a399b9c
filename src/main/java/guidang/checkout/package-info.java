/**
 * The git checkout that an archive may stand in: whether git is at work in it, who made an edit, and bringing it up to
 * date.
 *
 * <p>Central: {@link guidang.checkout.Checkout}. Imports the rooms above it; JGit lives here.
 */
@NullMarked
package guidang.checkout;

import org.jspecify.annotations.NullMarked;
