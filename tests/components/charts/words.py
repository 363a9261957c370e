"""The words that stand in a chart."""

from typing import Any


def texts(figure: dict[str, Any]) -> list[str]:
    """Every word that stands in a chart."""
    words = [word for trace in figure["data"] for word in trace.get("text", []) if isinstance(word, str)]
    return words + [note["text"] for note in figure["layout"].get("annotations", [])]
