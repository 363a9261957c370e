// An element with all that it has and holds; `data` stands in its attributes of that kind.
window.osloregionen.make = (tag, { data = {}, ...props } = {}, ...inside) => {
  const node = Object.assign(document.createElement(tag), props);
  Object.assign(node.dataset, data);
  node.append(...inside);
  return node;
};
