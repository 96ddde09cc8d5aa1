"""From files to checked values: reading, checking with lines, building."""
