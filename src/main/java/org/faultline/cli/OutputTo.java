package org.faultline.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.faultline.store.NotWritten;
import org.faultline.store.SafeFile;

/** Where a result goes: a file, or stdout. */
record OutputTo(Optional<SafeFile> file, Terminal terminal) implements AutoCloseable {

    /** @throws BadArgument if the file cannot be written */
    static OutputTo of(Optional<Path> file, Terminal terminal) {
        try {
            return new OutputTo(file.isPresent() ? Optional.of(SafeFile.at(file.get())) : Optional.empty(), terminal);
        } catch (NotWritten e) {
            throw new BadArgument(e.getMessage());
        }
    }

    /** @throws BadArgument if not all of it could be written, as on a full disk */
    void write(byte[] result) {
        if (file.isPresent()) {
            toFile(file.get(), result);
        } else {
            terminal.out().write(result, 0, result.length);
            if (terminal.out().checkError()) {
                throw new BadArgument("cannot write the result to stdout");
            }
        }
    }

    private static void toFile(SafeFile file, byte[] result) {
        try {
            file.write(result);
        } catch (NotWritten e) {
            throw new BadArgument(e.getMessage());
        }
    }

    /** A file is UTF-8 on every machine, since it travels. */
    Charset charset() {
        return file.isPresent() ? StandardCharsets.UTF_8 : terminal.out().charset();
    }

    boolean unicode() {
        return Terminal.unicode(charset());
    }

    /** A file is colourless unless colour is asked for. */
    boolean colours(ColourChoice choice) {
        return file.isPresent() ? choice == ColourChoice.ALWAYS : terminal.colours(choice);
    }

    @Override
    public void close() {
        file.ifPresent(SafeFile::close);
    }
}
