// Two languages of a page side by side: headings that belong together stand at the same height, and both scroll as one.

const frames = ["left", "right"].map((id) => document.getElementById(id));
const choices = ["left", "right"].map((id) => document.getElementById(`${id}-language`));

/** The headings of a page with what belongs to each other. */
function headings(frame) {
  const inner = frame.contentDocument;
  const main = inner?.querySelector("main");
  return main ? [...main.querySelectorAll("h1, h2, h3, h4, h5, h6")] : [];
}

/** Headings that belong together: by the id that translations share, else by their place where there are as many. */
function pairs() {
  const [left, right] = frames.map(headings);
  const byId = new Map(right.filter((heading) => heading.id).map((heading) => [heading.id, heading]));
  const shared = left.filter((heading) => heading.id && byId.has(heading.id)).map((heading) => [heading, byId.get(heading.id)]);
  const first = left[0] && right[0] && left[0].tagName === "H1" && right[0].tagName === "H1" ? [[left[0], right[0]]] : [];
  const found = left.length === right.length ? left.map((heading, at) => [heading, right[at]]) : [...first, ...shared];
  // Pairs that cross cannot both be aligned.
  let last = -1;
  return found.filter(([, heading]) => {
    const at = right.indexOf(heading);
    const isNext = at > last;
    if (isNext) last = at;
    return isNext;
  });
}

const top = (heading) => heading.getBoundingClientRect().top + heading.ownerDocument.defaultView.scrollY;

/** Puts room above the headings that stand too high. */
function align() {
  const found = pairs();
  for (const heading of frames.flatMap(headings)) heading.style.removeProperty("padding-block-start");
  for (const [left, right] of found) {
    const lower = top(left) - top(right);
    const heading = lower > 0 ? right : left;
    if (Math.abs(lower) < 1) continue;
    const own = Number.parseFloat(getComputedStyle(heading).paddingBlockStart) || 0;
    heading.style.setProperty("padding-block-start", `${own + Math.abs(lower)}px`);
  }
  document.body.dataset.aligned = String(found.length);
}

let leader = null;
/** Lets the other frame follow the one that the reader scrolls. */
function follow(from, to) {
  from.contentWindow.addEventListener("scroll", () => {
    if (leader && leader !== from) return;
    leader = from;
    to.contentWindow.scrollTo({ top: from.contentWindow.scrollY, behavior: "instant" });
    clearTimeout(follow.rest);
    follow.rest = setTimeout(() => (leader = null), 120);
  });
}

async function fill(frame, choice) {
  const path = frame.contentWindow.location.pathname;
  const answer = await fetch(`/.polydoc/page?path=${encodeURIComponent(path)}`, { cache: "no-store" });
  const { languages } = await answer.json();
  choice.replaceChildren(
    ...languages.map((language) => {
      const option = new Option(language.name, language.url, language.current, language.current);
      option.lang = language.tag;
      return option;
    }),
  );
}

const addresses = () => frames.map((frame) => encodeURIComponent(frame.contentWindow.location.pathname));

function loaded(frame) {
  const other = frames.find((it) => it !== frame);
  const choice = choices[frames.indexOf(frame)];
  follow(frame, other);
  fill(frame, choice);
  align();
  new ResizeObserver(() => align()).observe(frame);
  const [left, right] = addresses();
  history.replaceState(null, "", `/.polydoc/side?left=${left}&right=${right}`);
}

for (const frame of frames) {
  frame.addEventListener("load", () => loaded(frame));
  if (frame.contentDocument?.readyState === "complete" && frame.contentWindow.location.href !== "about:blank") loaded(frame);
}
for (const [at, choice] of choices.entries()) {
  choice.addEventListener("change", () => frames[at].contentWindow.location.assign(choice.value));
}
