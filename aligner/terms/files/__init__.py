"""Files of term bases: one module a form, read and written; `loading` chooses by the file's suffix."""
