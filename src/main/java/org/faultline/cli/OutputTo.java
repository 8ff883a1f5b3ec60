package org.faultline.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Where a result goes: a file, or stdout. */
record OutputTo(Optional<ResultFile> file, Terminal terminal) implements AutoCloseable {

    /** @throws BadArgument if the file cannot be written */
    static OutputTo of(Optional<Path> file, Terminal terminal) {
        return new OutputTo(file.map(ResultFile::at), terminal);
    }

    /** @throws BadArgument if not all of it could be written, as on a full disk */
    void write(byte[] result) {
        if (file.isPresent()) {
            file.get().write(result);
        } else {
            terminal.out().write(result, 0, result.length);
            if (terminal.out().checkError()) {
                throw new BadArgument("cannot write the result to stdout");
            }
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
        file.ifPresent(ResultFile::close);
    }
}
