// The search. The page fetches this when the reader first goes to the box, and this its index, search-index.js, which is
// made with the site: as a script, since that also works for a page that was opened from a disk.
(() => {
  "use strict";
  const MOST = 50, BEFORE = 60, AFTER = 220; // results listed; letters of context round the first match
  const form = document.querySelector("form.search");
  if (!form) return;
  const box = form.querySelector("input"), count = form.querySelector("[role=status]"), list = form.querySelector("ol");
  const base = document.currentScript.src, page = document.documentElement;
  let loading = false, passages = null, timer = 0;

  // ---- folding: words as they are compared, each with a space on both sides

  // Accents, points and joiners, and letters that readers type in their plain form.
  const UNHEARD = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200f]/g;
  const PLAIN = { ς: "σ", ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", ı: "i" };
  const bare = (text) => text
    .normalize("NFD")
    .replace(UNHEARD, "")
    .toLowerCase()
    .replace(/[^\0-\x7f]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ");
  const fold = (text) => bare(` ${text} `);

  // Scripts that glue words together are searched letter by letter, others from the beginning of a word.
  const GLUED = new RegExp(`[${["Arab", "Hebr", "Han", "Hira", "Kana", "Hang", "Thai", "Laoo", "Khmr", "Mymr"]
    .map((script) => `\\p{sc=${script}}`).join("")}]`, "u");
  const QUERY = /["“”„«»]([^"“”„«»]*)["“”„«»]?|[^\s"“”„«»]+/g;
  const needle = ([whole, phrase]) => {
    const words = fold(phrase ?? whole);
    return GLUED.test(words) ? words.trim() : phrase === undefined ? words.trimEnd() : words;
  };

  // ---- finding

  const prepare = () => {
    let section = "", page = -1; // the heading that a passage stands under; the first passage of a page is its title
    passages = gapmarkIndex.passages.map(([from, address, text, heading, number]) => {
      const pieces = text.split("\n"); // every second one is a gap's label
      const under = from !== page || heading ? "" : section;
      section = from !== page ? "" : heading ? words(pieces).join(" ") : section;
      page = from;
      const found = words(pieces).map(fold).join("\n");
      return { from: gapmarkIndex.pages[from], address, pieces, heading, number, under, words: found };
    });
  };
  const words = (pieces) => pieces.filter((_, i) => i % 2 === 0);

  const find = (query) => {
    const needles = [...query.matchAll(QUERY)].map(needle).filter((n) => n.trim()), whole = fold(query);
    const rank = (passage) => 2 * passage.words.includes(whole) + passage.heading;
    const found = needles.length ? passages.filter((p) => needles.every((n) => p.words.includes(n))) : [];
    return { needles, found: found.sort((a, b) => rank(b) - rank(a)) }; // sorting keeps the order of the text
  };

  // Where in a text the needles are: pairs of start and stop, in order.
  const matches = (text, needles) => {
    const at = [0], found = [];
    let folded = " ", index = 0;
    for (const letter of `${text} `) {
      for (const unit of bare(letter).split("")) {
        if (unit === " " && folded.endsWith(" ")) continue;
        folded += unit;
        at.push(index);
      }
      index += letter.length;
    }
    at.push(text.length);
    for (const n of needles) {
      const shift = n.length - n.trimStart().length, length = n.trim().length;
      for (let i = folded.indexOf(n); i >= 0; i = folded.indexOf(n, i + 1)) {
        const start = at[i + shift], last = at[i + shift + length - 1];
        found.push([start, at.slice(i + shift + length).find((place) => place > last) ?? text.length]);
      }
    }
    return found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  };

  // ---- showing

  // A passage as pairs of text and kind: "", "mark" or "gap".
  const runs = (pieces, needles) => pieces.flatMap((piece, i) => {
    if (i % 2) return [[piece, "gap"]];
    const parts = [];
    let done = 0;
    for (const [start, stop] of matches(piece, needles)) {
      if (start < done) continue;
      parts.push([piece.slice(done, start), ""], [piece.slice(start, stop), "mark"]);
      done = stop;
    }
    return [...parts, [piece.slice(done), ""]];
  }).filter(([text]) => text);

  // As many runs as there is room for; only plain text is cut, at a space.
  const shorten = (parts, room, cut) => {
    const kept = [];
    for (const [text, kind] of parts) {
      if (room <= 0) return [...kept, ["…", ""]];
      const short = kind || text.length <= room + 20 ? text : cut(text, room);
      kept.push([short, kind]);
      room = short === text ? room - text.length : 0;
      if (short !== text) return kept;
    }
    return kept;
  };
  const head = (text, room) => `…\u00a0${text.slice(text.indexOf(" ", text.length - room) + 1)}`;
  const tail = (text, room) => `${text.slice(0, text.lastIndexOf(" ", room))}\u00a0…`;

  const excerpt = (pieces, needles) => {
    const parts = runs(pieces, needles), first = Math.max(0, parts.findIndex(([, kind]) => kind === "mark"));
    const before = shorten(parts.slice(0, first).reverse(), BEFORE, head).reverse();
    return [...before, ...shorten(parts.slice(first), AFTER, tail)];
  };

  const make = (tag, className = "", textContent = "") =>
    Object.assign(document.createElement(tag), { className, textContent });

  const label = (text) => Object.assign(make("span", "gap", text), { lang: page.lang, dir: page.dir });

  const entry = (passage, needles) => {
    const [title, href, mark] = passage.from, item = make("li"), link = make("a");
    const place = [title, passage.under, passage.number && number(passage.number), mark].filter(Boolean).join(" · ");
    const text = make("span", "search-text");
    link.href = new URL(href + (passage.address && `#${passage.address}`), base);
    text.dir = "auto";
    if (!mark) text.lang = gapmarkIndex.language;
    for (const [part, kind] of excerpt(passage.pieces, needles)) {
      text.append(kind === "mark" ? make("mark", "", part) : kind ? label(part) : part);
    }
    link.append(make("span", "search-from", place), " ", text);
    item.append(link);
    return item;
  };

  const number = (n) => String(n).replace(/\d/g, (d) => [...gapmarkIndex.digits][d]);
  const tell = (n) => {
    const { count: forms, none, first } = gapmarkIndex.phrases;
    const form = forms[new Intl.PluralRules(page.lang).select(n)] ?? forms.other, said = form.replace("{n}", number(n));
    return n === 0 ? none : n > MOST ? first.replace("{count}", said).replace("{n}", number(MOST)) : said;
  };

  const search = () => {
    if (!passages) return;
    const { needles, found } = find(box.value);
    list.replaceChildren(...found.slice(0, MOST).map((passage) => entry(passage, needles)));
    clearTimeout(timer); // a count for every letter would be too much to listen to
    timer = setTimeout(() => { count.textContent = needles.length ? tell(found.length) : ""; }, 300);
  };
  const clear = () => {
    box.value = "";
    search();
  };

  const load = () => {
    if (loading) return;
    loading = true;
    const script = document.createElement("script");
    script.src = new URL("search-index.js", base);
    script.onload = () => { prepare(); search(); };
    script.onerror = () => { count.textContent = form.dataset.failed; };
    document.head.append(script);
  };

  form.addEventListener("submit", (event) => event.preventDefault()); // the results are there already
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.value) return;
    event.preventDefault();
    clear();
    box.focus();
  });
  box.addEventListener("input", search);
  list.addEventListener("click", (event) => { // a result on this page: make room for it
    const link = event.target.closest("a");
    if (link?.pathname === location.pathname && !event.ctrlKey && !event.metaKey && !event.shiftKey) clear();
  });
  load();
})();
