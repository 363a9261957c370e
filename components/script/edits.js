// What the editor does to a presentation, step by step, and takes back. Each change names where the focus goes on: whoever
// works with the keys alone stands at what they have just made or moved, never nowhere.
{
  const { osloregionen } = window;
  const { words, stories, tell } = osloregionen;
  const undone = [];
  const find = (story, id) => story.steps.findIndex(step => step.id === id);
  const focus = (id, selector) => document.querySelector(`.editor [data-id="${id}"] ${selector}`)?.focus();

  // Undo: as it was before the last change; typing in one field is one change.
  let lastField = '';
  function edit(field, work) {
    if (!field || field !== lastField) undone.push(JSON.stringify(stories.current().story));
    if (undone.length > 100) undone.shift();
    lastField = field;
    stories.change(({ story }) => work(story));
  }
  function undo() {
    const before = undone.pop();
    lastField = '';
    if (before) stories.change(one => { one.story = JSON.parse(before); });
  }
  function move(id, by) {
    const { steps } = stories.current().story;
    const at = steps.findIndex(step => step.id === id);
    const to = at + by;
    if (!steps[to]) return;
    edit('', story => { story.steps.splice(to, 0, ...story.steps.splice(at, 1)); });
    document.querySelector(`.editor [data-id="${id}"] .head`)?.scrollIntoView({ block: 'nearest' });
    tell(words('moved').replace('{n}', to + 1).replace('{count}', steps.length));
  }
  function remove(id) {
    const { steps } = stories.current().story;
    const at = steps.findIndex(step => step.id === id);
    const next = steps[at + 1] ?? steps[at - 1];
    edit('', story => { story.steps.splice(find(story, id), 1); });
    if (next) focus(next.id, '.remove');
    else document.querySelector('.editor .adds button').focus();
  }
  // A new step after this one; at the end where it is after none.
  function put(made, after, selector, more = () => {}) {
    if (!stories.room()) return;
    edit('', story => {
      story.steps.splice(after ? find(story, after) + 1 : story.steps.length, 0, made);
      more(story);
    });
    focus(made.id, selector);
  }
  function gone() {
    stories.put(stories.all()); // draws what is there
    tell(words('gonestep'), { fault: true });
  }
  const step = id => { const { story } = stories.current(); return story.steps[find(story, id)]; };
  const add = template => put(stories.step(template, []), '', '[data-field=title] input');
  const duplicate = id => put({ ...step(id), id: stories.random() }, id, '.duplicate');
  const part = id => put(stories.step('figure', [step(id).views[1]]), id, '.duplicate', story => {
    const one = story.steps[find(story, id)];
    Object.assign(one, { template: 'figure', views: [one.views[0]] });
  });
  function join(id) {
    const { story: now } = stories.current();
    if (!now.steps[find(now, id) + 1]) return gone();
    edit('', story => {
      const at = find(story, id);
      const [one, other] = story.steps.slice(at, at + 2);
      Object.assign(one, { template: 'two', views: [one.views[0], other.views[0]], notes: [one.notes, other.notes].filter(Boolean).join('\n\n') });
      for (const field of ['title', 'text']) one[field] = [one[field], other[field]].filter(Boolean).join(field === 'title' ? ' / ' : '\n\n');
      story.steps.splice(at + 1, 1);
    });
    focus(id, '.split');
  }
  // What is typed or chosen; typing in one field is one change.
  const set = (id, name, value) => edit(name === 'template' ? '' : `${id}.${name}`, story => { story.steps[find(story, id)][name] = value; });
  // A step that was taken away in another window meanwhile is not changed, nor another in its place.
  const ifThere = act => (id, ...more) => step(id) ? act(id, ...more) : gone();
  osloregionen.edits = {
    edit, undo, add, move: ifThere(move), remove: ifThere(remove), duplicate: ifThere(duplicate), part: ifThere(part), join: ifThere(join), set: ifThere(set),
    left: () => { lastField = ''; }, forget: () => { undone.length = 0; }, get any() { return undone.length > 0; },
  };
}
