"""The honest answer to a question without comparable figures: who may have some, and what others have found."""

from html import escape

from components.html.citations import findings_list, publisher_words, year_words
from components.html.markup import answer, to_copy
from models.catalogue import Finding, OpenQuestion
from pages.exhibits.looked_at import Context


def _found(context: Context, question: OpenQuestion) -> list[tuple[Finding, ...]]:
    known = context.catalogue.evidence
    return list(context.catalogue.with_companions(known[name] for name in question.findings))


def answer_text(context: Context, question: OpenQuestion) -> str:
    """The answer as plain text, to be pasted into an e-mail."""
    say = context.say
    lines = [say.of(question.title), say.of(question.answer)]
    if question.holders:
        names = say.listing([f"{say.of(holder.name)} ({holder.url})" for holder in question.holders])
        lines.append(f"{say('Kan ha tall:')} {names}")
    findings = [finding for group in _found(context, question) for finding in group]
    if findings:
        lines.append(say("Dokumentert, men ikke målt likt for flere regioner:"))
    lines += [
        f"– {say.of(f.statement)} ({publisher_words(say, f)}, {year_words(say, f)}, {f.address})" for f in findings
    ]
    return "\n".join(lines)


def show_answer(context: Context, question: OpenQuestion) -> None:
    """Draw the answer, the documented findings beside it, and a text to copy."""
    say, groups = context.say, _found(context, question)
    beside = (
        f'<div class="answer"><p class="note">'
        f"{escape(say('Dokumentert, men ikke målt likt for flere regioner:'))}</p>{findings_list(say, groups)}</div>"
        if groups
        else ""
    )
    context.page.html(answer(question, say) + beside)
    with context.page.fold(say("Kopier svaret"), key="copy-answer", aside=True):
        context.page.html(to_copy(answer_text(context, question), say))
