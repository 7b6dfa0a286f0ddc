# ruff: noqa: A005 - it mirrors `seedpress.site`; as `tests.site` it shadows nothing
