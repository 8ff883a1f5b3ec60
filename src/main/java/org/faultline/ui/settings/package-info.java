/** The settings: how the window looks and speaks, what may be contacted, when something counts as slow, and what is kept where. */
package org.faultline.ui.settings;
