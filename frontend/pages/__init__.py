"""One module a screen, each with its template of the same name; they ask services and show the answer."""
