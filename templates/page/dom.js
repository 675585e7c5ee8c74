// Elements out of plain values. Text of strangers only ever becomes text; what a click does stands in data-do, so that elements can be kept from one
// rendering to the next.

const SVG = "http://www.w3.org/2000/svg";

function fillElement(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on") || name === "style" || name === "srcdoc") throw new Error("not an attribute for data: " + name);
    if ((name === "href" || name === "src") && !/^(#|\/api\/|data:image\/jpeg;)/.test(value))
      throw new Error("not an address of ours: " + value);
    element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return element;
}

export function h(tag, attributes, ...children) {
  return fillElement(document.createElement(tag), attributes, children);
}

export function s(tag, attributes, ...children) {
  return fillElement(document.createElementNS(SVG, tag), attributes, children);
}

function keyOf(node) {
  return node.nodeType === Node.ELEMENT_NODE ? node.getAttribute("data-key") : null;
}

function fits(old, next) {
  return old.nodeType === next.nodeType && old.nodeName === next.nodeName && keyOf(old) === keyOf(next);
}

// What the user opened or typed is the user's.
function isUsers(element, name) {
  return name === "open" && (element.nodeName === "DETAILS" || element.nodeName === "DIALOG");
}

function copyAttributes(old, next) {
  for (const { name } of [...old.attributes]) {
    if (!next.hasAttribute(name) && !isUsers(old, name)) old.removeAttribute(name);
  }
  for (const { name, value } of [...next.attributes]) {
    if (old.getAttribute(name) !== value && !isUsers(old, name)) old.setAttribute(name, value);
  }
  if ((old.nodeName === "INPUT" || old.nodeName === "TEXTAREA") && old !== document.activeElement && old.type !== "file") {
    if (old.type === "checkbox" || old.type === "radio") old.checked = next.checked;
    else if (old.getAttribute("data-kept") === null) old.value = next.value;
  }
}

function morphChildren(old, next) {
  const keyed = new Map();
  for (const child of old.childNodes) {
    const key = keyOf(child);
    if (key !== null) keyed.set(key, child);
  }
  let at = old.firstChild;
  for (const wanted of [...next.childNodes]) {
    const key = keyOf(wanted);
    while (at && key === null && keyOf(at) !== null && !fits(at, wanted)) at = at.nextSibling;
    const found = key !== null ? keyed.get(key) : at;
    if (found && fits(found, wanted)) {
      if (found === at) at = at.nextSibling;
      else old.insertBefore(found, at);
      keyed.delete(key);
      morph(found, wanted);
      found.stillHere = true;
    } else {
      old.insertBefore(wanted, at);
      wanted.stillHere = true;
    }
  }
  for (const child of [...old.childNodes]) {
    if (child.stillHere) delete child.stillHere;
    else child.remove();
  }
}

// Changes `old` into `next`, keeping the elements that stay: focus, scrolling, pictures and what is typed survive.
export function morph(old, next) {
  if (!fits(old, next)) {
    old.replaceWith(next);
    return;
  }
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.data !== next.data) old.data = next.data;
    return;
  }
  copyAttributes(old, next);
  morphChildren(old, next);
}
