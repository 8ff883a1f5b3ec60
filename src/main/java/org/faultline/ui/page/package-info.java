/**
 * What every page of the window shares: {@link org.faultline.ui.page.Page} itself, what it is handed
 * ({@link org.faultline.ui.page.Surroundings}, {@link org.faultline.ui.page.Frame}) and the small pieces of which pages are laid out.
 * Names no page.
 */
package org.faultline.ui.page;
