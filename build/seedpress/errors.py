"""The errors a user may see: each says the file, the place, what was found, what is allowed."""


class SeedpressError(Exception):
    """A fault that the user can mend; the command line prints it in one line and exits with 1."""


class SettingsError(SeedpressError):
    """`mkdocs.yml` holds a setting that seedpress does not know or cannot use."""


class AuthorityError(SeedpressError):
    """The authority file says something that cannot be followed."""


class SiteError(SeedpressError):
    """The site engine or the search indexer failed."""


class BusyError(SeedpressError):
    """Another process is at work in the project."""
