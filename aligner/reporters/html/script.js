"use strict";
(() => {
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const data = JSON.parse($("#data").textContent);
  const words = (key, values = {}) =>
    Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), data.strings[key]);
  const byId = (id) => document.getElementById(id);
  const control = { q: byId("q"), severity: byId("severity"), state: byId("state"), rows: byId("rows"), words: byId("words") };
  const columns = $$("input[name=column]");
  const which = byId("which");
  const noteOf = (id) => byId(`n-${id}`);
  const findings = [...new Set($$(".note").map((note) => note.dataset.id))];
  const known = new Set(findings);
  /* What is to be reviewed: neither notes nor whole passages, which are lists to look over. */
  const differences = findings.filter((id) => !("passage" in noteOf(id).dataset) && Number(noteOf(id).dataset.severity));
  document.documentElement.classList.add("js");

  /* The review: what the reader decided, by finding. Kept by the browser under the digest of the texts. */
  const shelf = `aligner-review:${data.key}`;
  let review = new Map();
  let unkept = false;

  const valid = (entry) =>
    entry && typeof entry.finding === "string" && ["accepted", "dismissed", ""].includes(entry.state ?? "") &&
    typeof (entry.comment ?? "") === "string";
  const entries = () =>
    [...review].filter(([, entry]) => entry.state || entry.comment).sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([finding, entry]) => ({ finding, state: entry.state, comment: entry.comment }));
  const load = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(shelf) ?? "[]");
      review = new Map(kept.filter(valid).map((e) => [e.finding, { state: e.state ?? "", comment: e.comment ?? "" }]));
    } catch { unkept = true; }
  };
  const save = () => {
    try { localStorage.setItem(shelf, JSON.stringify(entries())); }
    catch { if (!unkept) say(words("not_kept")); unkept = true; }
  };
  const of = (id) => review.get(id) ?? { state: "", comment: "" };
  const put = (id, change) => {
    review.set(id, { ...of(id), ...change });
    save();
    paint(id);
    count();
    filter();
  };

  let silence = 0;
  function say(text) {
    const toast = byId("toast");
    toast.textContent = text;
    clearTimeout(silence);
    silence = setTimeout(() => { toast.textContent = ""; }, 5000);
  }
  function count() {
    const done = differences.filter((id) => of(id).state).length;
    byId("progress").textContent = differences.length ? words("progress", { done, total: differences.length }) : "";
  }
  function paint(id) {
    const { state, comment } = of(id);
    for (const element of $$(`[data-id="${CSS.escape(id)}"]`)) {
      element.dataset.state = state;
      const badge = $(".state", element);
      if (badge) badge.textContent = state ? words(state) : "";
      const line = $(":scope > .comment", element);
      if (line) { line.textContent = comment; line.hidden = !comment; }
      for (const button of $$("button[data-do=accept], button[data-do=dismiss]", element)) {
        const own = button.dataset.do === "accept" ? "accepted" : "dismissed";
        button.toggleAttribute("data-on", state === own);
        $("span", button).textContent = state === own ? words("reopen") : words(button.dataset.do);
      }
    }
    for (const mark of $$(".mark")) {
      const ids = mark.dataset.findings.split(" ");
      if (ids.includes(id)) mark.dataset.state = ids.every((i) => of(i).state === "dismissed") ? "dismissed" : "";
    }
  }

  /* Tabs and the hash: "#n-1f2e~severity=5&state=open" is an element to go to and the filters in force. */
  const panelOf = (element) => element?.closest(".panel");
  const current = () => $$(".panel").find((panel) => !panel.hasAttribute("hidden"));
  function open(id) {
    for (const panel of $$(".panel")) {
      if (panel.id === id) panel.removeAttribute("hidden");
      else panel.setAttribute("hidden", "until-found");
    }
    for (const link of $$(".tabs a")) {
      if (link.hash === `#${id}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }
  const filters = () => {
    const set = new URLSearchParams();
    if (control.q.value) set.set("q", control.q.value);
    for (const name of ["severity", "state", "rows"]) if (control[name].value) set.set(name, control[name].value);
    if (!control.words.checked) set.set("words", "off");
    const off = columns.filter((box) => !box.checked).map((box) => box.value);
    if (off.length) set.set("without", off.join("."));
    if (which?.value) set.set("terms", which.value);
    return set.toString();
  };
  const write = (target) => {
    const rest = filters();
    const hash = `#${target}${rest ? `~${rest}` : ""}`;
    if (hash === location.hash) return;
    try { history.replaceState(null, "", hash); } catch { location.replace(hash); }
  };
  const target = () => decodeURIComponent(location.hash.slice(1).split("~")[0]);
  function read(keep) {
    const [id, rest] = location.hash.slice(1).split("~");
    if (rest !== undefined || !keep) {
      const set = new URLSearchParams(rest ?? "");
      control.q.value = set.get("q") ?? "";
      for (const name of ["severity", "state", "rows"]) {
        control[name].value = set.get(name) ?? "";
        if (control[name].selectedIndex < 0) control[name].value = "";
      }
      control.words.checked = set.get("words") !== "off";
      const off = (set.get("without") ?? "").split(".");
      for (const box of columns) box.checked = !off.includes(box.value);
      if (which) {
        which.value = set.get("terms") ?? "";
        if (which.selectedIndex < 0) which.value = "";
      }
    }
    filterTerms();
    filter();
    let element = null;
    try { element = byId(decodeURIComponent(id)); } catch { /* no hash of ours */ }
    const panel = panelOf(element) ?? (element?.id === "main" ? null : byId(data.tabs[0]));
    if (panel) open(panel.id);
    select(element?.classList.contains("finding") ? element : null);
    if (panel && element && element !== panel) show(element);
    else if (element === panel) scrollTo(0, 0);
    if (rest === undefined && filters()) write(id);
  }

  /* Filters of the Read tab. */
  const rows = $$("#read .row[id]");
  const texts = new Map();
  const textOf = (row) => {
    if (!texts.has(row)) texts.set(row, $$(".text, .speaker, .note .line", row).map((e) => e.textContent).join("\n").toLowerCase());
    return texts.get(row);
  };
  const wanted = (note) =>
    Number(note.dataset.severity) >= Number(control.severity.value || 0) && !(control.state.value && of(note.dataset.id).state);
  function filter() {
    const query = control.q.value.trim().toLowerCase();
    const off = new Set(columns.filter((box) => !box.checked).map((box) => box.value));
    for (const element of $$("#read .col")) element.classList.toggle("off", off.has(element.dataset.column));
    byId("read").style.setProperty("--columns", String(data.documents.length - off.size));
    byId("read").classList.toggle("plain-words", !control.words.checked);
    let hits = 0;
    for (const row of rows) {
      let told = 0;
      for (const note of $$(".note", row)) {
        const show = wanted(note);
        note.classList.toggle("off", !show);
        told += show && !off.has(note.closest(".col").dataset.column);
      }
      const hit = (!query || textOf(row).includes(query)) && (!control.rows.value || told > 0);
      row.classList.toggle("off", !hit);
      hits += hit;
    }
    for (const box of $$("#read .quiet")) box.classList.toggle("off", !$(".note:not(.off)", box));
    for (const fold of $$("#read .fold")) {
      const left = $$(".row:not(.off)", fold).length;
      fold.classList.toggle("off", !left);
      if (query && left) fold.open = true;
    }
    const key = hits === 0 ? "hits_none" : hits === 1 ? "hits_one" : "hits_many";
    byId("hits").textContent = query || control.rows.value ? words(key, { n: hits }) : "";
  }

  /* The filter of the Terms tab: what the rows say of themselves. */
  const uses = $$(".use");
  function filterTerms() {
    const wanted = which?.value ?? "";
    for (const use of uses) use.classList.toggle("off", Boolean(wanted) && !(wanted in use.dataset));
    for (const rest of $$("#terms .rest")) {
      rest.classList.toggle("off", !$(".use:not(.off)", rest));
      if (wanted) rest.open = true;
    }
    const hits = uses.filter((use) => !use.classList.contains("off")).length;
    if (which) byId("shown-terms").textContent = wanted ? words(hits === 1 ? "concepts_one" : "concepts_many", { n: hits }) : "";
  }

  /* Selecting and moving. */
  let selected = null;
  /* By what hides it, not by its box: asking for boxes lays out every row that is off the screen. */
  const visible = (element) => !element.closest(".off, [hidden], details:not([open])");
  const stops = () => {
    const panel = current();
    return $$(panel.id === "read" ? ".note" : ".card", panel.id === "read" ? panel : byId("first")).filter(visible);
  };
  function tools(element) {
    if ($(".tools", element)) return;
    const box = byId("tools").content.cloneNode(true);
    const foot = $(".foot", element);
    if (foot) foot.prepend(box); else $(".more", element).append(box);
  }
  function show(element) {
    for (let box = element.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    if (element.closest(".off")) {
      control.q.value = control.severity.value = control.state.value = control.rows.value = "";
      for (const box of columns) box.checked = true;
      if (which) which.value = "";
      filter();
      filterTerms();
    }
    element.scrollIntoView({ block: element.classList.contains("finding") ? "center" : "start" });
  }
  function select(element) {
    if (selected && selected !== element) selected.removeAttribute("aria-current");
    selected = element;
    if (!element || element.classList.contains("brief")) return;
    tools(element);
    element.setAttribute("aria-current", "true");
    paint(element.dataset.id);
  }
  function go(element) {
    select(element);
    show(element);
    element.focus({ preventScroll: true });
    write(element.id);
  }
  function step(list, from, by) {
    if (!list.length) return say(words("last"));
    const place = from ? list.indexOf(from) : -1;
    let next = place + by;
    if (place < 0) {
      const below = list.findIndex((e) => (from ? from.compareDocumentPosition(e) & 4 : (e.closest(".row") ?? e).getBoundingClientRect().bottom > 90));
      next = by > 0 ? (below < 0 ? list.length : below) : (below < 0 ? list.length : below) - 1;
    }
    if (next < 0 || next >= list.length) return say(words("last"));
    go(list[next]);
  }
  const move = (by) => {
    if (current().id !== "read") open(data.tabs[0]);
    step(stops(), selected && visible(selected) ? selected : null, by);
  };
  function moveRow(by) {
    if (current().id !== "read") open("read");
    const here = $(".row.here") ?? (selected ? selected.closest(".row") : null);
    const list = rows.filter(visible);
    const place = here ? list.indexOf(here) : -1;
    const row = list[here && place >= 0 ? place + by : 0];
    if (!row) return say(words("last"));
    $(".row.here")?.classList.remove("here");
    row.classList.add("here");
    select(null);
    show(row);
    $(".no", row).focus({ preventScroll: true });
    write(row.id);
  }

  /* Deciding. */
  const accept = (element) => put(element.dataset.id, { state: of(element.dataset.id).state === "accepted" ? "" : "accepted" });
  function dismiss(element) {
    const again = of(element.dataset.id).state === "dismissed";
    const list = stops();
    const next = list[list.indexOf(element) + 1];
    put(element.dataset.id, { state: again ? "" : "dismissed" });
    if (!again && next) go(next);
  }
  function comment(element) {
    if ($(".editor", element)) return $("textarea", element).focus();
    element.append(byId("editor").content.cloneNode(true));
    const form = $(".editor", element);
    const field = $("textarea", form);
    const close = () => { form.remove(); element.focus({ preventScroll: true }); };
    field.value = of(element.dataset.id).comment;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      put(element.dataset.id, { comment: field.value.trim() });
      close();
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { event.stopPropagation(); close(); }
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
    $("[data-do=cancel]", form).addEventListener("click", close);
    field.focus();
  }
  const deeds = { accept, dismiss, comment };

  /* Reviews as files. */
  function exportReview() {
    const file = { schema: "aligner-review/1", key: data.key, documents: data.documents, entries: entries() };
    const url = URL.createObjectURL(new Blob([`${JSON.stringify(file, null, 1)}\n`], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = words("file", { digest: data.key.slice(0, 8) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  }
  async function importReview(file) {
    let got = null;
    try { got = JSON.parse(await file.text()); } catch { /* said below */ }
    if (got?.schema !== "aligner-review/1" || !Array.isArray(got.entries) || !got.entries.every(valid)) return say(words("import_failed"));
    if (got.key !== data.key) return say(words("import_report"));
    for (const entry of got.entries) review.set(entry.finding, { state: entry.state ?? "", comment: entry.comment ?? "" });
    save();
    for (const entry of got.entries) paint(entry.finding);
    count();
    filter();
    const other = got.entries.filter((entry) => !known.has(entry.finding)).length;
    say(words(other ? "imported_other" : "imported", { n: got.entries.length - other, other }));
  }

  /* Events. */
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-do]");
    const finding = event.target.closest(".card, .note");
    if (button && finding && deeds[button.dataset.do]) {
      if (selected !== finding) select(finding);
      deeds[button.dataset.do](finding);
    } else if (finding && !event.target.closest("a, button, summary, form") && !getSelection().toString()) {
      select(finding);
      write(finding.id);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const typing = event.target.closest("input, textarea, select, dialog");
    if (event.key === "Escape" && event.target === control.q) { control.q.value = ""; control.q.blur(); changed(); return; }
    if (typing && !event.target.matches("input[type=checkbox]")) return;
    const keys = {
      j: () => move(1), k: () => move(-1), n: () => moveRow(1), p: () => moveRow(-1),
      a: () => selected && accept(selected), d: () => selected && dismiss(selected), c: () => selected && comment(selected),
      "/": () => { open("read"); write("read"); control.q.focus(); control.q.select(); },
      "?": () => byId("keys").showModal(),
    };
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
  function changed() {
    filter();
    if (selected && !visible(selected)) select(null);
    write(selected ? selected.id : "read");
  }
  byId("filters").addEventListener("input", changed);
  which?.addEventListener("input", () => { filterTerms(); write("terms"); });
  which?.form.addEventListener("submit", (event) => event.preventDefault());
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("export").addEventListener("click", exportReview);
  byId("import").addEventListener("click", () => byId("file").click());
  byId("file").addEventListener("change", (event) => {
    if (event.target.files[0]) importReview(event.target.files[0]);
    event.target.value = "";
  });
  byId("help").addEventListener("click", () => byId("keys").showModal());
  addEventListener("hashchange", () => read(true));
  addEventListener("storage", (event) => {
    if (event.key !== shelf) return;
    load();
    for (const id of findings) paint(id);
    count();
    filter();
  });
  document.addEventListener("beforematch", (event) => { if (event.target.matches(".panel")) open(event.target.id); }, true);

  /* Whether there is more of a wide table than its view shows. */
  const fits = new ResizeObserver((seen) => requestAnimationFrame(() => {
    for (const { target } of seen) target.previousElementSibling.hidden = target.scrollWidth <= target.clientWidth;
  }));
  $$(".matrix.wide").forEach((table) => fits.observe(table));

  load();
  $$(".card").forEach(tools);
  for (const id of known) if (review.has(id)) paint(id);
  count();
  read(false);
})();
