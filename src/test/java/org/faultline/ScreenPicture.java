package org.faultline;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;

/**
 * Turns the memory of a virtual screen (Xvfb -fbdir, an XWD file of 32 bits a pixel) into a PNG, and fails where next to nothing is drawn
 * on it. Arguments: the file and the picture.
 */
final class ScreenPicture {

    /** Positions of 32-bit words in XWDFileHeader, X11/XWDFile.h. */
    private static final int HEADER_SIZE = 0;
    private static final int WIDTH = 4 * 4;
    private static final int HEIGHT = 5 * 4;
    private static final int BYTES_PER_LINE = 12 * 4;
    private static final int COLOURS = 19 * 4;
    private static final int BYTES_A_COLOUR = 12;

    /** An empty screen has one, smooth letters alone have dozens. */
    private static final int FEW_COLOURS = 20;

    private ScreenPicture() { }

    public static void main(String[] arguments) throws IOException {
        ByteBuffer screen = ByteBuffer.wrap(Files.readAllBytes(Path.of(arguments[0])));
        BufferedImage picture = new BufferedImage(screen.getInt(WIDTH), screen.getInt(HEIGHT), BufferedImage.TYPE_INT_RGB);
        int pixels = screen.getInt(HEADER_SIZE) + screen.getInt(COLOURS) * BYTES_A_COLOUR;
        int line = screen.getInt(BYTES_PER_LINE);
        screen.order(ByteOrder.LITTLE_ENDIAN);
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int colour = screen.getInt(pixels + y * line + x * 4) & 0xFFFFFF;
                picture.setRGB(x, y, colour);
                colours.add(colour);
            }
        }
        ImageIO.write(picture, "png", Path.of(arguments[1]).toFile());
        if (colours.size() < FEW_COLOURS) {
            throw new AssertionError("the screen shows " + colours.size() + " colours: no window");
        }
    }
}
