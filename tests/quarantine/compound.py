"""Outlook messages, written by hand: a small file system in sectors of 512 bytes, every stream in the large ones."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

SECTOR = 512
FREE, END, IS_TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
NOBODY = 0xFFFFFFFF
LARGE = 4096

Tree = Mapping[str, "bytes | Tree"]


@dataclass
class Entry:
    """One line of the directory."""

    name: str
    kind: int
    children: list[int] = field(default_factory=list)
    start: int = END
    size: int = 0


@dataclass
class Writer:
    """Gathers entries and sectors."""

    entries: list[Entry] = field(default_factory=lambda: [Entry("Root Entry", 5)])
    sectors: list[bytes] = field(default_factory=list)
    table: list[int] = field(default_factory=list)

    def add(self, tree: Tree, parent: int) -> None:
        """Everything of a storage."""
        for name, content in tree.items():
            number = len(self.entries)
            self.entries[parent].children.append(number)
            if isinstance(content, bytes):
                # A stream shorter than this would belong into the small sectors.
                whole = content.ljust(LARGE, b"\0") if len(content) < LARGE else content
                self.entries.append(Entry(name, 2, start=self.chain(whole), size=len(whole)))
            else:
                self.entries.append(Entry(name, 1))
                self.add(content, number)

    def chain(self, data: bytes) -> int:
        """Put data into sectors one after the other; the first one's number."""
        first = len(self.sectors)
        for at in range(0, len(data), SECTOR):
            self.sectors.append(data[at : at + SECTOR].ljust(SECTOR, b"\0"))
            self.table.append(len(self.sectors))
        self.table[-1] = END
        return first

    def directory(self) -> bytes:
        """The entries: of each storage its children as a list that leans to the right."""
        siblings: dict[int, int] = {}
        for entry in self.entries:
            ordered = sorted(
                entry.children,
                key=lambda child: (len(self.entries[child].name), self.entries[child].name.upper()),
            )
            entry.children = ordered
            siblings |= dict(zip(ordered, [*ordered[1:], NOBODY][: len(ordered)], strict=True))
        return b"".join(self._line(number, entry, siblings) for number, entry in enumerate(self.entries))

    def _line(self, number: int, entry: Entry, siblings: dict[int, int]) -> bytes:
        name = entry.name.encode("utf-16-le") + b"\0\0"
        child = entry.children[0] if entry.children else NOBODY
        head = name.ljust(64, b"\0") + struct.pack("<HBB", len(name), entry.kind, 1)
        links = struct.pack("<III", NOBODY, siblings.get(number, NOBODY), child)
        return head + links + bytes(36) + struct.pack("<IQ", entry.start, entry.size)

    def whole(self) -> bytes:
        """The file."""
        listed = self.directory()
        directory = self.chain(listed + bytes(-len(listed) % SECTOR))
        tables = 1
        while (len(self.sectors) + tables) * 4 > tables * SECTOR:
            tables += 1
        first = len(self.sectors)
        table = self.table + [IS_TABLE] * tables
        table += [FREE] * (tables * SECTOR // 4 - len(table))
        head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        head += bytes(6) + struct.pack("<IIIII", 0, tables, directory, 0, LARGE)
        head += struct.pack("<IIII", END, 0, END, 0)
        places = list(range(first, first + tables))
        head += struct.pack("<109I", *places, *[FREE] * (109 - tables))
        return head + b"".join(self.sectors) + struct.pack(f"<{len(table)}I", *table)


def compound(tree: Tree) -> bytes:
    """A file of this family with these storages and streams."""
    writer = Writer()
    writer.add(tree, 0)
    return writer.whole()


def msg(
    words: str = "We met on Monday.",
    *,
    subject: str = "About Monday",
    sender: str = "kit@brook-lane.example",
    name: str = "Kit Vale",
    message_id: str = "<two@brook-lane.example>",
    sent: datetime = datetime(2026, 11, 19, 9, 30, tzinfo=UTC),
    attached: Mapping[str, bytes] | None = None,
    inner: Tree | None = None,
) -> bytes:
    """An Outlook message; `inner` is one that was sent along."""
    return compound(message(words, subject, sender, name, message_id, sent, attached, inner))


def message(
    words: str, subject: str, sender: str, name: str, message_id: str, sent: datetime,
    attached: Mapping[str, bytes] | None = None, inner: Tree | None = None, *, nested: bool = False,
) -> Tree:  # fmt: skip
    """The streams of a message."""
    ticks = int((sent - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
    properties = bytes(24 if nested else 32) + struct.pack("<IIQ", 0x00390040, 6, ticks)
    tree: dict[str, bytes | Tree] = {
        "__properties_version1.0": properties,
        "__substg1.0_1000001F": wide(words),
        "__substg1.0_0037001F": wide(subject),
        "__substg1.0_0C1A001F": wide(name),
        "__substg1.0_5D01001F": wide(sender),
        "__substg1.0_1035001F": wide(message_id),
        "__recip_version1.0_#00000000": {"__substg1.0_39FE001F": wide("help@sendiass.example")},
    }
    for number, (called, data) in enumerate((attached or {}).items()):
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__substg1.0_3707001F": wide(called),
            "__substg1.0_37010102": data,
        }
    if inner:
        tree["__attach_version1.0_#000000FF"] = {"__substg1.0_3701000D": inner}
    return tree


def wide(words: str) -> bytes:
    """Text as Outlook keeps it."""
    return words.encode("utf-16-le")
