"""The course domain and its content files. Knows quiz, no framework and no database."""
