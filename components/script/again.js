// A page that says "in a moment" looks whether what was asked for can be had, and makes way for it then: whoever reads
// is not interrupted before. Without script the browser loads it anew instead.
(() => {
  let wait = Number(document.currentScript.dataset.seconds);
  const look = async () => {
    try {
      const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
      if (![429, 503].includes(answer.status)) {
        if (location.hash) location.reload();
        else location.replace(location.href); // asked for anew, also where something was sent to the address
        return;
      }
      wait = Number(answer.headers.get('Retry-After')) || wait;
    } catch { /* no connection: it is looked for again */ }
    setTimeout(look, wait * 1000);
  };
  setTimeout(look, wait * 1000);
})();
