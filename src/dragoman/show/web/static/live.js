// What makes the pages livelier; without it every page works as links and forms.
// Filters answer in place, marks and entries light each other up, the timeline is brushed, the review has keys.

const main = () => document.getElementById("main");

let turn = 0;

async function go(address, push = true) {
  const mine = ++turn;
  const working = document.querySelector(".working");
  const slow = setTimeout(() => working && (working.hidden = false), 400);
  try {
    await show(address, push, () => mine === turn);
  } finally {
    clearTimeout(slow);
    if (working) working.hidden = true;
  }
}

async function show(address, push, wanted) {
  let answer;
  try {
    answer = await fetch(address, { headers: { accept: "text/html" } });
  } catch {
    location.assign(address);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!wanted()) return; // another filter was chosen meanwhile
  const next = page.getElementById("main");
  if (!next) {
    location.assign(address);
    return;
  }
  const held = document.activeElement?.closest("form")?.className;
  const name = document.activeElement?.getAttribute("name");
  for (const part of ["main", "form.controls", ".languages", ".top nav"]) {
    const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
    if (old && fresh) old.replaceWith(document.adoptNode(fresh));
  }
  document.title = page.title;
  // the keyboard stays where it was
  if (held && name) document.querySelector(`form[class="${CSS.escape(held)}"] [name="${CSS.escape(name)}"]`)?.focus();
  if (push) history.pushState({ live: true }, "", address);
  main().dispatchEvent(new CustomEvent("shown", { bubbles: true }));
}

const asked = (form) => {
  const told = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
  const address = new URL(form.action);
  address.search = told;
  return address.href;
};

document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-live]");
  if (form && event.target.matches("select")) go(asked(form));
});
document.addEventListener("submit", (event) => {
  if (event.target.matches("form[data-live], form.controls")) {
    event.preventDefault();
    go(asked(event.target));
  }
});
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-live]");
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(link.href?.baseVal ?? link.href);
});
addEventListener("popstate", (event) => {
  if (event.state?.live || !location.hash) go(location.href, false);
});

// On a narrow screen a timeline opens on its latest days, another picture on its middle, the menu on this screen.
const bringIntoSight = () => {
  for (const wide of document.querySelectorAll(".wide"))
    wide.scrollLeft = (wide.scrollWidth - wide.clientWidth) / (wide.querySelector(".timeline") ? 1 : 2);
  const here = document.querySelector(".top nav [aria-current]");
  const menu = here?.closest("ul");
  if (menu) menu.scrollLeft = here.offsetLeft - menu.offsetLeft - 24;
};
document.addEventListener("shown", bringIntoSight);
bringIntoSight();

// Reader: the chosen entry is in sight.
const chosen = () => {
  const entry = document.querySelector(".beside li.chosen");
  const list = entry?.closest(".beside");
  if (list && list.scrollHeight > list.clientHeight) list.scrollTop = entry.offsetTop - 60;
};
document.addEventListener("shown", chosen);
chosen();

// Reader: a mark lights its entries, an entry its marks.
function light(event) {
  const on = event.type === "mouseover" || event.type === "focusin";
  const mark = event.target.closest?.("[data-claims]");
  const entry = event.target.closest?.("[data-claim]");
  if (mark) for (const id of mark.dataset.claims.split(" ")) document.getElementById(`e-${id}`)?.classList.toggle("lit", on);
  if (entry)
    for (const one of document.querySelectorAll("[data-claims]"))
      if (one.dataset.claims.split(" ").includes(entry.dataset.claim)) one.classList.toggle("lit", on);
}
for (const kind of ["mouseover", "mouseout", "focusin", "focusout"]) document.addEventListener(kind, light);

// Timeline: drag over the picture to keep the days between.
let drag = null;
const place = (svg, event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse()).x;
document.addEventListener("pointerdown", (event) => {
  const svg = event.target.closest?.("svg.timeline");
  if (!svg || event.button !== 0 || event.target.closest("a")) return;
  const box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  box.setAttribute("class", "brush");
  box.setAttribute("y", "0");
  box.setAttribute("height", String(svg.viewBox.baseVal.height));
  svg.append(box);
  drag = { svg, box, start: place(svg, event) };
});
document.addEventListener("pointermove", (event) => {
  if (!drag) return;
  const now = place(drag.svg, event);
  drag.box.setAttribute("x", String(Math.min(now, drag.start)));
  drag.box.setAttribute("width", String(Math.abs(now - drag.start)));
});
document.addEventListener("pointerup", (event) => {
  if (!drag) return;
  const { svg, box, start } = drag;
  drag = null;
  box.remove();
  const now = place(svg, event);
  if (Math.abs(now - start) < 8) return;
  const [left, right] = [Number(svg.dataset.left), Number(svg.dataset.right)];
  const [first, last] = [Date.parse(svg.dataset.first), Date.parse(svg.dataset.last)];
  const day = (x) => new Date(first + ((Math.min(Math.max(x, left), right) - left) / (right - left)) * (last - first)).toISOString().slice(0, 10);
  const address = new URL(location.href);
  address.searchParams.set("from", day(Math.min(now, start)));
  address.searchParams.set("to", day(Math.max(now, start)));
  address.searchParams.delete("page");
  go(address.href);
});

// Timeline by keyboard: arrows go from mark to mark and from lane to lane, + and - look closer and wider.
document.addEventListener("keydown", (event) => {
  const here = document.activeElement;
  const svg = here?.closest?.("svg.timeline") ?? here?.querySelector?.(":scope > svg.timeline");
  if (!svg || event.ctrlKey || event.metaKey || event.altKey) return;
  const move = { "+": "closer", "-": "wider", PageUp: "earlier", PageDown: "later" }[event.key];
  if (move) {
    const link = document.querySelector(`[data-move="${move}"]`);
    if (link) go(link.href).then(() => document.querySelector(".wide:has(.timeline)")?.focus());
    event.preventDefault();
    return;
  }
  const way = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
  if (!way) return;
  const marks = [...svg.querySelectorAll("a")].map((mark) => {
    const box = mark.querySelector("circle, rect").getBBox();
    return { mark, x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  const from = marks.find((m) => m.mark === here) ?? { x: way[0] < 0 ? 1e4 : 0, y: 0 };
  const far = (m) => {
    const [dx, dy] = [m.x - from.x, m.y - from.y];
    const along = way[0] ? dx * way[0] : dy * way[1];
    const across = Math.abs(way[0] ? dy : dx);
    if (m.mark === here || along <= 0.5 || (way[0] && across > 8 && from.mark)) return Infinity;
    return along + across * (way[0] ? 4 : 2);
  };
  const next = marks.reduce((best, m) => (far(m) < far(best) ? m : best), from);
  if (next.mark && far(next) < Infinity) next.mark.focus();
  event.preventDefault();
});

// Review and long lists: j and k move, a, r and s judge.
document.addEventListener("keydown", (event) => {
  if (event.target.matches("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
  const lines = [...document.querySelectorAll("[data-review]")];
  if (!lines.length) return;
  const here = document.activeElement.closest("[data-review]");
  const n = lines.indexOf(here);
  if (event.key === "j" || event.key === "k") {
    const next = lines[Math.min(Math.max(n + (event.key === "j" ? 1 : -1), 0), lines.length - 1)];
    next.focus();
    next.scrollIntoView({ block: "center" });
  } else if (here) {
    const button = here.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (event.key === "s") here.querySelector("[name=value]")?.focus();
    else button?.click();
    if (button || event.key === "s") event.preventDefault();
  }
});
