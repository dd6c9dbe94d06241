"""What may be changed in a module, one thing at a time: a comparison, a condition, a sum, a constant, a statement.

Sentences for people are left alone, and so are the words of closed lists where they are declared: stories and types
read those. `left_alone` counts them.
"""

import ast
import re
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass
from typing import Any, NamedTuple

OTHERWISE: dict[type[Any], type[Any]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
CONDITIONS = {
    (ast.If, "test"),
    (ast.While, "test"),
    (ast.IfExp, "test"),
    (ast.comprehension, "ifs"),
    (ast.BoolOp, "values"),
}
# These have an operator to change, or are no condition.
NOT_PLAIN = (
    ast.Compare,
    ast.BoolOp,
    ast.UnaryOp,
    ast.Constant,
    ast.Tuple,
    ast.List,
    ast.Dict,
    ast.Set,
    ast.JoinedStr,
)
# Said of types or to Python itself: nothing that is answered turns on it. Examples are what the tests ask of a rule.
SAID_OF_TYPES = frozenset({"annotation", "returns", "decorator_list", "type_params", "format_spec"})
SAID_TO_PYTHON = frozenset({"strict", "slots", "frozen", "kw_only"})
EXAMPLES = frozenset({"Example"})
A_WORD = re.compile(r"[A-Za-z0-9_-]+")


class Scope(NamedTuple):
    """The outermost function that something stands in, with its class; not `called` where it runs on import."""

    name: str = ""
    called: bool = False


@dataclass(frozen=True)
class Change:
    """One thing changed in a parsed module, once `make` is called."""

    scope: Scope
    old: ast.AST
    new: ast.AST
    make: Callable[[], None]

    @property
    def line(self) -> int:
        """Where it stands."""
        line: int = getattr(self.old, "lineno", 0)
        return line

    @property
    def was(self) -> str:
        """What stood there, as it is written."""
        return ast.unparse(self.old)

    @property
    def becomes(self) -> str:
        """What stands there now."""
        return ast.unparse(self.new)


def changes(tree: ast.Module) -> list[Change]:
    """Everything that may be changed in a module, in the order it is written."""
    return list(_within(tree, Scope()))


def left_alone(tree: ast.Module) -> int:
    """How many sentences and declared words of a module are not changed."""
    words = sum(map(_is_words, ast.walk(tree)))
    return words - sum(_is_words(change.old) for change in changes(tree))


def _is_words(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _within(node: ast.AST, scope: Scope) -> Iterator[Change]:
    """The changes of everything that a node is made of."""
    for field, value in ast.iter_fields(node):
        if field in SAID_OF_TYPES:
            continue
        inner, condition = _inside(node, field, scope), (type(node), field) in CONDITIONS
        for at, child in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(child, ast.AST) or _left_alone(node, child):
                continue
            others = [*_others(child, inner), *(_negated(child) if condition else ())]
            for other in others:
                yield _change(node, field, at, child, other, inner)
            yield from _within(child, inner)


def _inside(node: ast.AST, field: str, scope: Scope) -> Scope:
    """The body of a function runs when it is called; what its arguments are by default is said where it is declared."""
    if scope.called or field != "body" or not isinstance(node, ast.FunctionDef | ast.ClassDef):
        return scope
    name = f"{scope.name}.{node.name}".removeprefix(".")
    return Scope(name, called=isinstance(node, ast.FunctionDef))


def _left_alone(parent: ast.AST, node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Assert | ast.Import | ast.ImportFrom)
        or (isinstance(node, ast.keyword) and node.arg in SAID_TO_PYTHON)
        or (isinstance(node, ast.Constant) and isinstance(parent, ast.Expr | ast.JoinedStr))
        or (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in EXAMPLES)
    )


def _change(node: ast.AST, field: str, at: int, child: ast.AST, other: ast.AST, scope: Scope) -> Change:
    ast.copy_location(other, child)
    ast.fix_missing_locations(other)

    def make() -> None:
        held = getattr(node, field)
        if isinstance(held, list):
            held[at] = other
        else:
            setattr(node, field, other)

    return Change(scope, child, other, make)


def _others(node: ast.AST, scope: Scope) -> Iterator[ast.AST]:
    """What a node becomes, one after the other."""
    match node:
        case ast.Compare(ops=ops):
            for at, each in enumerate(ops):
                yield _with(node, ops=[*ops[:at], _otherwise(each), *ops[at + 1 :]])
        case ast.BoolOp(op=op) | ast.BinOp(op=op) if type(op) in OTHERWISE:
            yield _with(node, op=_otherwise(op))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield copy(operand)
        case ast.Constant(value=value):
            yield from _constants(value, scope)
        case ast.Return(value=value) if value is not None and not _is_nothing(value):
            yield ast.Return(ast.Constant(None))
        case ast.Expr() | ast.AugAssign() | ast.Raise() | ast.Continue() | ast.Break():
            if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
                yield ast.Pass()


def _negated(node: ast.AST) -> Iterator[ast.AST]:
    """A plain condition turned round; one with an operator has that changed instead."""
    if isinstance(node, ast.expr) and not isinstance(node, NOT_PLAIN):
        yield ast.UnaryOp(ast.Not(), copy(node))


def _constants(value: object, scope: Scope) -> Iterator[ast.AST]:
    """The other truth value, the next number; inside functions another word."""
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int | float):
        yield ast.Constant(value + 1)
    elif isinstance(value, str) and scope.called and A_WORD.fullmatch(value):
        yield ast.Constant(f"{value}_")


def _is_nothing(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _otherwise(operator: Any) -> Any:
    return OTHERWISE[type(operator)]()


def _with(node: Any, **fields: object) -> Any:
    other = copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other
