"""What the page does when it loses the server, beyond what Streamlit does by itself."""

import json

from components.text import Speaker

# Streamlit draws its page again after an outage only if a run was under way. A server that was started anew knows
# nothing of this reader, so what they do first would be lost: the address is asked for once more instead.
# An address with an anchor would not be, so the anchor is put aside for a moment.
# Its dialog speaks English and of Streamlit. Text nodes are kept, since React updates them again.
_SCRIPT = """
(() => {
    if (window.outageWatched) return;
    window.outageWatched = true;
    let lost = false;
    const again = () => {
        const whole = location.href;
        history.replaceState(history.state, '', location.pathname + location.search);
        dispatchEvent(new PopStateEvent('popstate', {state: history.state}));
        history.replaceState(history.state, '', whole);
    };
    const speak = () => document.querySelectorAll('[role=dialog]').forEach(dialog => {
        const title = dialog.querySelector('h2');
        if (!title || !['Connection error', window.outageWords.title].includes(title.textContent)) return;
        const say = (text, words) => { if (text.nodeValue !== words) text.nodeValue = words; };
        const texts = document.createTreeWalker(dialog, NodeFilter.SHOW_TEXT);
        let first = true;
        while (texts.nextNode()) {
            const text = texts.currentNode;
            if (title.contains(text)) say(text, window.outageWords.title);
            else { say(text, first ? window.outageWords.text : ''); first = false; }
        }
    });
    new MutationObserver(changes => {
        changes.filter(change => change.type === 'attributes').forEach(change => {
            if (change.target.dataset.testConnectionState !== 'CONNECTED') lost = true;
            else if (lost) { lost = false; again(); }
        });
        if (lost) speak();
    }).observe(document.body, {
        subtree: true, childList: true, characterData: true, attributeFilter: ['data-test-connection-state'],
    });
})();
"""


def script(say: Speaker) -> str:
    """For the page's header: ask for the page again after an outage, and tell of one in the reader's language."""
    words = {
        "title": say("Ingen forbindelse med tjenesten"),
        "text": say("Tjenesten svarer ikke. Siden kommer tilbake av seg selv når forbindelsen er der igjen."),
    }
    return f"window.outageWords = {json.dumps(words)}; {_SCRIPT}"
