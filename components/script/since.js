// What is new since the reader was here last: only the reader's browser knows the release seen then. No cookie, and
// nothing is sent before the link is followed. All of one visit tells the same, so the first look does not end it.
{
  const key = 'osloregionen.release';
  let before = '';
  try {
    before = sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? '';
    sessionStorage.setItem(key, before);
  } catch { /* a browser that keeps nothing tells nothing */ }
  window.osloregionen.since = () => document.querySelectorAll('.since-visit:not([data-seen])').forEach(line => {
    const { newest, words, way } = line.dataset;
    line.dataset.seen = '';
    try { localStorage.setItem(key, newest); } catch { /* as above */ }
    if (!/^\d+$/.test(before) || +before >= +newest) return;
    const link = document.createElement('a');
    link.href = way.replace('{number}', before);
    link.target = '_self';
    link.textContent = words.replace('{number}', before);
    line.append(link);
  });
}
