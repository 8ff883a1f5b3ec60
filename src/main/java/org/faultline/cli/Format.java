package org.faultline.cli;

/** {@code --format}. */
enum Format { TEXT, JSON }
