// Streamlit draws its page again after an outage only if a run was under way. A server that was started anew knows
// nothing of this reader, so what they do first would be lost: the address is asked for once more instead.
{
  const { words } = window.osloregionen;
  let lost = false;
  // An address with an anchor would not be asked for, so the anchor is put aside for a moment.
  const again = () => {
    const whole = location.href;
    history.replaceState(history.state, '', location.pathname + location.search);
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
    history.replaceState(history.state, '', whole);
  };
  // Streamlit's dialog speaks English and of Streamlit. Text nodes are kept, since React updates them again.
  const speak = () => document.querySelectorAll('[role=dialog]').forEach(dialog => {
    const title = dialog.querySelector('h2');
    if (!title || !['Connection error', words('outage')].includes(title.textContent)) return;
    const say = (text, said) => { if (text.nodeValue !== said) text.nodeValue = said; };
    const texts = document.createTreeWalker(dialog, NodeFilter.SHOW_TEXT);
    let first = true;
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (title.contains(text)) say(text, words('outage'));
      else { say(text, first ? words('returns') : ''); first = false; }
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
}
