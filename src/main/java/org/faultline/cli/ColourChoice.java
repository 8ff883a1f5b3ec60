package org.faultline.cli;

/** {@code --color}. */
enum ColourChoice { AUTO, ALWAYS, NEVER }
