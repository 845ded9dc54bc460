// What makes the pages livelier; without it every page works as links and forms.
// Filters answer in place, marks and entries light each other up, the timeline is brushed, the review has keys.

const main = () => document.getElementById("main");

async function go(address, push = true) {
  let answer;
  try {
    answer = await fetch(address, { headers: { accept: "text/html" } });
  } catch {
    location.assign(address);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.getElementById("main");
  if (!next) {
    location.assign(address);
    return;
  }
  for (const part of ["main", "form.controls", ".languages", ".top nav"]) {
    const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
    if (old && fresh) old.replaceWith(document.adoptNode(fresh));
  }
  document.title = page.title;
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
addEventListener("popstate", (event) => {
  if (event.state?.live || !location.hash) go(location.href, false);
});

// On a narrow screen a wide picture opens on its latest days, where most lies.
const latest = () => {
  for (const wide of document.querySelectorAll(".wide:has(.timeline)")) wide.scrollLeft = wide.scrollWidth;
};
document.addEventListener("shown", latest);
latest();

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
