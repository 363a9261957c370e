// Streamlit's own names for its controls are English; on a bokmål page they are told in bokmål.
{
  const { controls } = window.osloregionen;
  const attributes = ['aria-label', 'title', 'placeholder'];
  const spoken = text => {
    if (controls[text]) return controls[text];
    // "Remove Stockholm", "Stockholm, selected": the name stands beside the word.
    const [, word, name] = /^(Remove|Delete|Clear) (.+)$/.exec(text) ?? [];
    return word ? `Fjern ${name}` : null;
  };
  function rename(node) {
    for (const name of attributes) {
      const said = node.hasAttribute(name) && spoken(node.getAttribute(name));
      if (said) node.setAttribute(name, said);
    }
    if (node.children.length === 0 && controls[node.textContent.trim()]) node.firstChild.nodeValue = controls[node.textContent.trim()];
  }
  const all = root => {
    if (document.documentElement.lang !== 'nb') return;
    if (root.matches?.('[aria-label], [title], [placeholder], span, div, li, a, button, small')) rename(root);
    root.querySelectorAll?.('[aria-label], [title], [placeholder], [data-testid=InputInstructions], [data-testid=InputInstructions] *, a[href="#main"], [role=option], [role=listbox] *')
      .forEach(rename);
  };
  new MutationObserver(changes => changes.forEach(change => {
    if (change.type === 'attributes') { if (document.documentElement.lang === 'nb') rename(change.target); }
    else change.addedNodes.forEach(node => node.nodeType === 1 && all(node));
  })).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: attributes });
  all(document.body);
}
