"""YAML as people write it in a form: every scalar is text, and nothing is clever."""

from typing import Any

import yaml
from yaml.composer import ComposerError
from yaml.constructor import ConstructorError

NULL = "tag:yaml.org,2002:null"


class PlainLoader(yaml.SafeLoader):
    """Reads lists, mappings, text and nothing (`null`, `~`, empty).

    `country: NO` is Norway and `2026-01-01` a word. Anchors are refused (a few lines of them unfold to
    gigabytes), and so is a key that stands twice, of which one would be lost.
    """

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        """The next node. Raises ComposerError at an alias."""
        if self.check_event(yaml.AliasEvent):
            place = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise ComposerError(None, None, "write it out instead of *referring to it", place)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """The mapping. Raises ConstructorError at a key that stands twice."""
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value in seen:
                raise ConstructorError(None, None, f"the key {key.value!r} stands twice", key.start_mark)
            seen.add(str(key.value))
        return super().construct_mapping(node, deep)


PlainLoader.yaml_implicit_resolvers = {
    sign: [(tag, form) for tag, form in resolvers if tag == NULL]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class PlainDumper(yaml.SafeDumper):
    """Writes what `PlainLoader` reads back the same, with true and false as the yes and no of a form."""


PlainDumper.add_representer(
    bool,
    lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:bool", "yes" if value else "no"),
)
