"""What a part is: it takes the desk and gives blocks; each file of parts names its own in `PARTS`."""

from collections.abc import Callable, Mapping

from proposal_templates.blocks import Block
from proposal_templates.desk import Desk
from proposal_templates.forms.model import ContentPart

Part = Callable[[Desk], list[Block]]
Parts = Mapping[ContentPart, Part]
