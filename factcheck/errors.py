"""The errors that stop a command.

::

    FactcheckError(message, hint)      one line on stderr, a hint below it, exit 2
    ├── ArticleError                   the article cannot be read
    ├── WorksheetError                 the worksheet cannot be read or written
    ├── DeskError                      factcheck.toml cannot be read, or has something wrong in it
    └── LanguageError                  the language pipeline is missing or broken

What is wrong *inside* a worksheet is a :class:`factcheck.model.Finding`, never an exception.
Anything else that is raised is a bug of ours: exit 3. :class:`LostError` is the one that we expect of
ourselves.
"""

from __future__ import annotations


class FactcheckError(Exception):
    """We cannot go on.

    ``message`` says what is wrong and where, in one line; ``hint`` says what to do about it.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class ArticleError(FactcheckError):
    """The article cannot be read: missing, unknown type, locked, empty, too large."""


class WorksheetError(FactcheckError):
    """The worksheet cannot be read or written: missing, exists already, changed meanwhile."""


class DeskError(FactcheckError):
    """The rules of the house cannot be read: ``factcheck.toml`` has something wrong in it."""


class LanguageError(FactcheckError):
    """The English pipeline is not installed or does not load."""


class LostError(Exception):
    """A bug of ours: the file about to be written would lack what a person wrote.

    Nothing was written. The message counts what would be lost; it has no word of it.
    """
