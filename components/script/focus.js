// Streamlit replaces the HTML of a part that has changed: the control in use and what stood open are found again.
{
  let last = null;
  const opened = new Set();
  const name = node => {
    const place = node.closest('section[id], nav[aria-label], [class*=st-key-]');
    return [place?.id || place?.getAttribute('aria-label') || place?.className, node.tagName, node.textContent.trim()].join('|');
  };
  document.addEventListener('focusin', event => {
    last = event.target.closest?.('.stHtml') ? { node: event.target, name: name(event.target) } : null;
  });
  document.addEventListener('pointerdown', event => {
    if (!event.target.closest?.('a, button, summary')) last = null;
  });
  document.addEventListener('toggle', event => {
    if (!event.target.matches?.('.stHtml details.fold')) return;
    const summary = event.target.querySelector('summary').textContent;
    event.target.open ? opened.add(summary) : opened.delete(summary);
  }, true);
  new MutationObserver(changes => {
    if (!changes.some(change => change.addedNodes.length)) return;
    if (opened.size) document.querySelectorAll('.stHtml details.fold:not([open], [data-seen])').forEach(fold => {
      fold.dataset.seen = '';
      if (opened.has(fold.querySelector('summary').textContent)) fold.open = true;
    });
    if (!last || last.node.isConnected || document.activeElement !== document.body) return;
    const found = [...document.querySelectorAll(`.stHtml ${last.node.tagName}`)].find(node => name(node) === last.name);
    found?.focus({ preventScroll: true });
  }).observe(document.body, { childList: true, subtree: true });
}
