package org.faultline.ui.tree;

/** Where an arrow key leads. */
enum Direction { UP, DOWN, LEFT, RIGHT, FIRST, LAST }
