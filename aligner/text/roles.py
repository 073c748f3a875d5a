"""What each paragraph of a news text is for: title, body, byline, dateline, caption, note or furniture.

Nothing is dropped: what is not title or body is kept in its place with its role. Markup of the file (headings,
captions, navigation) goes before wording, wording (aligner.text.furniture) before position.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from aligner.model import Block, Role
from aligner.text import furniture, headline, publication, speakers
from aligner.text.paragraphs import Paragraph

# A remark on a page may open a list of links or comments only where most of the text is behind it.
_COMMENTS_MAY_HOLD = 0.4
# Where a paragraph can stand, as the rules name it: within the running text, before it, behind it.
_INSIDE = frozenset({"any", "after"})
_BEFORE = frozenset({"any", "edge"})
_BEHIND = frozenset({"any", "edge", "after"})


def assign(paragraphs: Sequence[Paragraph | str]) -> tuple[Block, ...]:
    """The paragraphs as blocks, in order, each with its role, label and speaker.

    A speaker's label is cut off the text (`label + text` is the paragraph). A label on a line of its own is joined
    to the paragraph after it, with a line end in between; else there are as many blocks as paragraphs.
    """
    items = _joined([p if isinstance(p, Paragraph) else Paragraph(p) for p in paragraphs])
    roles = _by_wording(items)
    title = headline.find(items, roles)
    if title is not None:
        roles = [Role.FURNITURE if r is Role.TITLE else r for r in roles]
        roles[title] = Role.TITLE
        _repeats(items, roles, title)
    body = {i: p for i, p in enumerate(items) if roles[i] is None}
    turns = speakers.labelled(body)
    texts = {i: turns[i].text if i in turns else p.text for i, p in body.items()}
    places = {i: n for n, i in enumerate(texts)}
    voices = speakers.carried(list(texts.values()), {places[i]: turn for i, turn in turns.items()})
    return tuple(
        Block(role=role, text=p.text)
        if (role := roles[i]) is not None
        else Block(Role.BODY, texts[i], voices[places[i]], turns[i].label if i in turns else "")
        for i, p in enumerate(items)
    )


def _joined(items: list[Paragraph]) -> list[Paragraph]:
    """A name and a colon alone on a line go with the next line, where the same label opens other lines too."""
    counts: dict[str, int] = {}
    for item in items:
        if item.text.rstrip().endswith((":", "：")) and len(item.text) <= 40:
            counts[item.text.strip()] = counts.get(item.text.strip(), 0) + 1
    found: list[Paragraph] = []
    waiting: Paragraph | None = None
    for item in items:
        if waiting is not None:
            found.append(Paragraph(f"{waiting.text}\n{item.text}", item.role, max(waiting.strong, item.strong)))
            waiting = None
        elif counts.get(item.text.strip(), 0) > 1 and item.role is None and speakers.may_label(item.text):
            waiting = item
        else:
            found.append(item)
    return [*found, waiting] if waiting is not None else found


def _by_wording(items: Sequence[Paragraph]) -> list[Role | None]:
    """The roles that markup or wording give; None for what is left to be title or body."""
    roles: list[Role | None] = [p.role for p in items]
    dated = [publication.is_dateline(p.text) for p in items]
    known = [None if p.role is not None else furniture.match(p.text, _INSIDE) for p in items]
    prose = [i for i, p in enumerate(items) if not (p.role or dated[i] or known[i]) and headline.is_prose(p.text)]
    first, last = (prose[0], prose[-1]) if prose else (-1, -1)
    turns = speakers.labelled({i: p for i, p in enumerate(items) if p.role is None})
    behind = _share_behind(items, prose)
    captions: set[str] = set()
    opened: str | None = None
    for i, item in enumerate(items):
        if item.role is not None or i in turns:
            opened = None if i in turns else opened
            continue
        rule = known[i]
        if prose and not first <= i <= last:
            rule = furniture.match(item.text, _BEHIND if i > last else _BEFORE)
        roles[i] = Role.DATELINE if dated[i] else _role(item.text, rule, opened)
        if roles[i] is Role.CAPTION:
            roles[i] = Role.FURNITURE if item.text in captions else Role.CAPTION
            captions.add(item.text)
        opened = _opens(item.text, rule, opened, behind[i])
    return roles


def _role(text: str, rule: furniture.Rule | None, opened: str | None) -> Role | None:
    if rule is not None:
        return rule.role
    if opened == "note":
        return Role.NOTE
    if opened == "comments" or (opened == "links" and not headline.is_prose(text)):
        return Role.FURNITURE
    return None


def _opens(text: str, rule: furniture.Rule | None, opened: str | None, behind: float) -> str | None:
    """What the paragraph announces for those after it; `behind` is the share of the text that they hold."""
    if rule is not None and rule.opens == "comments":
        return "comments" if behind <= _COMMENTS_MAY_HOLD else None
    if rule is not None and rule.opens is not None:
        return rule.opens
    if opened == "comments":
        return opened
    return opened if opened == "links" and not headline.is_prose(text) else None


def _share_behind(items: Sequence[Paragraph], prose: Sequence[int]) -> list[float]:
    """For each paragraph the share of the running text's characters that stands after it."""
    lengths = [0] * len(items)
    for i in prose:
        lengths[i] = len(items[i].text)
    total = max(1, sum(lengths))
    return [1 - done / total for done in itertools.accumulate(lengths)]


def _repeats(items: Sequence[Paragraph], roles: list[Role | None], title: int) -> None:
    """The title printed again (as a breadcrumb's end, over the comments) is furniture."""
    wanted = items[title].text.casefold()
    for i, item in enumerate(items):
        if i != title and roles[i] is None and item.text.casefold() == wanted:
            roles[i] = Role.FURNITURE
